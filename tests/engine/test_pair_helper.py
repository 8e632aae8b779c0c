"""A second process that compares pairs: the same results, and nothing lost when it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from math import comb
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.engine.story_client import A, B, C, D
from tests.examples import FERRY, QUAY, article
from tests.processes import has_ended
from tests.terminal import LIMIT
from tui.engine.aligner import Aligner
from tui.engine.article_vectors import ArticleVectors
from tui.engine.compared_pair import compare_pair
from tui.engine.pair_helper import LEAST_PAIRS, HelperAnswer, PairHelper
from tui.engine.shared_vectors import VectorFile, mapped_vectors
from tui.model import PassagePair
from tui.model.corrections import Corrections
from tui.settings.settings import NO_MODEL

ROOT = Path(__file__).parents[2]
MIN_SCORE = 5.0
REJECTED = Corrections(rejected=frozenset([(0, 0)]))


def no_model_helper() -> PairHelper:
    return PairHelper(ArticleVectors(NO_MODEL, holds=True), NO_MODEL, MIN_SCORE)


@pytest.fixture
def helper() -> Iterator[PairHelper]:
    """One that is started."""
    helper = no_model_helper()
    helper.keep_pace(LIMIT)
    helper.begin(LEAST_PAIRS)
    assert helper.pid
    yield helper
    helper.end()


def all_answers(helper: PairHelper) -> list[HelperAnswer]:
    answers: list[HelperAnswer] = []
    while helper.given:
        answers += helper.answers(wait=True)
    return answers


@pytest.mark.parametrize(("corrections", "links"), [(Corrections(), [(0, 0)]), (REJECTED, [])])
def test_a_pair_is_compared_as_in_the_worker(
    helper: PairHelper, corrections: Corrections, links: list[PassagePair]
) -> None:
    helper.give((0, 1), (A, B), corrections)
    (answer,) = all_answers(helper)
    expected = compare_pair(Aligner(), (A, B), MIN_SCORE, corrections)
    assert answer == HelperAnswer((0, 1), (A, B), expected)
    assert answer.compared
    assert [link.pair for link in answer.compared.comparison.links] == links


@pytest.mark.slow
def test_with_the_language_model_too() -> None:
    articles = article(FERRY), article(QUAY)
    vectors = ArticleVectors("", holds=True)
    helper = PairHelper(vectors, "", MIN_SCORE)
    helper.keep_pace(LIMIT)
    helper.begin(LEAST_PAIRS)
    assert not helper.can_take(articles), "the process has no model, so vectors come first"
    expected = compare_pair(Aligner(vectors=vectors), articles, MIN_SCORE, Corrections())
    try:
        for number in range(2):  # the second time all is there
            assert helper.can_take(articles)
            helper.give((0, number + 1), articles, Corrections())
            (answer,) = all_answers(helper)
            assert answer.compared == expected
    finally:
        helper.end()
    assert expected.comparison.model
    assert expected.comparison.links
    assert compare_pair(Aligner(vectors=vectors), articles, MIN_SCORE, Corrections()) == expected, (
        "vectors that are shared are those that were"
    )


@pytest.mark.slow
def test_vectors_in_the_file_are_those_that_were_stored() -> None:
    vectors = ArticleVectors("", holds=True)
    stored = [vectors.of(article(lines)) for lines in (FERRY, QUAY)]
    file = VectorFile()
    places = [file.append(encoded) for encoded in stored]
    mapped = [mapped_vectors(file.fileno(), place) for place in places]
    file.close()
    for texts, others in zip(stored, mapped, strict=True):
        for text, other in zip(texts, others, strict=True):
            assert (text.ids == other.ids).all() and (text.spans == other.spans).all()
            assert text.layers.keys() == other.layers.keys()
            assert all((text.layers[layer] == other.layers[layer]).all() for layer in text.layers)


@pytest.mark.parametrize("when", ["before it compares", "after it has compared"])
def test_pairs_of_a_process_that_was_killed_come_back(helper: PairHelper, when: str) -> None:
    if when == "after it has compared":
        helper.give((0, 1), (A, B), Corrections())
        all_answers(helper)
    assert helper.pid
    os.kill(helper.pid, signal.SIGSTOP)  # whatever it gets now it will not compare
    helper.give((0, 2), (A, C), Corrections())
    helper.give((0, 3), (A, D), Corrections())
    os.kill(helper.pid, signal.SIGKILL)
    assert all_answers(helper) == [HelperAnswer((0, 2), (A, C)), HelperAnswer((0, 3), (A, D))]
    helper.begin(LEAST_PAIRS)
    assert helper.pid is None, "it is not started again"
    assert not helper.can_take((A, B))


def test_a_process_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    helper = no_model_helper()
    helper.begin(LEAST_PAIRS)
    pid = helper.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    helper.give((0, 1), (A, B), Corrections())
    assert helper.answers() == []
    monkeypatch.setattr("tui.engine.pair_helper.LEAST_PATIENCE", 0.01)
    assert helper.answers(wait=True) == [HelperAnswer((0, 1), (A, B))]
    assert has_ended(pid)


def test_a_pair_that_fails_there_comes_back_and_others_go_on(helper: PairHelper) -> None:
    damaged = replace(A, passages=(replace(A.passages[0], text=None),))
    helper.give((0, 1), (damaged, B), Corrections())
    helper.give((0, 2), (A, C), Corrections())
    failed, compared = all_answers(helper)
    assert failed == HelperAnswer((0, 1), (damaged, B))
    assert compared.compared == compare_pair(Aligner(), (A, C), MIN_SCORE, Corrections())


def test_no_more_than_two_pairs_wait_there(helper: PairHelper) -> None:
    assert helper.pid
    os.kill(helper.pid, signal.SIGSTOP)
    for number in (1, 2):
        assert helper.can_take((A, B))
        helper.give((0, number), (A, B), Corrections())
    assert not helper.can_take((A, B))
    os.kill(helper.pid, signal.SIGCONT)
    all_answers(helper)
    assert helper.can_take((A, B))


def test_after_its_end_it_can_be_started_again(helper: PairHelper) -> None:
    before = helper.pid
    assert before
    helper.end()
    assert has_ended(before)
    assert helper.pid is None
    helper.begin(LEAST_PAIRS)
    helper.give((0, 1), (A, B), Corrections())
    assert [answer.compared is not None for answer in all_answers(helper)] == [True]


@pytest.mark.parametrize(("pairs", "count"), [(LEAST_PAIRS - 1, 2), (LEAST_PAIRS, 1)])
def test_for_few_pairs_or_on_one_processor_none_is_started(
    pairs: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.engine.pair_helper.processors", lambda: count)
    helper = no_model_helper()
    helper.begin(pairs)
    assert helper.pid is None
    assert not helper.can_take((A, B))


def test_one_that_cannot_be_started_takes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/there/is/no/python")
    helper = no_model_helper()
    helper.begin(LEAST_PAIRS)
    assert helper.pid is None
    assert not helper.can_take((A, B))
    assert helper.answers() == []


STARTER = """
from tests.engine.story_client import A, B
from tests.engine.test_pair_helper import LEAST_PAIRS, Corrections, no_model_helper
helper = no_model_helper()
helper.begin(LEAST_PAIRS)
helper.give((0, 1), (A, B), Corrections())
print(helper.pid, flush=True)
input()
"""
KILLED = """
import os, signal, sys
from tests.engine.story_client import A, B
from tests.engine.test_pair_helper import LEAST_PAIRS, Corrections, all_answers, no_model_helper
from tui.engine.log import open_log
open_log(sys.argv[1])
helper = no_model_helper()
helper.begin(LEAST_PAIRS)
os.kill(helper.pid, signal.SIGSTOP)
helper.give((0, 1), (A, B), Corrections())
os.kill(helper.pid, signal.SIGKILL)
assert not all_answers(helper)[0].compared
"""


def test_it_ends_when_the_process_that_started_it_is_killed() -> None:
    command = [sys.executable, "-c", STARTER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as starter:
        assert starter.stdout
        pid = int(starter.stdout.readline())
        starter.kill()
    assert has_ended(pid)


def test_its_end_is_in_the_log_without_text_of_an_article(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    subprocess.run([sys.executable, "-c", KILLED, str(log)], cwd=ROOT, check=True, timeout=LIMIT)
    text = log.read_text()
    assert "error: HelperFailed" in text
    assert "Kessel" not in text


def test_six_reports_are_worth_a_second_process_and_five_are_not() -> None:
    assert comb(5, 2) - 1 < LEAST_PAIRS <= comb(6, 2) - 1

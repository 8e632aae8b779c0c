"""What is found in an article or a sentence is found once, and kept in it."""

from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.quotations import find_quotations
from tui.analysis.differences.sentence import sentence_of
from tui.analysis.memo import MOST_PASSAGES, once_per_article
from tui.analysis.profile import profiles
from tui.model import Article
from tui.sources.load import load_text

STORM = load_text("The storm killed 12 people on Monday.\n\n“We lost everything,” a farmer said.\n")


def test_a_sentence_of_an_article_is_made_once() -> None:
    assert sentence_of(STORM, 0, "en") is sentence_of(STORM, 0, "en")
    assert sentence_of(STORM, 0, "en") is not sentence_of(STORM, 1, "en")
    assert sentence_of(STORM, 0, "en") is not sentence_of(STORM, 0, "de")


def test_what_is_found_in_a_sentence_is_found_once() -> None:
    sentence = sentence_of(STORM, 0, "en")
    assert find_facts(sentence)
    assert find_facts(sentence) is find_facts(sentence)


def test_the_profiles_of_a_long_article_alone_are_made_again() -> None:
    assert profiles(STORM) is profiles(STORM, {})
    long = Article(passages=STORM.passages[:1] * (MOST_PASSAGES + 1))
    assert profiles(long) is not profiles(long)


def test_an_equal_article_keeps_its_own() -> None:
    again = load_text(STORM.text)
    assert find_quotations(STORM, "en") == find_quotations(again, "en")
    assert find_quotations(STORM, "en") is not find_quotations(again, "en")


def test_a_long_article_keeps_nothing() -> None:
    calls = []

    @once_per_article
    def length(article: Article) -> int:
        calls.append(article)
        return len(article.passages)

    long = Article(passages=STORM.passages[:1] * (MOST_PASSAGES + 1))
    assert length(long) == length(long) == MOST_PASSAGES + 1
    assert len(calls) == 2
    assert length(STORM) == length(STORM)
    assert len(calls) == 3


def test_what_is_kept_is_not_part_of_the_article() -> None:
    kept = load_text(STORM.text)
    sentence_of(kept, 0, "en")
    assert kept == load_text(STORM.text)

from tests.ui.features.scenes import NotedQuestions, scene_of
from tui.engine.client import CRASHED
from tui.engine.protocol import Failed
from tui.engine.questions import Answer, FindSimilar, SimilarFound
from tui.ui.scene import Scene


def saying_how_many(scene: Scene, answer: Answer) -> Scene:
    assert isinstance(answer, SimilarFound)
    return scene.saying(f"{scene.message}{len(answer.hits)};")


def test_of_one_kind_only_the_latest_question_counts() -> None:
    questions = NotedQuestions()
    questions.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    questions.inquiries.ask(FindSimilar("zeppelin"), saying_how_many)
    assert questions.answered(scene_of()).message == "0;"


def test_a_question_asked_twice_is_passed_on_once_and_answered_twice() -> None:
    questions = NotedQuestions()
    for _ in range(2):
        questions.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    assert questions.answered(scene_of()).message == "2;2;"
    assert questions.asked == [FindSimilar("smokke")]


def test_a_question_that_failed_is_not_waited_for() -> None:
    questions, scene = NotedQuestions(), scene_of()
    questions.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    assert questions.inquiries.take(scene, 1, Failed("internal error")) is scene
    assert not questions.inquiries.awaits(FindSimilar)


def test_after_a_crash_the_worker_that_takes_over_is_asked_once() -> None:
    questions, scene = NotedQuestions(), scene_of()
    questions.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    questions.inquiries.take(scene, 0, Failed(CRASHED))
    assert questions.inquiries.take(scene, 1, SimilarFound(())) is scene, "that was the one before"
    assert questions.answered(scene).message == "2;"
    questions.inquiries.ask(FindSimilar("clinik"), saying_how_many)
    questions.inquiries.take(scene, 0, Failed(CRASHED))
    assert not questions.inquiries.awaits(FindSimilar)


def test_answers_about_the_former_articles_do_not_count() -> None:
    questions, scene = NotedQuestions(), scene_of()
    questions.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    questions.inquiries.drop_all()
    assert questions.answered(scene) is scene

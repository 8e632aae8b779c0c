"""The scene: differences while they are worked out anew, and laid-out pages."""

from tests.examples import ferry
from tui.analysis.differences.ledger import differences
from tui.layout.view import View
from tui.model import Side
from tui.model.difference import Ledger
from tui.reading.reading import Reading
from tui.ui.scene import MAX_PAGES, LayoutCache, Scene


def test_what_differs_in_links_that_a_higher_threshold_hides_goes_with_them() -> None:
    comparison = ferry()
    reading = Reading.of(comparison)
    scene = Scene(reading, View(), Ledger(differences(comparison, reading.threshold)))
    weakest = min(link.score for link in reading.links if scene.ledger.of(link.left, link.right))
    stricter = scene.with_reading(reading.with_threshold(weakest + 1), View())
    shown = {link.pair for link in stricter.reading.links}
    told = {one.pair for one in scene.ledger.open_entries}
    left = {one.pair for one in stricter.ledger.open_entries}
    assert left < told
    assert left <= shown
    assert not scene.ledger.same_open_entries(stricter.ledger)


def test_a_lower_threshold_and_a_step_leave_the_differences_as_they_are() -> None:
    comparison = ferry()
    reading = Reading.of(comparison)
    scene = Scene(reading, View(), Ledger(differences(comparison, reading.threshold)))
    assert scene.with_reading(reading.with_threshold(reading.threshold - 20), View()).ledger is scene.ledger
    assert scene.with_reading(reading.next_link(), View()).ledger is scene.ledger


def test_only_the_pages_used_last_stay_laid_out() -> None:
    pages, reading = LayoutCache(), Reading.of(ferry())
    first = pages.page(reading, Side.LEFT, 30)
    assert pages.page(reading, Side.LEFT, 30) is first
    for width in range(31, 30 + MAX_PAGES):
        pages.page(reading, Side.LEFT, width)
    assert pages.page(reading, Side.LEFT, 30) is first
    for width in range(31, 31 + MAX_PAGES):
        pages.page(reading, Side.LEFT, width)
    assert pages.page(reading, Side.LEFT, 30) is not first
    assert pages.page(reading, Side.LEFT, 30) == first

"""The map as a picture: well-formed XML, a mark for every link, shapes that need no colour."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.hostile_comparison import hostile
from tui.model import Comparison
from tui.report import render

SVG = "{http://www.w3.org/2000/svg}"


def drawn(comparison: Comparison, threshold: float = 50) -> ET.Element:
    return ET.fromstring(render(comparison, "svg", threshold=threshold))


def marks(picture: ET.Element) -> list[ET.Element]:
    return [group for group in picture.iter(f"{SVG}g") if "mark" in group.get("class", "")]


@pytest.mark.parametrize(("threshold", "count"), [(0, 5), (50, 4), (95, 0)])
def test_each_link_is_one_mark_with_a_title(comparison: Comparison, threshold: float, count: int) -> None:
    drawn_marks = marks(drawn(comparison, threshold))
    assert len(drawn_marks) == count
    if count:
        assert drawn_marks[0].findtext(f"{SVG}title") == "L2–R0 ≈ same statement, score 91, T2 closed bridge"


def test_the_shape_stands_for_the_relation(comparison: Comparison) -> None:
    shapes = [(mark[1].tag.removeprefix(SVG), mark[1].get("class")) for mark in marks(drawn(comparison))]
    assert shapes == [("circle", None), ("rect", None), ("circle", "ring"), ("circle", None)]


def test_a_mark_lies_where_its_passages_cross(comparison: Comparison) -> None:
    places = [mark[1] for mark in marks(drawn(comparison)) if mark[1].tag == f"{SVG}circle"]
    across = [float(place.get("cx", 0)) for place in places]
    down = [float(place.get("cy", 0)) for place in places]
    step = (down[1] - down[0]) / 2  # L2 and L4
    assert across[1] - across[0] == pytest.approx(2 * step)  # R0 and R2
    assert down[2] == down[1] and across[2] - across[1] == pytest.approx(step)  # L4 again, and R3


def test_hostile_texts_stay_texts() -> None:
    tags = {element.tag.removeprefix(SVG) for element in drawn(hostile()).iter()}
    assert tags <= {"svg", "style", "rect", "g", "path", "text", "title", "circle"}


def test_two_empty_articles_are_an_empty_picture() -> None:
    assert marks(drawn(Comparison())) == []

"""Captions by the names of their elements, teasers below a label, and further articles."""

from __future__ import annotations

import pytest

from tests.sources.test_html import read
from tests.sources.test_html_boxes import LINE, boxed
from tests.sources.test_html_order import HEAD, PARAGRAPHS, TITLE
from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.readers.html.tidy import tidy_blocks


@pytest.mark.parametrize(
    "attributes",
    [
        "class=wp-caption-text", "class=caption", "class='image-caption x'", "class=caption-full",
        "class=mediaCaption", "class=photo_credit", "class=media-block__description", "id=fig-caption",
    ],
)  # fmt: skip
def test_a_line_in_an_element_named_for_captions_is_one(attributes: str) -> None:
    assert boxed(attributes) is Kind.CAPTION
    assert boxed(attributes, tag="span") is Kind.CAPTION


@pytest.mark.parametrize(
    "attributes",
    ["class=hasCaption", "class=no-caption", "class=recaption", "class=caption-m",
     "class=caption-s9-fx", "class=description", "class=photo-essay"],
)  # fmt: skip
def test_a_line_in_an_element_with_other_names_is_none(attributes: str) -> None:
    assert boxed(attributes) is Kind.BODY


def test_a_line_in_a_figure_is_a_caption_and_a_quotation_or_table_is_not() -> None:
    assert boxed("", tag="figure") is Kind.CAPTION
    for tag in ("blockquote", "table"):
        inner = f"<p>{LINE}</p>" if tag == "blockquote" else f"<tr><td>{LINE}</td></tr>"
        story = f"{PARAGRAPHS[0]}<figure><{tag}>{inner}</{tag}></figure>{PARAGRAPHS[1]}{PARAGRAPHS[2]}"
        page = read(f"<article><h1>{TITLE}</h1>{story}</article>", HEAD)
        assert next(p.kind for p in page.passages if p.text == LINE) is not Kind.CAPTION, tag


@pytest.mark.parametrize(
    "attributes",
    [
        "class=c-inlineSignup__blurb", "class=NewsletterBox", "class=sign-in-group", "class=line-clamp-2",
        "class=social-placeholder", "class=video-fallback", "class=popular-articles",
    ],
)  # fmt: skip
def test_requests_to_sign_in_and_placeholders_are_navigation(attributes: str) -> None:
    assert boxed(attributes) is Kind.NAVIGATION


@pytest.mark.parametrize(
    ("label", "kind"), [("DON'T MISS", Kind.NAVIGATION), ("Boats of the bay", Kind.BODY)]
)
def test_linked_lines_below_a_label_point_to_other_articles(label: str, kind: Kind) -> None:
    first = "<p><a href=/a>Six boats for the bay in spring</a> [VIDEO]</p>"
    story = f"<p><strong>{label}</strong></p>{first}<p><a href=/b>The dam of 1931</a> [LIVE]</p>"
    page = read(
        f"<article><h1>{TITLE}</h1>{PARAGRAPHS[0]}{PARAGRAPHS[1]}{story}{PARAGRAPHS[2]}</article>", HEAD
    )
    kinds = {passage.text: passage.kind for passage in page.passages}
    assert kinds["Six boats for the bay in spring [VIDEO]"] is kind
    assert kinds["The dam of 1931 [LIVE]"] is kind


FIELDS = ("items_count:", "FI slug:", "FI name: April", "FT slug:", "FT sort:", "FS slug:")


@pytest.mark.parametrize(
    ("lines", "found"),
    [(FIELDS, True), (FIELDS[:5], False), (("Length: 3 m", "Width: 2 m", "Mast: 4 m", "Crew:") * 2, False)],
)
def test_empty_fields_of_a_publishing_system_are_navigation(lines: tuple[str, ...], found: bool) -> None:
    blocks = tidy_blocks([DraftParagraph(LINE), *map(DraftParagraph, lines), DraftParagraph(LINE)])
    assert [block.kind for block in blocks[1:-1]] == [Kind.NAVIGATION if found else None] * len(lines)

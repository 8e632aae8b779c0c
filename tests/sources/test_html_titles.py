"""Titles, days and languages of pages as publishing systems write them."""

from __future__ import annotations

import pytest

from tests.hostile.documents import STORY
from tests.sources.test_html import ARTICLE, json_ld, read
from tests.sources.test_html_order import HEAD, PARAGRAPHS, TITLE

SITE = "<meta property=og:site_name content='The Valley Post'>"
PLACES = {
    "meta": "<meta property=og:title content='{0}'>",
    "JSON-LD": "",
    "window": "<title>{0}</title>",
}


def title_of(place: str, title: str, head: str = SITE, heading: str = "") -> str:
    """The title of a page that declares one in a place."""
    declared = json_ld(headline=title) if place == "JSON-LD" else PLACES[place].format(title)
    return read(heading + ARTICLE, f"{head}{declared}").title


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "separator",
    [" | ", " - ", " — ", " « ", " · ", ": ", " :: ", " ~ ", " / ", "|", " › ", " ⋆ ", " | | ", " @ "],
)
def test_the_outlet_is_cut_off_behind_any_separator(place: str, separator: str) -> None:
    assert title_of(place, f"{TITLE}{separator}The Valley Post") == TITLE


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("separator", [" | ", " - ", " – ", ": ", " » ", " :: ", " / ", " ⋆ "])
def test_the_outlet_is_cut_off_in_front(place: str, separator: str) -> None:
    assert title_of(place, f"The Valley Post{separator}{TITLE}") == TITLE


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("title", "outlet", "alone"),
    [
        (f"{TITLE} | The Valley Post | Valley News", "The Valley Post", TITLE),
        (f"{TITLE} (The Valley Post)", "The Valley Post", TITLE),
        (f"{TITLE} - valleypost.com", "", TITLE),
        ("湖は夏の間閉鎖される：谷新聞", "谷新聞", "湖は夏の間閉鎖される"),
        ("湖は夏の間閉鎖される｜谷新聞", "谷新聞", "湖は夏の間閉鎖される"),
        ("湖は夏の間閉鎖される_谷新聞网", "谷新聞网", "湖は夏の間閉鎖される"),
        ("Озеро закрыто на лето — Новости долины", "Новости долины", "Озеро закрыто на лето"),
    ],
)
def test_the_outlet_is_cut_off_in_any_script(place: str, title: str, outlet: str, alone: str) -> None:
    assert title_of(place, title, f"<meta property=og:site_name content='{outlet}'>") == alone


@pytest.mark.parametrize("place", ["meta", "JSON-LD"])
@pytest.mark.parametrize(
    "title",
    [
        "Dam - a word and its history", "Lake | shut", "Review: The Valley Post at work",
        "Six boats — one lake",
        "Why the Valley Post closed", "Valley Post readers: what they say", "Lake / dam / town", "Lake ~ dam",
        "UN in Glasgow - Post: more people need help", "The dam (and the lake)", "snake_case", "5 : 3",
    ],
)  # fmt: skip
def test_a_title_without_the_outlet_stays_whole(place: str, title: str) -> None:
    assert title_of(place, title, SITE + "<meta property=og:url content=https://www.post.example/a>") == title


def test_a_logo_that_is_a_heading_is_no_title() -> None:
    logo = f"<h1>Lakes and dams</h1><h1>{TITLE}</h1>"
    assert title_of("window", f"{TITLE} | Lakes and dams", "", logo) == TITLE
    assert (
        title_of("meta", f"{TITLE} - The Valley Post", SITE, f"<h1>The Valley Post</h1><h1>{TITLE}</h1>")
        == TITLE
    )


UTC_TIME = "2026-03-12T02:30:00Z"


def day(head: str = "", above: str = "", below: str = "") -> str:
    """The day of a page with something in its head, above the headline, or below it."""
    return read(
        f"{above}<h1>{TITLE}</h1>{below}<article>{''.join(PARAGRAPHS)}</article>", HEAD + head
    ).published


@pytest.mark.parametrize(
    "published",
    [
        "2026-03-12T10:30:00.000Z", "2026-03-12T10:30:00+0000", "2026-03-12T00:30:00+0530",
        "2026-03-12 10:30:00 EST",
        "Thu, 12 Mar 2026 10:30:00 GMT", "Thu, 12 Mar 2026 00:04:00 +0200", "March 12, 2026",
        "20260312T103000Z",
        "20260312", 1773311400, "1773311400000", ["2026-03-12T10:30:00Z"],
        {"@type": "Date", "@value": "2026-03-12"},
        "Thu Mar 12 2026 10:30:00 GMT+0100 (CET)", "12/03/2026 (2026-03-12)",
    ],
)  # fmt: skip
def test_a_day_in_json_is_read_in_any_form(published: object) -> None:
    assert day(json_ld(datePublished=published)) == "2026-03-12"


@pytest.mark.parametrize(
    "published",
    [
        "03/12/2026", "soon", {}, [], None, 12, "20269912", "1773", True, "0001-01-01T00:00:00Z",
        "0001-01-01", "9999-12-31T23:59:59Z",
    ],
)  # fmt: skip
def test_what_is_no_day_in_json_is_none(published: object) -> None:
    assert day(json_ld(datePublished=published)) == ""


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("<meta property=article:published_time content=2026-03-11T21:30:00-05:00>", ""),
        ("<meta property=article:modified_time content=2026-03-12T00:00:00-05:00>", ""),
        ("", "<time datetime=2026-03-11T21:30:00-05:00>x</time>"),
        ("", "<time datetime=2026-03-12T02:30:00Z>March 11, 2026 9:30 p.m.</time>"),
        ("", "<p>March 11, 2026 | 9:30 p.m.</p>"),
        ("", "<p>11/03/2026 21:30</p>"),
        ("", "<p>By Ida Holm</p><p>Wednesday 11 March 2026</p>"),
    ],
)
def test_a_time_in_utc_is_that_of_the_zone_which_the_page_shows(head: str, below: str) -> None:
    assert day(json_ld(datePublished=UTC_TIME) + head, below=below) == "2026-03-11"
    rfc = json_ld(datePublished="Thu, 12 Mar 2026 02:30:00 GMT")
    assert day(rfc + head, below=below) == "2026-03-11"


@pytest.mark.parametrize(
    ("head", "above", "below"),
    [
        ("", "", "<p>Updated March 13, 2026</p>"),
        ("", "<p>Wednesday 11 March 2026</p>", ""),
        ("", "", "<p>The dam of 1931</p>"),
        ("", "", "<p>Next report: March 20, 2026</p>"),
        ("", "", "<p>March 11 to 12, 2026</p>"),
        ("<meta property=article:modified_time content=2026-03-12T09:00:00Z>", "", ""),
    ],
)
def test_other_days_do_not_move_a_time_in_utc(head: str, above: str, below: str) -> None:
    assert day(json_ld(datePublished=UTC_TIME) + head, above, below) == "2026-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "Jueves, 12 de marzo de 2026", "12 de março de 2026 às 10h30", "Publié le 12 mars 2026 à 10h30",
        "12 maart 2026 10:30", "12 marca 2026, 10:30", "12 марта 2026, 10:30", "12 березня 2026",
        "12. března 2026",
        "Publicerad 12 mars 2026", "12. marts 2026 kl. 10.30", "Publisert: 12. mars 2026", "12.3.2026 10:30",
        "12 Mart 2026", "2026. március 12.", "12 martie 2026", "12 Μαρτίου 2026", "2026年3月12日 10時30分",
        "2026.03.12 10:30", "입력 2026-03-12 10:30", "12 مارس 2026", "١٢ مارس ٢٠٢٦", "12 मार्च 2026",
        "12 במרץ 2026",
        "Kamis, 12 Mar 2026 10:30 WIB", "12 มีนาคม 2569",
    ],
)  # fmt: skip
def test_the_day_on_a_line_is_read_in_many_languages(line: str) -> None:
    assert day(below=f"<p>{line}</p>") == "2026-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "Am 12. März 2026 schloss der See", "The dam broke on March 12, 2026",
        "Elmsted, March 12, 2026: shut",
        "12 boats since March 2026", "12/03/2026",
    ],
)  # fmt: skip
def test_a_line_with_more_than_a_day_is_article_text(line: str) -> None:
    page = read(
        f"<h1>{TITLE}</h1><article>{PARAGRAPHS[0]}<p>{line}</p>{''.join(PARAGRAPHS[1:])}</article>", HEAD
    )
    assert line in [passage.text for passage in page.body] or line == "12/03/2026"
    assert page.published == ""


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://post.example/2026/03/12/lake/", "2026-03-12"),
        ("https://post.example/a/2026-03-12/lake", "2026-03-12"),
        ("https://post.example/20260312/lake", "2026-03-12"),
        ("https://post.example/lake-2026-03-12.html", "2026-03-12"),
        ("https://post.example/lake-20263", ""), ("https://post.example/a/20269912/lake", ""),
        ("https://post.example/id/202603121/lake", ""),
    ],
)  # fmt: skip
def test_the_day_in_an_address_is_taken_if_there_is_no_other(address: str, published: str) -> None:
    url = f"<meta property=og:url content='{address}'>"
    assert day(url) == published
    assert day(url + "<meta property=article:published_time content=2026-03-10>") == "2026-03-10"


SPANISH = (
    "El distrito cerró el lago durante el verano porque los buzos encontraron una grieta en la presa. "
    "La ingeniera dice que nadie va a nadar hasta que se sepa más, y que los vecinos lo van a entender. "
)
TEXTS = {
    "es": SPANISH,
    "ru": "Районные власти закрыли озеро на лето после того, как водолазы нашли трещину в плотине. "
    "Инженер говорит, что до конца июля никто не будет купаться, и это не обсуждается. ",
    "ja": "地区は夏の間、湖を閉鎖した。"
    "ダイバーがダムに亀裂を見つけたためだ。技術者は、七月末まで誰も泳がないと述べた。",
    "zh": "该区在夏季关闭了湖泊，因为潜水员在大坝上发现了裂缝。工程师说，在七月底之前没有人可以游泳。",
    "pt": "O distrito fechou o lago durante o verão porque os mergulhadores encontraram uma fenda na "
    "barragem. A engenheira diz que não se pode nadar até ao fim de julho, e que todos vão compreender. ",
    "en": " ".join(STORY[1:]) + " ",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    ("attributes", "head"),
    [
        ("lang=en", ""), ("xml:lang=en-US", ""), ("lang=de-DE", ""),
        ("", "<meta http-equiv=content-language content=en>"),
        ("", "<meta property=og:locale content=en_US>"), ("lang=''", ""), ("lang=english", ""),
        ("lang={0}-XX", ""),
    ],
)  # fmt: skip
def test_the_words_tell_the_language_whatever_is_declared(language: str, attributes: str, head: str) -> None:
    page = f"<article><p>{TEXTS[language] * 2}</p><p>{TEXTS[language]}</p></article>"
    assert read(page, HEAD + head, attributes.format(language)).language == language

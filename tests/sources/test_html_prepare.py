"""Pages that the extractor gets wrong: consent, asides, live blogs, data, titles, days."""

from __future__ import annotations

import json

import pytest

from tests.hostile.documents import STORY
from tests.sources.test_html import ARTICLE, json_ld, read
from tests.sources.test_html_order import HEAD, PARAGRAPHS, TITLE
from tui.model import Article, Kind

FIRST = "The district closed the quarry lake"
CONSENT = "".join(
    f"<p>We and our partners use cookies for purpose {number}, so that we know more about you and show you "
    "what you may like. You may withdraw your consent in the settings at any time.</p>"
    for number in range(30)
)
ITEMS = ["Bring a towel and a hat", "Leave the dog at home", "The kiosk stays open"]
LIST = "<ul>" + "".join(f"<li>{item}</li>" for item in ITEMS) + "</ul>"


def body(article: Article) -> list[str]:
    return [passage.text for passage in article.body]


def has_story(article: Article) -> bool:
    texts = " ".join(body(article))
    return all(paragraph in texts for paragraph in STORY[1:]) and "cookies" not in texts


@pytest.mark.parametrize(
    "attributes",
    [
        "id=onetrust-banner-sdk", "id=CybotCookiebotDialog", "class='cookie-notice open'", "class=gdpr-modal",
        "id=didomi-host", "role=dialog", "id=usercentrics-root", "class=cc-window", "class=consent",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "page",
    [
        "<div {0}>{1}</div><article>{2}</article>",
        "<main><article><div {0}>{1}</div>{2}</article></main>",
        "<main><article><div {0}>{1}</div></article></main><div>{2}</div>",
        "<section {0}><div>{1}</div></section><div>{2}</div>",
    ],
)
def test_a_request_for_consent_is_not_the_article(attributes: str, page: str) -> None:
    story = f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS)}"
    assert has_story(read(page.format(attributes, CONSENT, story), HEAD))


@pytest.mark.parametrize(
    "page",
    [
        "<div class=has-cookie-banner><article>{0}</article></div>",
        "<body class=cookie-consent><div>{0}</div></body>",
        "<div role=dialog><h1>x</h1>{0}</div>",
        "<div class=consent><p>A story about a town.</p>{0}</div>",
    ],
)
def test_an_article_within_such_names_is_read(page: str) -> None:
    assert has_story(read(page.format("".join(PARAGRAPHS)), HEAD))


@pytest.mark.parametrize("page", ["<aside>{0}</aside>", "<div>Home</div><aside class=sidebar>{0}</aside>"])
def test_an_article_in_an_aside_is_read(page: str) -> None:
    assert has_story(read(page.format(f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS)}"), HEAD))


@pytest.mark.parametrize("page", ["{0}", "<div>{0}</div>", "<table><tr><td>{0}</td></tr></table>"])
def test_a_list_among_the_paragraphs_is_article_text(page: str) -> None:
    story = f"<h1>{TITLE}</h1>{''.join([*PARAGRAPHS[:2], LIST, *PARAGRAPHS[2:]])}"
    article = read(page.format(story), HEAD)
    assert has_story(article)
    start = body(article).index(ITEMS[0])
    assert body(article)[start : start + 3] == ITEMS


def next_data(value: object) -> str:
    return (
        f"<div id=__next></div><script id=__NEXT_DATA__ type='application/json'>{json.dumps(value)}</script>"
    )


BLOCKS = [{"type": "paragraph", "content": text} for text in STORY[1:]]
NESTED = [{"type": "p", "children": [{"text": text}]} for text in STORY[1:]]


@pytest.mark.parametrize(
    "page",
    [
        json_ld(headline=TITLE, articleBody="\n".join(STORY[1:])),
        json_ld(headline=TITLE, text="\n".join(STORY[1:])),
        next_data({"props": {"menu": ["Home page", "Sport pages"], "story": {"blocks": BLOCKS}}}),
        next_data({"props": {"story": {"blocks": NESTED}}}),
        next_data({"props": {"pageProps": {"html": "".join(PARAGRAPHS)}}}),
    ],
)
def test_an_article_that_is_only_in_data_is_read(page: str) -> None:
    assert has_story(read(page, HEAD))


def test_the_entries_of_a_live_blog_are_read_with_their_headlines() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": f"Divers report again, part {number} of it", "articleBody": text}
        for number, text in enumerate(STORY[1:])
    ]
    blog = {"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates}
    article = read(f"<script type='application/ld+json'>{json.dumps(blog)}</script>", HEAD)
    assert has_story(article)
    assert "Divers report again, part 1 of it" in article.text


def test_data_that_is_no_article_is_not_read() -> None:
    data = next_data({"props": {"terms": "Do not read this aloud. " * 50, "deep": [[[]]]}})
    assert "aloud" not in read(ARTICLE + data, HEAD).text


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (f"{TITLE} | The Post", "<meta property=og:site_name content='The Post'>"),
        (f"{TITLE} - thepost.example", ""),
        (f"{TITLE} – Post Online", "<link rel=canonical href='https://www.postonline.example/a'>"),
        (f"The Post: {TITLE}", "<meta property=og:site_name content='The Post'>"),
        (f"{TITLE} - Valley - The Post", ""),
        (f"Valley | {TITLE}", ""),
    ],
)
def test_the_outlet_is_no_part_of_the_title(title: str, head: str) -> None:
    for meta in (f'<meta property=og:title content="{title}">', json_ld(headline=title)):
        assert read(f"<h1>{TITLE}</h1>{ARTICLE}", f"<title>{title}</title>{head}{meta}").title == TITLE


@pytest.mark.parametrize("title", ["Dam - a word and its history", "Post: a crack in the dam", "Lake | shut"])
def test_other_parts_of_a_title_stay(title: str) -> None:
    head = f'<title>{title}</title><meta property=og:title content="{title}">'
    assert read(ARTICLE, f"{head}<meta property=og:site_name content='The Post Office'>").title == title


def test_a_title_that_is_the_outlet_gives_way_to_the_heading() -> None:
    head = "<meta property=og:title content='The Post'><meta property=og:site_name content='The Post'>"
    assert read(f"<h1>{TITLE}</h1>{ARTICLE}", head).title == TITLE


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("27.01.2022", "2022-01-27"),
        ("Stand: 27. Januar 2022, 08:30 Uhr", "2022-01-27"),
        ("24. März 2020", "2020-03-24"),
        ("Publicado: 5 de mayo de 2022", "2022-05-05"),
        ("Publié le 3 août 2021", "2021-08-03"),
        ("3 czerwca 2021", "2021-06-03"),
        ("12 dicembre 2021", "2021-12-12"),
        ("2021年6月3日", "2021-06-03"),
        ("March 4th, 2021", "2021-03-04"),
        ("03/04/2022", ""),
    ],
)
def test_the_day_on_a_line_of_the_page_is_read(line: str, day: str) -> None:
    assert (
        read(f"<h1>{TITLE}</h1><p>{line}</p><article>{''.join(PARAGRAPHS)}</article>", HEAD).published == day
    )


@pytest.mark.parametrize(
    ("published", "updated", "day"),
    [
        ("2026-03-12T02:30:00Z", "2026-03-12T09:00:00-05:00", "2026-03-11"),
        ("2026-03-11T23:30:00+00:00", "2026-03-12T09:00:00+09:00", "2026-03-12"),
        ("2026-03-12T02:30:00Z", "2026-03-12T09:00:00Z", "2026-03-12"),
        ("2026-03-12", "2026-03-12T09:00:00-05:00", "2026-03-12"),
    ],
)
def test_the_day_is_that_of_the_pages_zone(published: str, updated: str, day: str) -> None:
    assert read(head=json_ld(datePublished=published, dateModified=updated)).published == day


GERMAN = (
    "Der Landkreis hat den See für den Sommer gesperrt, und das Wasseramt "
    "will bis Juli wissen, ob die Mauer hält. "
    "Die Taucher sagten am Montag, dass der Riss nicht tief ist, aber auch, dass er "
    "von der Mitte bis zum Ufer geht. "
)


def test_a_language_that_the_words_contradict_is_not_believed() -> None:
    german = f"<article><p>{GERMAN}</p><p>{GERMAN.swapcase().swapcase()}</p></article>"
    assert read(german, attributes="lang=en").language == "de"
    assert read(german, attributes="lang=de").language == "de"
    assert read(attributes="lang=gd").language == "gd", "a language of which no words are known"
    assert read("<article><p>" + "Kort sagt. " * 30 + "</article>", attributes="lang=da").language == "da"


def test_a_song_is_no_list_of_links() -> None:
    lines = "".join(f"<p>We rowed over water number {n} again</p>" for n in range(40))
    article = read(f"<div><h1>The rower</h1>{lines}</div>", "<title>The rower</title>")
    assert sum(passage.kind is Kind.BODY for passage in article.passages) > 30

"""Pages as publishing systems write them: consent, containers, data in scripts."""

from __future__ import annotations

import json

import pytest

from tests.hostile.documents import STORY
from tests.sources.test_html import read
from tests.sources.test_html_order import HEAD, PARAGRAPHS, TITLE
from tests.sources.test_html_prepare import CONSENT, has_story

PAGE = f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS)}"

MANAGERS = {
    "Sourcepoint": "<div class='message type-modal'><div class='message-component'>{0}</div></div>",
    "Didomi": "<div id=didomi-host><div class=didomi-popup-notice role=dialog>{0}</div></div>",
    "Usercentrics": "<aside id=usercentrics-cmp-ui><div class=privacy-text>{0}</div></aside>",
    "OneTrust": "<div id=onetrust-consent-sdk><div id=onetrust-pc-sdk role=dialog>{0}</div></div>",
    "Quantcast": "<div id=qc-cmp2-container><div id=qc-cmp2-main>{0}</div></div>",
    "Google": "<div class=fc-consent-root><div class='fc-dialog fc-choice-dialog'>{0}</div></div>",
    "Complianz": "<div id=cmplz-cookiebanner-container><div class=cmplz-cookiebanner>{0}</div></div>",
    "CCM19": "<div class=ccm-root><div id=ccm-widget class=ccm-modal>{0}</div></div>",
    "Pubtech": "<div id=pubtech-cmp>{0}</div>",
    "AppConsent": "<div id=appconsent>{0}</div>",
    "Snigel": "<div id=snigel-cmp-framework>{0}</div>",
    "AMP": "<amp-consent id=c layout=nodisplay><div id=consent-ui>{0}</div></amp-consent>",
    "Polish": "<div class=rodo-popup>{0}</div>",
    "Brazilian": "<div class=lgpd-banner>{0}</div>",
    "dialog": "<dialog open>{0}</dialog>",
    "template": "<template>{0}</template>",
    "noscript": "<noscript><div class=cookies>{0}</div></noscript>",
    "button": "<div class=x1><div class=x2>{0}</div><div><button>Accept all</button></div></div>",
    "German button": "<section class=x1>{0}<button class=x2>Alle akzeptieren und weiter</button></section>",
}
"""Elements that ask for consent, as managers of consent make them; names shortened."""


@pytest.mark.parametrize("manager", MANAGERS)
@pytest.mark.parametrize(
    "page",
    [
        "{0}<main><article>{1}</article></main>",
        "<main><article>{0}{1}</article></main>",
        "<main>{0}<div>{1}</div></main>",
    ],
)
def test_a_manager_of_consent_is_not_the_article(manager: str, page: str) -> None:
    request = MANAGERS[manager].format(CONSENT)
    assert has_story(read(page.format(request, PAGE), HEAD))


def test_a_page_of_buttons_is_read() -> None:
    buttons = (
        "<div>" * 60 + "<button>Accept</button>" * 400 + "<p>cookies cookies cookies</p>" + "</div>" * 60
    )
    assert all(text in read(f"{buttons}<article>{PAGE}</article>", HEAD).text for text in STORY[1:])


COOKIES = "The baker sells cookies. Her cookies are known in the valley, and the cookies cost little."


@pytest.mark.parametrize(
    "page",
    [
        "<article class='post tag-consent'>{0}</article>",
        "<div class=cookie-recipe>{0}</div>",
        "<div class=modal role=dialog aria-modal=true><article>{0}</article></div>",
        "<div class='page page-privacy-policy'><div>{0}</div></div>",
        "<div class=cmp-container><div class=cmp-text>{0}</div></div>",
        "<div class=x1>{0}<button>Accept</button></div>",
        f"<div class=x1><p>{COOKIES}</p>{{0}}<button>Share</button></div>",
        f"<article><p>{COOKIES}</p>{{0}}<button>Allow comments</button></article>",
    ],
)
def test_an_article_near_such_names_and_buttons_is_read(page: str) -> None:
    assert all(text in read(page.format(PAGE), HEAD).text for text in STORY[1:])


def test_a_story_about_cookies_keeps_its_sentences() -> None:
    page = f"<div><h1>{TITLE}</h1><p>{COOKIES}</p>{''.join(PARAGRAPHS)}<button>Accept</button></div>"
    assert "Her cookies are known in the valley, and the cookies cost little." in read(page, HEAD).text


@pytest.mark.parametrize(
    "page",
    [
        "<dialog open><article>{0}</article></dialog>",
        "<x-page><template shadowrootmode=open><article>{0}</article></template></x-page>",
        "<div>Home</div><template><article>{0}</article></template>",
        "<app-root><news-article><news-body>{0}</news-body></news-article></app-root>",
        "<div id=app>Loading</div><noscript><div><article>{0}</article></div></noscript>",
        "<details open><summary>Text</summary>{0}</details>",
        "<form id=aspnetForm method=post action=./x><div id=ctl00_content>{0}</div></form>",
        "<table><tr><td>Menu</td><td><table><tr><td>{0}</td></tr></table></td></tr></table>",
        "<center><font size=2>{0}</font></center>",
        "<div>Home</div><footer>{0}</footer>",
        "<div class=comments-enabled><div>{0}</div></div>",
        "<div class=related-content-wrapper><div>{0}</div></div>",
        "<div class=paywall><div class=subscription-content>{0}</div></div>",
        "<div id=content style='display:none'>{0}</div>",
        "<div itemscope itemtype=https://schema.org/NewsArticle><div itemprop=articleBody>{0}</div></div>",
    ],
)
def test_an_article_in_an_unusual_container_is_read(page: str) -> None:
    assert has_story(read(page.format(PAGE), HEAD))


@pytest.mark.parametrize(
    ("before", "each", "after"),
    [
        ("<dl>", "<dt>Point</dt><dd>{0}</dd>", "</dl>"),
        ("<table>", "<tr><td>{0}</td></tr>", "</table>"),
        ("<ol>", "<li>{0}</li>", "</ol>"),
        ("<div>", "<span>{0}</span><br><br>", "</div>"),
        ("<div>", "<div>{0}</div>", "</div>"),
        ("<pre>", "{0}\n\n", "</pre>"),
        ("", "<p><a href=/x>{0}</a></p>", ""),
    ],
)
def test_paragraphs_of_any_form_are_read(before: str, each: str, after: str) -> None:
    assert has_story(read(f"<h1>{TITLE}</h1>{before}{''.join(map(each.format, STORY[1:]))}{after}", HEAD))


TEXT = "".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.__NUXT__={json.dumps({'data': [{'body': TEXT}]})}</script>",
        f"<script type=application/json>{json.dumps([{'a': 1}, 'x', TEXT])}</script>",
        f"<script>window.__APOLLO_STATE__ = {json.dumps({'Article:1': {'body': TEXT}})};</script>",
        f"<script>var a=1;Fusion.globalContent={json.dumps({'html': TEXT})};Fusion.b={{}}</script>",
        f"<script>window.__DATA__={json.dumps({'x': [{'text': line} for line in STORY[1:]]})}</script>",
    ],
)
def test_an_article_in_the_data_of_a_script_is_read(script: str) -> None:
    assert has_story(read(f"<div id=app></div>{script}", HEAD))


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.__INITIAL_STATE__=load('{TEXT}')</script>",
        f"<script>window.__NUXT__={{broken: '{TEXT}'}}</script>",
        f"<script>window.__INITIAL_STATE__={'[' * 20_000}</script>",
        f"<script type=text/x-template>window.__NUXT__={json.dumps({'body': 'Template. ' * 90})}</script>",
    ],
)
def test_a_script_that_is_no_data_is_passed_over(script: str) -> None:
    article = read(f"{PAGE}{script}", HEAD)
    assert has_story(article)
    assert "Template" not in article.text

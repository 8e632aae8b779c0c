"""Whether two reports may be about different events, told by how little of what they say is the same."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from tui.analysis.evidence import Day, days_of
from tui.model import Article, Comparison, Relation, Side
from tui.model.difference import FactKind
from tui.model.languages import bare_code, has_two_languages
from tui.model.wording import plural

# Tuned, with links cross-validated, on 74 pairs of reports of one event and 148 pairs made of a report and
# one of the two stories nearest to it: the rules tell 95 % of these 148, and two of the 74.
FEW_LINKS = 1
"""Links of the same statement up to which two reports may be about different events."""
FEW_LINKS_OTHER_DAYS = 3
"""The same for reports that both name days, but none in common."""
MOST_LINKED = 0.15
MOST_LINKED_OTHER_DAYS = 0.2
"""Share of passages that say the same from which even so few links are enough: the reports are short."""
SMALL_SHARE = 0.05
"""Share of passages that say the same up to which more links are few: the reports are long."""
FAR_APART = 60
"""Days between the publication of two reports in different languages from which these alone tell it: the
links across languages are fewer and less sure. Plain judgement."""
MOST_DAYS = 3
"""Days of each report that a notice names."""


class DifferentEvents(Struct, frozen=True):
    """The reason to think that two reports are about different events."""

    same: int
    """Passages of both reports that say the same as one of the other."""
    passages: int
    """Passages of both reports, boilerplate left out."""
    days: tuple[tuple[str, ...], tuple[str, ...]]
    """The days that each names, as written or `2023-03-21`, if both do; they may have some in common."""
    published: tuple[str, str] = ("", "")
    """The days of publication, if these alone tell it."""

    @property
    def notice(self) -> str:
        """`These may be about different events: 3 of 41 passages say the same`, and the days they name."""
        count = plural(self.passages, "passage")
        shares = f"{self.same} of {count} say the same"
        if all(self.published):
            left, right = self.published
            return f"These may be about different events: left is of {left}, right of {right}; {shares}"
        text = f"These may be about different events: {shares}"
        if all(self.days):
            named = (
                f"{side.value} names {', '.join(days[:MOST_DAYS])}"
                for side, days in zip(Side, self.days, strict=True)
            )
            text = f"{text}; {', '.join(named)}"
        return text


def different_events(comparison: Comparison) -> DifferentEvents | None:
    """The reason to think that two reports are about different events, or None if there is none.

    Judged by the links shown by default, whatever the reader's threshold. Reports that were not compared
    completely, or have no passages, are never said to be different.
    """
    bodies = [comparison.article(side).body for side in Side]
    if not comparison.aligned or not all(bodies):
        return None
    indices = [{passage.index for passage in body} for body in bodies]
    links = [
        link
        for link in comparison.links_from(comparison.threshold)
        if link.relation is Relation.SAME and link.left in indices[0] and link.right in indices[1]
    ]
    same = len({link.left for link in links}) + len({link.right for link in links})
    passages = sum(map(len, bodies))
    published = _far_apart(comparison)
    if published:
        return DifferentEvents(same, passages, ((), ()), published)
    lefts, rights = _days(comparison)
    other_days = bool(lefts and rights) and lefts.keys().isdisjoint(rights)
    few = len(links) <= FEW_LINKS and same < MOST_LINKED * passages
    few_at_other_days = (
        other_days and len(links) <= FEW_LINKS_OTHER_DAYS and same < MOST_LINKED_OTHER_DAYS * passages
    )
    if not (few or few_at_other_days or same <= SMALL_SHARE * passages):
        return None
    days = (tuple(lefts.values()), tuple(rights.values())) if lefts and rights else ((), ())
    return DifferentEvents(same, passages, days)


def _days(comparison: Comparison) -> tuple[dict[Day, str], dict[Day, str]]:
    """The days that each article names: as written, or between two languages as ISO 8601 has them."""
    if not has_two_languages(comparison):
        left, right = (days_of(comparison.article(side).text) for side in Side)
        return left, right
    left, right = (_iso_days(article) for article in comparison.articles)
    return left, right


def _iso_days(article: Article) -> dict[Day, str]:
    """The days that an article names in its own language, each with itself: `2023-03-21`, `03-21`."""
    from tui.analysis.differences.across.values import facts_of  # seldom needed
    from tui.analysis.differences.sentence import sentence_of

    language = bare_code(article.language)
    days = [
        fact.fact.value
        for passage in article.body
        for fact in facts_of(sentence_of(article, passage.index, language))
        if fact.fact.kind is FactKind.DATE and fact.fact.low == fact.fact.high
    ]
    return {day: day for day in days if day[-1:].isdigit()}


def _far_apart(comparison: Comparison) -> tuple[str, str] | None:
    """The days of publication of two articles in different languages, if they are FAR_APART or more."""
    if not has_two_languages(comparison):
        return None
    try:
        left, right = (date.fromisoformat(article.published[:10]) for article in comparison.articles)
    except ValueError:
        return None
    return (left.isoformat(), right.isoformat()) if abs((right - left).days) >= FAR_APART else None

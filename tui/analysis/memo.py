"""Results of functions of one article or sentence, held by it: each pair of a story needs them again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from tui.model import Article

P = ParamSpec("P")
T = TypeVar("T")
Owner = TypeVar("Owner")

MOST_PASSAGES = 500
"""Passages up to which an article holds results: its sentences take some 10 KB a passage."""


def once_per_sentence(
    function: Callable[Concatenate[Owner, P], T],
) -> Callable[Concatenate[Owner, P], T]:
    """Call a function of a sentence once for each of its arguments; the sentence holds the result.

    Nobody may change what is returned.
    """

    @wraps(function)
    def memoized(owner: Owner, /, *arguments: P.args, **options: P.kwargs) -> T:
        return _result(owner, function, *arguments, **options)

    return memoized


def once_per_article(
    function: Callable[Concatenate[Article, P], T],
) -> Callable[Concatenate[Article, P], T]:
    """The same for an article. One of more than MOST_PASSAGES holds nothing."""

    @wraps(function)
    def memoized(article: Article, /, *arguments: P.args, **options: P.kwargs) -> T:
        if len(article.passages) > MOST_PASSAGES:
            return function(article, *arguments, **options)
        return _result(article, function, *arguments, **options)

    return memoized


def held_by(article: Article, name: str, make: Callable[[], T]) -> T:
    """What `make` returned the first time for that name; with arguments that change nothing but its speed."""
    if len(article.passages) > MOST_PASSAGES:
        return make()
    results = article.__dict__.setdefault("_results", {})
    if name not in results:
        results[name] = make()
    result: T = results[name]
    return result


def _result(owner: Any, function: Callable[..., T], *arguments: Any, **options: Any) -> T:
    results = owner.__dict__.setdefault("_results", {})
    key = function, arguments, *options.items()
    if key not in results:
        results[key] = function(owner, *arguments, **options)
    result: T = results[key]
    return result

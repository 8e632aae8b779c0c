"""What is found in one article or sentence, kept in it: each pair of a story asks for the same again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from tui.model import Article

P = ParamSpec("P")
T = TypeVar("T")
Owner = TypeVar("Owner")

MOST_PASSAGES = 500
"""Passages up to which an article keeps what is found in it: its sentences take some 10 KB a passage."""


def kept_in_sentence(
    function: Callable[Concatenate[Owner, P], T],
) -> Callable[Concatenate[Owner, P], T]:
    """Work out once what a function finds in a sentence, which keeps it as a cached property would be.

    Nobody may change what is returned.
    """

    @wraps(function)
    def finding(owner: Owner, /, *arguments: P.args, **options: P.kwargs) -> T:
        return _found(owner, function, *arguments, **options)

    return finding


def kept_in_article(
    function: Callable[Concatenate[Article, P], T],
) -> Callable[Concatenate[Article, P], T]:
    """The same of an article. One of more than MOST_PASSAGES keeps nothing."""

    @wraps(function)
    def finding(article: Article, /, *arguments: P.args, **options: P.kwargs) -> T:
        if len(article.passages) > MOST_PASSAGES:
            return function(article, *arguments, **options)
        return _found(article, function, *arguments, **options)

    return finding


def _found(owner: Any, function: Callable[..., T], *arguments: Any, **options: Any) -> T:
    kept = owner.__dict__.setdefault("_kept", {})
    key = function, arguments, *options.items()
    if key not in kept:
        kept[key] = function(owner, *arguments, **options)
    found: T = kept[key]
    return found

"""Where an article comes from, as a report that is sent to others says it."""

from __future__ import annotations

from pathlib import PurePath

from tui.model import Article


def source_to_send(article: Article) -> str:
    """The outlet, the address, or the name of the file without the folders of whoever made the report."""
    source = article.source
    return source if "://" in source else PurePath(source).name or source

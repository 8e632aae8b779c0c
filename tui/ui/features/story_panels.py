"""Panels on a whole story: the grid, what is left out, the facts given differently."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.model import Article
from tui.ui.features.reports import Reports, refused
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.panels.story_list import StoryListScreen


class StoryPanels:
    """Opens the panels and goes to the passages picked in them."""

    def __init__(
        self,
        host: Host,
        reports: Reports,
        pair_overview: Callable[[Scene], Scene],
        pair_differences: Callable[[Scene], Scene],
    ) -> None:
        """The last two show the same of the two reports on the panes."""
        self._host, self._reports = host, reports
        self._left_at: dict[type, object] = {}
        """For each panel the row at which the reader left it."""
        self._articles: tuple[Article, ...] = ()
        """The reports that those rows are about."""
        self._pair_overview, self._pair_differences = pair_overview, pair_differences

    def grid(self, scene: Scene) -> Scene:
        """Show which report states what."""
        if not scene.several:
            return refused(scene)
        from tui.ui.panels.grid import GridScreen

        return self._open(scene, GridScreen)

    def overview(self, scene: Scene) -> Scene:
        """Show what each report leaves out, and the topics of all."""
        from tui.ui.panels.story_overview import StoryOverviewScreen

        return self._open(scene, StoryOverviewScreen, self._pair_overview)

    def facts(self, scene: Scene) -> Scene:
        """List the facts that the reports give differently."""
        from tui.ui.panels.story_facts import StoryFactsScreen

        return self._open(scene, StoryFactsScreen, self._pair_differences)

    def _open(
        self,
        scene: Scene,
        panel: type[StoryListScreen[Any]],
        of_pair: Callable[[Scene], Scene] | None = None,
    ) -> Scene:
        from tui.ui.panels.story_list import Ask, Places

        def take(scene: Scene, answer: object) -> Scene:
            if answer is Ask.PAIR and of_pair:
                return of_pair(scene)
            if isinstance(answer, Places) and scene.story:
                return self._reports.go(scene, answer.left, answer.right)
            return scene

        self._follow(scene)
        leave_at = partial(self._left_at.__setitem__, panel)
        start, threshold = self._left_at.get(panel), scene.reading.threshold
        self._host.ask(panel(lambda: self._host.story, threshold, self._host.ascii, start, leave_at), take)
        return scene

    def _follow(self, scene: Scene) -> None:
        """Forget the rows unless the reports are the same, or more have been added."""
        articles, before = scene.story.story.articles if scene.story else (), self._articles
        if articles[: len(before)] != before:
            self._left_at.clear()
        self._articles = articles

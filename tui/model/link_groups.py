"""Groups of connected links: one to one, one to many, or many to many."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tui.model import Link, Side


class LinkGroup(Struct, frozen=True, gc=False):
    """Connected links."""

    links: tuple[Link, ...]
    """In the order given; never empty."""

    def at(self, side: Side) -> tuple[int, ...]:
        """The indices of its passages on one side, in order."""
        return tuple(sorted({link.at(side) for link in self.links}))

    @property
    def best(self) -> Link:
        """The link with the highest score, the first of equals."""
        return max(self.links, key=lambda link: link.score)


def link_groups(links: Iterable[Link]) -> tuple[LinkGroup, ...]:
    """The connected components of `links`, in the order of their first passages on the left."""
    links = tuple(links)
    parent: dict[tuple[Side, int], tuple[Side, int]] = {}

    def root(end: tuple[Side, int]) -> tuple[Side, int]:
        parent.setdefault(end, end)
        while parent[end] != end:
            parent[end] = parent[parent[end]]
            end = parent[end]
        return end

    for link in links:
        parent[root((Side.LEFT, link.left))] = root((Side.RIGHT, link.right))
    members: dict[tuple[Side, int], list[Link]] = {}
    for link in links:
        members.setdefault(root((Side.LEFT, link.left)), []).append(link)
    groups = (LinkGroup(tuple(component)) for component in members.values())
    return tuple(sorted(groups, key=lambda group: (group.at(Side.LEFT), group.at(Side.RIGHT))))


def star_groups(links: Iterable[Link]) -> tuple[LinkGroup, ...]:
    """Groups of links that share one passage; each passage is in one group, by its highest-scored link.

    In a star every passage of one side is linked to every passage of the other, so a line that joins them
    shows only links that exist. Links between two passages of different groups are left out.
    """
    taken: dict[tuple[Side, int], list[Link]] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.pair)):
        ends = (Side.LEFT, link.left), (Side.RIGHT, link.right)
        homes = [taken.get(end) for end in ends]
        if homes[0] is None and homes[1] is None:
            taken[ends[0]] = taken[ends[1]] = [link]
            continue
        for (side, index), home, other in ((ends[0], homes[0], 1), (ends[1], homes[1], 0)):
            if home and homes[other] is None and all(k.at(side) == index for k in home):
                home.append(link)
                taken[ends[other]] = home
                break
    groups = {id(home): LinkGroup(tuple(home)) for home in taken.values()}
    return tuple(sorted(groups.values(), key=lambda group: (group.at(Side.LEFT), group.at(Side.RIGHT))))

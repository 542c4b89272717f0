"""Headings become the outline that readers show beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from planreports.document.nodes import Heading, LineBreak, Run
from planreports.writers.pdf.content import Destination
from planreports.writers.pdf.numbers import number
from planreports.writers.pdf.objects import Objects, reference, text_string


def destination_array(destination: Destination, pages: Sequence[bytes]) -> bytes:
    """Return an explicit destination (12.3.2.2): the page, its left edge, the place's top, zoom as it is."""
    top = number(destination.y).encode()
    return b"[%b/XYZ 0 %b null]" % (pages[destination.page], top)


@dataclass(slots=True)
class _Item:
    """An entry of the outline, and those below it."""

    title: str
    level: int
    destination: Destination | None
    items: list[_Item] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many entries there are below, at any depth."""
        return sum(1 + item.count for item in self.items)


def outline(destinations: Iterable[Destination], objects: Objects, pages: Sequence[bytes]) -> bytes | None:
    """Add the outline of all headings; return the reference to it, or None where there are none."""
    top = _nested(destinations)
    if not top.items:
        return None
    own = objects.reserve()
    first, last = _added(top.items, reference(own), objects, pages)
    objects.put(own, b"<</Type/Outlines/First %b/Last %b/Count %d>>" % (first, last, top.count))
    return reference(own)


def _nested(destinations: Iterable[Destination]) -> _Item:
    """Return an item that holds headings as items, each below the nearest before it of a higher level."""
    top = _Item("", 0, None)
    path = [top]
    for destination in destinations:
        heading = destination.anchor.heading
        if heading is None:
            continue
        while path[-1].level >= heading.level:
            path.pop()
        item = _Item(_title(heading), heading.level, destination)
        path[-1].items.append(item)
        path.append(item)
    return top


def _title(heading: Heading) -> str:
    words = (
        each.text if isinstance(each, Run) else " "
        for each in heading.inlines
        if isinstance(each, Run | LineBreak)
    )
    return "".join(words)


def _added(
    items: Sequence[_Item], parent: bytes, objects: Objects, pages: Sequence[bytes]
) -> tuple[bytes, bytes]:
    """Add items in a row; return the references to the first and the last."""
    numbers = [objects.reserve() for _ in items]
    for place, (own, item) in enumerate(zip(numbers, items, strict=True)):
        entries = {b"Parent": parent}
        if place:
            entries[b"Prev"] = reference(numbers[place - 1])
        if place + 1 < len(numbers):
            entries[b"Next"] = reference(numbers[place + 1])
        if item.items:
            entries[b"First"], entries[b"Last"] = _added(item.items, reference(own), objects, pages)
            entries[b"Count"] = b"%d" % item.count
        objects.put(own, _source(item, entries, pages))
    return reference(numbers[0]), reference(numbers[-1])


def _source(item: _Item, entries: Mapping[bytes, bytes], pages: Sequence[bytes]) -> bytes:
    links = b"".join(b"/%b %b" % entry for entry in entries.items())
    where = destination_array(item.destination, pages) if item.destination else b"null"
    return b"<</Title%b%b/Dest%b>>" % (text_string(item.title), links, where)

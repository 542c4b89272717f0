"""Slabs fill pages: whole chains where they fit, parted where they must be; every step places something."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planreports.writers.pdf.slabs import (
    AnySlab,
    Composite,
    Stack,
    first_chain,
    stack_height,
    stacked,
    unchained,
)

_ROUNDING = 0.01

NOTES_GAP = 12.0
"""The space above the footnotes of a page, in points; a short rule stands in its middle."""


def fill_pages(slabs: Sequence[AnySlab], heights: Sequence[float]) -> list[Stack]:
    """Return a stack a page; `heights` are those of the first page and of the others, in points.

    Slabs that are kept with the next stay together if a page can hold them. A table's header rows are
    repeated above a row that begins a page.
    """
    filling = _Filling(heights)
    rest = deque(slabs)
    while rest:
        chain = list(first_chain(rest))
        for _ in chain:
            rest.popleft()
        rest.extendleft(reversed(filling.place(chain)))
    return filling.stacks


@dataclass
class _Filling:
    """The pages so far; the last is being filled. `repeated` counts the slabs that only repeat a head."""

    heights: Sequence[float]
    stacks: list[Stack] = field(default_factory=lambda: [Stack()])
    repeated: int = 0

    @property
    def stack(self) -> Stack:
        return self.stacks[-1]

    @property
    def is_fresh(self) -> bool:
        return len(self.stack.placed) == self.repeated

    def free(self, slab: AnySlab) -> float:
        """Return the height that is left on the page below the space above a slab."""
        height = self.heights[min(len(self.stacks), len(self.heights)) - 1]
        foot = notes_height(self.stack.notes) if self.stack.notes else 0.0
        return height - foot - self.stack.bottom - self.stack.gap(slab) + _ROUNDING

    def notes(self, slabs: Sequence[AnySlab]) -> float:
        """Return how much higher the page's footnotes become with those of some slabs."""
        more = [note for slab in slabs for note in slab.notes]
        if not more:
            return 0.0
        already = self.stack.notes
        return notes_height([*already, *more]) - (notes_height(already) if already else 0.0)

    def place(self, chain: list[AnySlab]) -> list[AnySlab]:
        """Put a chain on this page or the next, as far as it goes; return what is left of it."""
        first, last = chain[0], chain[-1]
        if first.starts_page and not self.is_fresh:
            self._turn(first)
        notes = self.notes(chain)
        if stack_height(chain) + notes <= self.free(first):
            return self._add(chain)
        if _least_height(chain) + notes <= self.free(first):
            return self._part(chain[:-1], last)
        if not self.is_fresh:
            self._turn(first)
            return chain
        if len(chain) > 1:
            return [*self._add([unchained(first)]), *chain[1:]]
        return self._force(first)

    def _turn(self, slab: AnySlab) -> None:
        """Begin a page, with the head of the table that a slab belongs to."""
        self.stacks.append(stacked(slab.repeat))
        self.repeated = len(slab.repeat)

    def _add(self, slabs: Sequence[AnySlab]) -> list[AnySlab]:
        for slab in slabs:
            self.stack.add(slab)
            self.stack.notes += slab.notes
        return []

    def _part(self, before: Sequence[AnySlab], last: AnySlab) -> list[AnySlab]:
        """Place a chain whose last slab is parted at the foot of the page."""
        self._add(before)
        room = self.free(last) - self.notes([last])
        parts = last.split(room) if isinstance(last, Composite) else None
        return self._parted(last, parts) if parts else self._moved(last)

    def _force(self, slab: AnySlab) -> list[AnySlab]:
        """Place a slab that is taller than a page: parted wherever it can be, else as it is."""
        parts = replace(slab, whole=False).split(self.free(slab)) if isinstance(slab, Composite) else None
        return self._parted(slab, parts) if parts else self._add([slab])

    def _parted(self, slab: AnySlab, parts: tuple[Composite, Composite]) -> list[AnySlab]:
        self._add([parts[0]])
        return self._moved(slab, parts[1])

    def _moved(self, slab: AnySlab, rest: AnySlab | None = None) -> list[AnySlab]:
        """Begin a page with what is left of a slab."""
        self._turn(slab)
        return [rest or slab]


def notes_height(notes: Sequence[AnySlab]) -> float:
    """Return the height of the footnotes of a page, with what parts them from its text."""
    return NOTES_GAP + stack_height(notes)


def _least_height(chain: Sequence[AnySlab]) -> float:
    """Return the height of a chain whose last slab is parted as early as it can be."""
    *before, last = chain
    stack = stacked(before)
    return stack.bottom + stack.gap(last) + last.least_height

"""Slabs fill pages: whole chains where they fit, parted where they must be; every step places something."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from planreports.writers.pdf.parting import (
    MOST_REPEATED,
    ROUNDING,
    composite_parts,
    loose_link,
    parted,
)
from planreports.writers.pdf.slabs import AnySlab, Composite, Stack, first_chain, stack_height, stacked

NOTES_GAP = 12.0
"""The space above the footnotes of a page, in points; a short rule stands in its middle."""

_HOLE = 0.125
"""How much of a page may stay empty rather than part a composite that could be parted."""

_NOTES_HOLE = 0.25
"""How much of a page may stay empty rather than part a footnote."""

_MOST_CARRIED = 0.7
"""How much of a page the footnotes of the page before may take, where text follows."""

_TRIES = 8


def fill_pages(slabs: Sequence[AnySlab], heights: Sequence[float]) -> list[Stack]:
    """Return a stack a page; `heights` are those of the first page and of the others, in points.

    Slabs that are kept with the next stay together if a page can hold them. A table's header rows are
    repeated above a row that begins a page. A footnote that its page cannot hold goes on upon the next.
    """
    filling = _Filling(heights)
    rest = deque(slabs)
    while rest:
        chain = first_chain(rest)
        for _ in chain:
            rest.popleft()
        rest.extendleft(reversed(filling.place(chain)))
    filling.finish()
    return filling.stacks


@dataclass
class _Filling:
    """The pages so far; the last is being filled. `repeated` counts the slabs that only repeat a head.

    `carried` are lines of footnotes that wait for the next page.
    """

    heights: Sequence[float]
    stacks: list[Stack] = field(default_factory=lambda: [Stack()])
    repeated: int = 0
    carried: Sequence[AnySlab] = ()

    @property
    def stack(self) -> Stack:
        return self.stacks[-1]

    @property
    def is_fresh(self) -> bool:
        return len(self.stack.placed) == self.repeated

    @property
    def page_height(self) -> float:
        return self.heights[min(len(self.stacks), len(self.heights)) - 1]

    def free(self, slab: AnySlab) -> float:
        """Return the height that is left on the page below the space above a slab."""
        foot = notes_height(self.stack.notes) if self.stack.notes else 0.0
        return self.page_height - foot - self.stack.bottom - self.stack.gap(slab) + ROUNDING

    def notes(self, slabs: Sequence[AnySlab]) -> float:
        """Return how much higher the page's footnotes become with those of some slabs."""
        more = [note for slab in slabs for note in slab.notes]
        if not more:
            return 0.0
        already = self.stack.notes
        return notes_height([*already, *more]) - (notes_height(already) if already else 0.0)

    def place(self, chain: list[AnySlab]) -> list[AnySlab]:
        """Put a chain on this page or the next, as far as it goes; return what is left of it."""
        first = chain[0]
        if first.starts_page and not self.is_fresh:
            self._turn(first.repeat)
        room, height, notes = self.free(first), stack_height(chain), self.notes(chain)
        if height + notes <= room:
            return self._add(chain)
        rest = self._parted_gently(chain)
        if rest is not None:
            return rest
        if notes and height + NOTES_GAP <= room and room > _NOTES_HOLE * self.page_height:
            return self._add_carrying(chain)
        if not self.is_fresh:
            self._turn(first.repeat)
            return chain
        return self._force(chain)

    def finish(self) -> None:
        """Place the footnotes that are left on pages of their own."""
        while self.carried:
            self._turn(())

    # What is done with a chain -----------------------------------------------------------------------

    def _add(self, slabs: Sequence[AnySlab]) -> list[AnySlab]:
        for slab in slabs:
            self.stack.add(slab)
            self.stack.notes += slab.notes
        return []

    def _add_carrying(self, slabs: Sequence[AnySlab]) -> list[AnySlab]:
        """Add slabs whose footnotes are too much for the page: what does not fit is carried on."""
        self._add(slabs)
        room = self.page_height - self.stack.bottom - NOTES_GAP
        if not self.stack.notes or stack_height(self.stack.notes) <= room + ROUNDING:
            return []
        upper, lower = parted(self.stack.notes, room, forced=True)
        self.stack.notes[:] = upper
        self.carried = (*self.carried, *lower)
        return []

    def _turn(self, repeat: Sequence[AnySlab]) -> None:
        """Begin a page, with the head of the table that goes on there, and the footnotes carried on."""
        self.stacks.append(Stack())
        if stack_height(repeat) <= MOST_REPEATED * self.page_height:
            self.stacks[-1] = stacked(repeat)
        self.repeated = len(self.stack.placed)
        if self.carried:
            upper, lower = parted(self.carried, _MOST_CARRIED * self.page_height, forced=True)
            self.stack.notes += upper or lower[:1]
            self.carried = lower if upper else lower[1:]

    def _parted_gently(self, chain: Sequence[AnySlab]) -> list[AnySlab] | None:
        """Return what is left of a chain that parts at the foot of the page; None if it cannot.

        What parts is its last slab, or the first that no page can hold.
        """
        tall = (number for number, each in enumerate(chain) if self._is_too_tall(each))
        end = next(tall, len(chain) - 1)
        before, slab = chain[:end], chain[end]
        if not isinstance(slab, Composite) or (slab.whole and not self._is_too_tall(slab)):
            return None
        room = self._room_below(before, slab)
        if room < _HOLE * self.page_height and not self.is_fresh:
            return None
        rest = self._part(before, slab, room, forced=False)
        return None if rest is None else [*rest, *chain[end + 1 :]]

    def _force(self, chain: list[AnySlab]) -> list[AnySlab]:
        """Return what is left of a chain after as much of it as a fresh page can hold."""
        count = self._count(chain)
        cut, tall = loose_link(chain, count), chain[count]
        if isinstance(tall, Composite) and (not cut or self._is_too_tall(tall)):
            room = self._room_below(chain[:count], tall)
            rest = self._part(chain[:count], tall, room, forced=True)
            if rest is not None:
                return [*rest, *chain[count + 1 :]]
        if not count and self.repeated:
            self.stacks[-1] = Stack(notes=self.stack.notes)
            self.repeated = 0
            return chain
        if not count:
            self._add_carrying(chain[:1])
            return chain[1:]
        self._add(chain[: cut or count])
        return chain[cut or count :]

    def _part(
        self, before: Sequence[AnySlab], slab: Composite, room: float, *, forced: bool
    ) -> list[AnySlab] | None:
        """Place a composite's part that fits with its footnotes, and begin a page; return the other part."""
        height = room
        for _ in range(_TRIES):
            if (parts := composite_parts(slab, height, forced=forced)) is None:
                break
            over = self._overflow([*before, parts[0]])
            if over <= 0:
                return self._add_part([*before, parts[0]], parts[1])
            height -= over
        if forced and (parts := composite_parts(slab, room / 2, forced=True)) is not None:
            return self._add_part([*before, parts[0]], parts[1])
        return None

    def _add_part(self, upper: Sequence[AnySlab], lower: Composite) -> list[AnySlab]:
        self._add_carrying(upper)
        self._turn(lower.repeat)
        return [lower]

    # Measures ----------------------------------------------------------------------------------------

    def _is_too_tall(self, slab: AnySlab) -> bool:
        """Return whether no page can hold a slab, below the head that repeats."""
        head = stack_height(slab.repeat)
        return slab.height + (head if head <= MOST_REPEATED * self.page_height else 0.0) > self.page_height

    def _room_below(self, slabs: Sequence[AnySlab], following: AnySlab) -> float:
        """Return the height that is left for a slab below some, with their footnotes."""
        if not slabs:
            return self.free(following)
        gap = max(slabs[-1].after, following.before)
        return self.free(slabs[0]) - stack_height(slabs) - gap - self.notes(slabs)

    def _overflow(self, slabs: Sequence[AnySlab]) -> float:
        return stack_height(slabs) + self.notes(slabs) - self.free(slabs[0])

    def _count(self, chain: Sequence[AnySlab]) -> int:
        """Return how many of the first slabs of a chain fit on the page with their footnotes."""
        count = 0
        while count < len(chain) and self._overflow(chain[: count + 1]) <= 0:
            count += 1
        return count


def notes_height(notes: Sequence[AnySlab]) -> float:
    """Return the height of the footnotes of a page, with what parts them from its text."""
    return NOTES_GAP + stack_height(notes)

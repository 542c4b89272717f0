"""Slabs: what pages are stacked of, and where a stack may be parted.

A slab is a line of text, or a composite of columns (a table's row, a parallel row, a notice). Widths and
heights are points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from planreports.writers.pdf.drawing import Box, Drawing

Decorate = Callable[[float], list[Box]]
"""Returns the boxes of a composite of some height: tints behind its columns, and rules."""

_ROUNDING = 0.01


class Slab(NamedTuple):
    """A line of text or the like; `notes` stand at the foot of its page.

    A paragraph in a cell is one slab, with what makes a slab of each of its lines in `parts`: cells are
    many, and hardly any is ever parted.
    """

    height: float
    drawings: tuple[Drawing, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    starts_page: bool = False
    repeat: tuple[AnySlab, ...] = ()
    notes: tuple[AnySlab, ...] = ()
    parts: Callable[[], Sequence[AnySlab]] | None = None

    @property
    def least_height(self) -> float:
        """Return the height of its smallest first part: all of it."""
        return self.height


class SlabColumn(NamedTuple):
    """A column of a composite; one that does not count may be taller than it, and hang out below."""

    slabs: tuple[AnySlab, ...]
    counts: bool = True

    @property
    def parts(self) -> SlabColumn:
        """Return the column of slabs that cannot be parted further, but for composites."""
        slabs = (part for slab in self.slabs for part in _parts(slab))
        return self._replace(slabs=tuple(slabs))


@dataclass(frozen=True)
class Composite:
    """Columns side by side with padding, which may be parted between the slabs of each.

    `repeat` is drawn above a part that begins a page, such as a table's header rows. A composite that
    is `whole` is moved to the next page rather than parted, if it fits there.
    """

    columns: tuple[SlabColumn, ...]
    padding: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    starts_page: bool = False
    whole: bool = False
    repeat: tuple[AnySlab, ...] = ()
    decorate: Decorate | None = None
    least: float = 0.0

    @cached_property
    def height(self) -> float:
        """Return its height: the tallest column's, with padding."""
        tallest = 0.0
        for slabs, counts in self.columns:
            if counts:
                tallest = max(tallest, slabs[0].height if len(slabs) == 1 else stack_height(slabs))
        return max(tallest + 2 * self.padding, self.least)

    @cached_property
    def notes(self) -> tuple[AnySlab, ...]:
        """Return the footnotes of everything in it."""
        return tuple(note for column in self.columns for slab in column.slabs for note in slab.notes)

    @property
    def least_height(self) -> float:
        """Return the height of its smallest first part: what stays together at the top of each column."""
        if self.whole:
            return self.height
        firsts = (stack_height(first_chain(column.parts.slabs)) for column in self.columns)
        return max(firsts, default=0.0) + 2 * self.padding

    def split(self, height: float) -> tuple[Composite, Composite] | None:
        """Return the part that fits into a height and the rest; None if nothing of it does."""
        columns = [column.parts for column in self.columns]
        parts = [fitting(column.slabs, height - 2 * self.padding) for column in columns]
        pairs = list(zip(columns, parts, strict=True))
        if any(column.slabs and not part for column, part in pairs):
            return None
        if all(len(part) == len(column.slabs) for column, part in pairs):
            return None
        upper = tuple(column._replace(slabs=part) for column, part in pairs)
        lower = tuple(column._replace(slabs=column.slabs[len(part) :]) for column, part in pairs)
        return (
            replace(self, columns=upper, after=0.0, keep_with_next=False, least=0.0),
            replace(self, columns=lower, before=0.0, starts_page=False, least=0.0),
        )


AnySlab = Slab | Composite


def _parts(slab: AnySlab) -> Sequence[AnySlab]:
    return slab.parts() if isinstance(slab, Slab) and slab.parts else (slab,)


def starting_page(slab: AnySlab) -> AnySlab:
    """Return a slab that begins a page."""
    return slab._replace(starts_page=True) if isinstance(slab, Slab) else replace(slab, starts_page=True)


def unchained(slab: AnySlab) -> AnySlab:
    """Return a slab that may be parted from the next."""
    return (
        slab._replace(keep_with_next=False) if isinstance(slab, Slab) else replace(slab, keep_with_next=False)
    )


class Placed(NamedTuple):
    """A slab and where its top stands in its stack."""

    y: float
    slab: AnySlab


@dataclass
class Stack:
    """Slabs one under the other; between two, the larger of the space after and the space before."""

    placed: list[Placed] = field(default_factory=list)
    bottom: float = 0.0
    after: float = 0.0
    notes: list[AnySlab] = field(default_factory=list)

    def gap(self, slab: AnySlab) -> float:
        """Return the space above a slab if it came next; none at the top."""
        return max(self.after, slab.before) if self.placed else 0.0

    def add(self, slab: AnySlab) -> None:
        """Put a slab at the bottom."""
        top = self.bottom + self.gap(slab)
        self.placed.append(Placed(top, slab))
        self.bottom, self.after = top + slab.height, slab.after


def stacked(slabs: Sequence[AnySlab]) -> Stack:
    """Return slabs as a stack."""
    stack = Stack()
    for slab in slabs:
        stack.add(slab)
    return stack


def stack_height(slabs: Sequence[AnySlab]) -> float:
    """Return the height of slabs one under the other."""
    if not slabs:
        return 0.0
    height, after = -slabs[0].before, 0.0
    for slab in slabs:
        height += max(after, slab.before) + slab.height
        after = slab.after
    return height


def first_chain(slabs: Iterable[AnySlab]) -> tuple[AnySlab, ...]:
    """Return the first slab and those that it must stay together with."""
    chain: list[AnySlab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.keep_with_next:
            break
    return tuple(chain)


def fitting(slabs: Sequence[AnySlab], height: float) -> tuple[AnySlab, ...]:
    """Return the first slabs that fit into a height, whole chains only."""
    taken = 0
    bottom, after = -slabs[0].before if slabs else 0.0, 0.0
    for number, slab in enumerate(slabs, 1):
        bottom += max(after, slab.before) + slab.height
        after = slab.after
        if bottom > height + _ROUNDING:
            break
        if not slab.keep_with_next or number == len(slabs):
            taken = number
    return tuple(slabs[:taken])

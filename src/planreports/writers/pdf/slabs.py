"""Slabs: what pages are stacked of, and where a stack may be parted.

A slab is a line of text, or a composite of columns (a table's row, a parallel row, a notice). Widths and
heights are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from planreports.writers.pdf.drawing import Box, Drawing

Decorate = Callable[[float], list[Box]]
"""Returns the boxes of a composite of some height: tints behind its columns, and rules."""


@dataclass(frozen=True, slots=True)
class Slab:
    """A line of text or the like, which cannot be parted."""

    height: float
    drawings: tuple[Drawing, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    starts_page: bool = False
    repeat: tuple[AnySlab, ...] = ()

    @property
    def least_height(self) -> float:
        """Return the height of its smallest first part: all of it."""
        return self.height


@dataclass(frozen=True, slots=True)
class SlabColumn:
    """A column of a composite; one that does not count may be taller than it, and hang out below."""

    slabs: tuple[AnySlab, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
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

    @property
    def height(self) -> float:
        """Return its height: the tallest column's, with padding."""
        counting = (column.slabs for column in self.columns if column.counts)
        tallest = max((stack_height(slabs) for slabs in counting), default=0.0)
        return max(tallest + 2 * self.padding, self.least)

    @property
    def least_height(self) -> float:
        """Return the height of its smallest first part: what stays together at the top of each column."""
        if self.whole:
            return self.height
        firsts = (stack_height(first_chain(column.slabs)) for column in self.columns)
        return max(firsts, default=0.0) + 2 * self.padding

    def split(self, height: float) -> tuple[Composite, Composite] | None:
        """Return the part that fits into a height and the rest; None if nothing of it does."""
        parts = [fitting(column.slabs, height - 2 * self.padding) for column in self.columns]
        pairs = list(zip(self.columns, parts, strict=True))
        if any(column.slabs and not part for column, part in pairs):
            return None
        if all(len(part) == len(column.slabs) for column, part in pairs):
            return None
        upper = tuple(replace(column, slabs=part) for column, part in pairs)
        lower = tuple(replace(column, slabs=column.slabs[len(part) :]) for column, part in pairs)
        return (
            replace(self, columns=upper, after=0.0, keep_with_next=False, least=0.0),
            replace(self, columns=lower, before=0.0, starts_page=False, least=0.0),
        )


AnySlab = Slab | Composite


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab and where its top stands in its stack."""

    y: float
    slab: AnySlab


@dataclass
class Stack:
    """Slabs one under the other; between two, the larger of the space after and the space before."""

    placed: list[Placed] = field(default_factory=list)
    bottom: float = 0.0
    after: float = 0.0

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
    return stacked(slabs).bottom


def first_chain(slabs: Sequence[AnySlab]) -> tuple[AnySlab, ...]:
    """Return the first slab and those that it must stay together with."""
    for number, slab in enumerate(slabs):
        if not slab.keep_with_next:
            return tuple(slabs[: number + 1])
    return tuple(slabs)


def fitting(slabs: Sequence[AnySlab], height: float) -> tuple[AnySlab, ...]:
    """Return the first slabs that fit into a height, whole chains only."""
    taken: tuple[AnySlab, ...] = ()
    rest = tuple(slabs)
    while rest:
        chain = first_chain(rest)
        if stack_height(taken + chain) > height + 0.01:
            break
        taken, rest = taken + chain, rest[len(chain) :]
    return taken

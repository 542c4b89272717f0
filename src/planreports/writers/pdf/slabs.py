"""Slabs: what pages are stacked of, and where a stack may be parted.

A slab is a line of text, or a composite of columns (a table's row, a parallel row, a notice). Widths and
heights are points. How composites part at the foot of a page is in `parting`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planreports.writers.pdf.drawing import Box, Drawing

Decorate = Callable[[float], list[Box]]
"""Returns the boxes of a composite of some height: tints behind its columns, and rules."""


@dataclass(init=False, eq=False, slots=True)
class Slab:
    """A line of text or the like; `notes` stand at the foot of its page.

    A paragraph in a cell is one slab, with what makes a slab of each of its lines in `parts`: cells are
    many, and hardly any is ever parted.
    """

    height: float
    drawings: tuple[Drawing, ...]
    before: float
    after: float
    keep_with_next: bool
    starts_page: bool
    repeat: tuple[AnySlab, ...]
    notes: tuple[AnySlab, ...]
    parts: Callable[[], Sequence[AnySlab]] | None

    def __init__(  # noqa: PLR0913 - its fields; `dataclass` would make the same, but slower when compiled
        self,
        height: float,
        drawings: tuple[Drawing, ...] = (),
        before: float = 0.0,
        after: float = 0.0,
        keep_with_next: bool = False,
        *,
        starts_page: bool = False,
        repeat: tuple[AnySlab, ...] = (),
        notes: tuple[AnySlab, ...] = (),
        parts: Callable[[], Sequence[AnySlab]] | None = None,
    ) -> None:
        self.height = height
        self.drawings = drawings
        self.before = before
        self.after = after
        self.keep_with_next = keep_with_next
        self.starts_page = starts_page
        self.repeat = repeat
        self.notes = notes
        self.parts = parts


@dataclass(init=False, eq=False, slots=True)
class SlabColumn:
    """A column of a composite. One that reaches over several `rows` may be taller than it: it goes on in
    the composites below, which make room for it. `start` orders the columns of a row, where it matters."""

    slabs: tuple[AnySlab, ...]
    rows: int
    start: int

    def __init__(self, slabs: tuple[AnySlab, ...], rows: int = 1, start: int = 0) -> None:
        self.slabs = slabs
        self.rows = rows
        self.start = start


@dataclass(eq=False, slots=True)
class Composite:
    """Columns side by side with padding, which may be parted between the slabs of each.

    `repeat` is drawn above a part that begins a page, such as a table's header rows. A composite that
    is `whole` is moved to the next page rather than parted, if it fits there. One that is `loose` stays
    with the next only while a page can hold the whole chain. One that `joins_rows` has rows for slabs of
    its only column, and cells that reach over several of them.

    Its `height` is the tallest column's, with padding (`own_height`), and no less than `least`. Its `notes`
    are the footnotes of everything in it.
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
    joins_rows: bool = False
    loose: bool = False
    own_height: float = field(init=False)
    height: float = field(init=False)
    notes: tuple[AnySlab, ...] = field(init=False)

    def __post_init__(self) -> None:
        tallest = 0.0
        notes: list[AnySlab] = []
        for column in self.columns:
            slabs = column.slabs
            if column.rows == 1:
                tallest = max(tallest, slabs[0].height if len(slabs) == 1 else stack_height(slabs))
            for slab in slabs:
                notes += slab.notes
        self.own_height = tallest + 2 * self.padding
        self.height = max(self.own_height, self.least)
        self.notes = tuple(notes)


AnySlab = Slab | Composite


def parts_of(slabs: Iterable[AnySlab]) -> Iterator[AnySlab]:
    """Yield slabs that cannot be parted further, but for composites."""
    for slab in slabs:
        if isinstance(slab, Slab) and slab.parts:
            yield from slab.parts()
        else:
            yield slab


def starting_page(slab: AnySlab) -> AnySlab:
    """Return a slab that begins a page."""
    return replace(slab, starts_page=True)


def unchained(slab: AnySlab) -> AnySlab:
    """Return a slab that may be parted from the next."""
    return replace(slab, keep_with_next=False)


@dataclass(init=False, eq=False, slots=True)
class Placed:
    """A slab and where its top stands in its stack."""

    y: float
    slab: AnySlab

    def __init__(self, y: float, slab: AnySlab) -> None:
        self.y = y
        self.slab = slab


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


def first_chain(slabs: Iterable[AnySlab]) -> list[AnySlab]:
    """Return the first slab and those that it must stay together with; none beyond the start of a page."""
    chain: list[AnySlab] = []
    for slab in slabs:
        if chain and slab.starts_page:
            break
        chain.append(slab)
        if not slab.keep_with_next:
            break
    return chain

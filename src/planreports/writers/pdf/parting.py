"""Slabs part at the foot of a page: what fits stays, what is left goes on upon the next.

Parting is asked for in two ways. Gently, chains stay whole, every column of a composite has something on
both pages, and a composite that is `whole` does not part. By force (`forced`), where a fresh page cannot
hold something, whatever fits is taken: so each page takes something, and layout ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planreports.writers.pdf.slabs import AnySlab, Composite, SlabColumn, first_chain, parts_of, stack_height

ROUNDING = 0.01

MOST_REPEATED = 0.5
"""How much of a page's height a repeated head may take; one that needs more stands there only once."""

_Parts = tuple[tuple[AnySlab, ...], tuple[AnySlab, ...]]
_ColumnParts = list[tuple[SlabColumn, SlabColumn]]


def parted(slabs: Sequence[AnySlab], height: float, *, forced: bool = False) -> _Parts:
    """Return the first slabs that fit into a height, and the rest; a composite at the border is parted."""
    slabs = tuple(parts_of(slabs))
    count = _fitting_chains(slabs, height)
    upper, lower = slabs[:count], slabs[count:]
    if not lower:
        return upper, lower
    if forced and not upper:
        return _forced(slabs, height)
    chain = first_chain(lower)
    kept, last = (*upper, *chain[:-1]), chain[-1]
    if isinstance(last, Composite) and not last.whole:
        parts = composite_parts(last, height - _top_below(kept, last))
        if parts is not None:
            return (*kept, parts[0]), (parts[1], *lower[len(chain) :])
    return upper, lower


def composite_parts(
    slab: Composite, height: float, *, forced: bool = False
) -> tuple[Composite, Composite] | None:
    """Return the part of a composite that fits into a height, and the rest; None where nothing fits."""
    if slab.joins_rows:
        return _joined_parts(slab, height, forced=forced)
    columns = _column_parts(slab.columns, height - 2 * slab.padding, forced=forced)
    if columns is None or not any(lower.slabs for _, lower in columns):
        return None
    upper = tuple(each for each, _ in columns)
    lower = tuple(_headed(each, height) for _, each in columns)
    return _upper(slab, upper), _lower(slab, lower)


def fitting_count(slabs: Sequence[AnySlab], height: float) -> int:
    """Return how many of the first slabs fit into a height, whatever keeps them together."""
    bottom, after = -slabs[0].before if slabs else 0.0, 0.0
    for number, slab in enumerate(slabs):
        bottom += max(after, slab.before) + slab.height
        after = slab.after
        if bottom > height + ROUNDING:
            return number
    return len(slabs)


def loose_link(chain: Sequence[AnySlab], count: int) -> int:
    """Return after how many of at most `count` slabs a chain may be broken, the most; 0 for nowhere."""
    links = (
        number
        for number in range(count, 0, -1)
        if isinstance(slab := chain[number - 1], Composite) and slab.loose
    )
    return next(links, 0)


def _fitting_chains(slabs: Sequence[AnySlab], height: float) -> int:
    """Return how many of the first slabs fit into a height, whole chains only."""
    count = fitting_count(slabs, height)
    if count < len(slabs):
        while count and slabs[count - 1].keep_with_next:
            count -= 1
    return count


def _top_below(slabs: Sequence[AnySlab], following: AnySlab) -> float:
    """Return where the next slab begins below some."""
    return stack_height(slabs) + max(slabs[-1].after, following.before) if slabs else 0.0


# By force --------------------------------------------------------------------------------------------


def _forced(slabs: tuple[AnySlab, ...], height: float) -> _Parts:
    """Return what fits of a chain that is too tall for a page, and the rest; nothing if all is in vain.

    A head that only repeats gives way to what would not fit below it.
    """
    heads = _repeated(slabs)
    for start in sorted({0, heads}):
        if taken := _taken(slabs[start:], heads - start, height):
            return taken
    return (), slabs


def _taken(slabs: tuple[AnySlab, ...], heads: int, height: float) -> _Parts | None:
    """Return what fits of slabs, more than the `heads` they begin with, and the rest."""
    chain = first_chain(slabs)
    count = fitting_count(chain, height)
    if count == len(chain):
        return slabs[:count], slabs[count:]
    cut, tall = loose_link(chain, count), chain[count]
    if isinstance(tall, Composite) and (cut <= heads or tall.height > height):
        kept = slabs[:count]
        parts = composite_parts(tall, height - _top_below(kept, tall), forced=True)
        if parts is not None:
            return (*kept, parts[0]), (parts[1], *slabs[count + 1 :])
    cut = cut if cut > heads else count
    return (slabs[:cut], slabs[cut:]) if cut > heads else None


def _repeated(slabs: Sequence[AnySlab]) -> int:
    """Return how many slabs at the top, one or none, only repeat the head of the row that follows."""
    return int(len(slabs) > 1 and any(each is slabs[0] for each in slabs[1].repeat))


# Columns ---------------------------------------------------------------------------------------------


def _column_parts(columns: Sequence[SlabColumn], height: float, *, forced: bool) -> _ColumnParts | None:
    """Return the parts of columns; None where one of them (by force: all) has nothing in the upper part."""
    parts: _ColumnParts = []
    empty = filled = 0
    for column in columns:
        upper, lower = parted(column.slabs, height, forced=forced)
        parts.append((replace(column, slabs=upper), replace(column, slabs=lower)))
        filled += bool(upper)
        empty += bool(column.slabs and not upper)
    return None if empty and not (forced and filled) else parts


def _headed(column: SlabColumn, height: float) -> SlabColumn:
    """Return a column that goes on, with the head of the table that it goes on with."""
    repeat = column.slabs[0].repeat if column.slabs else ()
    if not repeat or stack_height(repeat) > MOST_REPEATED * height:
        return column
    return replace(column, slabs=(*repeat, *column.slabs))


def _upper(slab: Composite, columns: tuple[SlabColumn, ...]) -> Composite:
    return replace(slab, columns=columns, after=0.0, keep_with_next=False, least=0.0)


def _lower(slab: Composite, columns: tuple[SlabColumn, ...]) -> Composite:
    return replace(slab, columns=columns, before=0.0, starts_page=False, least=0.0)


# Rows that cells join --------------------------------------------------------------------------------


def joined(rows: Sequence[Composite]) -> tuple[Composite, ...]:
    """Return rows of which the last below a cell that reaches over several is tall enough for it."""
    made: list[Composite] = []
    needed: dict[int, list[tuple[int, float]]] = {}
    for number, row in enumerate(rows):
        for column in row.columns:
            if column.rows > 1:
                height = stack_height(column.slabs) + 2 * row.padding
                last = min(number + column.rows, len(rows)) - 1
                needed.setdefault(last, []).append((number, height))
        spans = needed.get(number, ())
        least = [height - sum(each.height for each in made[first:]) for first, height in spans]
        made.append(replace(row, least=max(least, default=0.0)))
    return tuple(made)


def joining(rows: Sequence[Composite]) -> Composite:
    """Return the rows that cells join as one slab."""
    return Composite((SlabColumn(joined(rows)),), repeat=rows[0].repeat, joins_rows=True)


def _joined_parts(group: Composite, height: float, *, forced: bool) -> tuple[Composite, Composite] | None:
    """Return joined rows up to a height, and the rest: a cell that reaches over the border goes on below."""
    rows = [row for row in group.columns[0].slabs if isinstance(row, Composite)]
    count = fitting_count(rows, height)
    if count == len(rows):
        return None
    tops = [sum(row.height for row in rows[:number]) for number in range(count + 1)]
    border = _border_row(rows[count], height - tops[count], is_first=not count, height=height, forced=forced)
    if border is None and not count:
        return None
    upper, lower = list(rows[:count]), list(rows[count:])
    going_on: list[SlabColumn] = []
    for number, row in enumerate(upper):
        room = height - tops[number] - 2 * row.padding
        columns, below = _reaching_parts(row.columns, count - number, room, forced=forced)
        if columns is None:
            return None
        upper[number] = replace(row, columns=tuple(columns))
        going_on += below
    if border is not None:
        upper.append(_upper(border[0], border[0].columns))
        lower[0] = border[1]
    columns = sorted([*lower[0].columns, *going_on], key=lambda column: column.start)
    lower[0] = _lower(lower[0], tuple(_headed(column, height) for column in columns))
    return _upper(group, (SlabColumn(joined(upper)),)), _lower(group, (SlabColumn(joined(lower)),))


def _border_row(
    row: Composite, room: float, *, is_first: bool, height: float, forced: bool
) -> tuple[Composite, Composite] | None:
    """Return the parts of the row that the border runs through; None where it moves below whole.

    A row that only cells from above make so tall keeps its own content in the upper part.
    """
    inside = room - 2 * row.padding
    columns: _ColumnParts | None = None
    if row.own_height <= room:
        columns = [_kept_parts(column, inside, forced=forced) for column in row.columns]
    elif (is_first or (forced and row.own_height > height)) and (forced or not row.whole):
        columns = _column_parts(row.columns, inside, forced=forced)
    if columns is None or not any(upper.slabs for upper, _ in columns):
        return None
    upper, lower = (replace(row, columns=tuple(pair[place] for pair in columns)) for place in (0, 1))
    return upper, lower


def _kept_parts(column: SlabColumn, height: float, *, forced: bool) -> tuple[SlabColumn, SlabColumn]:
    if column.rows == 1:
        return column, replace(column, slabs=())
    upper, lower = parted(column.slabs, height, forced=forced)
    return replace(column, slabs=upper), replace(column, slabs=lower)


def _reaching_parts(
    columns: Sequence[SlabColumn], left: int, height: float, *, forced: bool
) -> tuple[list[SlabColumn] | None, list[SlabColumn]]:
    """Return a row's columns above the border, `left` rows below it, and what goes on below the border.

    None for the columns where one that should go on has nothing above the border.
    """
    upper: list[SlabColumn] = []
    lower: list[SlabColumn] = []
    for column in columns:
        if column.rows <= left:
            upper.append(column)
            continue
        above, below = parted(column.slabs, height, forced=forced)
        if column.slabs and not above and not forced:
            return None, []
        upper.append(replace(column, slabs=above))
        if below:
            lower.append(replace(column, slabs=below, rows=column.rows - left))
    return upper, lower

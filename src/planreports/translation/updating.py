"""A catalog keeps up with what there is to translate: nothing that was translated is lost.

What is the same stays byte for byte as it was written. Where the English changed, the words are kept as a
draft, with the English that they translate (`#| msgctxt`, `#| msgid`). What the source has no more becomes
obsolete (`#~`), and comes back when the source has it again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace

import polib
from rapidfuzz.distance import Indel

from planreports.i18n.po_entries import FUZZY, as_draft, comment_of, marks_of
from planreports.translation.po_blocks import Block, Blocks

ALIKE = 0.7
"""How alike two messages are, from 0 to 1, for one to be the other with changed words: the letters that both
have in the same order, of all letters of both (docs/decisions/161-what-changed-words-are.md)."""

ALIKE_IN_PLACE = 0.5
"""How alike they are where the second stands in the first's position in a list."""

_POSITION = re.compile(r"\[[0-9]+\]")
"""In a context, a position in a list: what stands there may be something else altogether tomorrow."""


@dataclass(frozen=True, slots=True)
class Update:
    """A catalog brought up to date: its text, and which messages, as lists call them, are different now."""

    text: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def updated(catalog: str, template: polib.POFile) -> Update:
    """Return the text of a catalog, known to be right, with the messages of a template."""
    blocks = Blocks.of(catalog)
    olds = [_Old(block, block.entry()) for block in blocks.entries]
    origins = _Matching(olds, list(template)).origins()
    made = [
        _kept(origin, new, blocks) if origin else blocks.made(new)
        for new, origin in zip(template, origins, strict=True)
    ]
    used = {id(origin) for origin in origins}
    gone = [old for old in olds if id(old) not in used]
    made += _obsolete(gone, blocks)
    pairs = list(zip(template, origins, strict=True))
    return Update(
        str(replace(blocks, entries=tuple(made))),
        added=tuple(_shown(new) for new, origin in pairs if origin is None or origin.is_obsolete),
        changed=tuple(_shown(new) for new, origin in pairs if origin and origin.entry.msgid != new.msgid),
        removed=tuple(_shown(old.entry) for old in gone if not old.is_obsolete),
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Old:
    """An entry that the catalog has."""

    block: Block
    entry: polib.POEntry

    @property
    def is_obsolete(self) -> bool:
        return bool(self.entry.obsolete)


@dataclass
class _Matching:
    """Finds which entry each message was before; no entry is two messages."""

    olds: Sequence[_Old]
    wanted: Sequence[polib.POEntry]
    found: dict[int, _Old] = field(default_factory=dict)

    def origins(self) -> list[_Old | None]:
        """Return the entry that each message was; None for one that is new.

        First those that are the same, then the same words in another place, then other words in the same
        place, and last what is most alike. Only the first may be without a translation.
        """
        current = [old for old in self.olds if not old.is_obsolete]
        obsolete = [old for old in self.olds if old.is_obsolete]
        for olds in (current, obsolete):
            self._match(olds, lambda entry: (entry.msgctxt, entry.msgid))
        translated = [old for old in (*current, *obsolete) if old.entry.msgstr]
        self._match(translated, lambda entry: entry.msgid)
        self._match(translated, lambda entry: entry.msgctxt, _is_same_place)
        self._match_alike(translated)
        return [self.found.get(number) for number in range(len(self.wanted))]

    def _match(
        self,
        olds: Iterable[_Old],
        key: Callable[[polib.POEntry], Hashable],
        is_right: Callable[[polib.POEntry, polib.POEntry], bool] = lambda old, new: True,
    ) -> None:
        """Match entries and messages that have the same key, in their order."""
        free: dict[Hashable, list[_Old]] = {}
        for old in self._free(olds):
            free.setdefault(key(old.entry), []).append(old)
        for number, new in self._open():
            candidates = free.get(key(new)) if key(new) is not None else None
            if candidates and is_right(candidates[0].entry, new):
                self.found[number] = candidates.pop(0)

    def _match_alike(self, olds: Iterable[_Old]) -> None:
        """Match what is alike, the most alike first."""
        free = list(self._free(olds))
        pairs = [
            (likeness, -number, -order)
            for number, new in self._open()
            for order, old in enumerate(free)
            if (likeness := _likeness(old.entry, new, ALIKE))
        ]
        taken: set[int] = set()
        for _, number, order in sorted(pairs, reverse=True):
            if -number not in self.found and -order not in taken:
                self.found[-number] = free[-order]
                taken.add(-order)

    def _free(self, olds: Iterable[_Old]) -> Iterator[_Old]:
        used = {id(old) for old in self.found.values()}
        return (old for old in olds if id(old) not in used)

    def _open(self) -> list[tuple[int, polib.POEntry]]:
        return [(number, new) for number, new in enumerate(self.wanted) if number not in self.found]


def _likeness(old: polib.POEntry, new: polib.POEntry, least: float) -> float:
    """Return how alike two messages' words are; 0 where it is less than `least`."""
    return Indel.normalized_similarity(old.msgid, new.msgid, score_cutoff=least)


def _is_same_place(old: polib.POEntry, new: polib.POEntry) -> bool:
    """Return whether other words under the same context are those of the same thing.

    An id is never given to anything else; a position in a list is.
    """
    return not _POSITION.search(new.msgctxt or "") or bool(_likeness(old, new, ALIKE_IN_PLACE))


def _kept(old: _Old, new: polib.POEntry, blocks: Blocks) -> Block:
    """Return the block of an entry that goes on as a message: as it was, where nothing is different."""
    made, entry = copy(new), old.entry
    made.msgstr, made.tcomment = entry.msgstr, entry.tcomment
    made.flags = [*entry.flags, *(flag for flag in new.flags if flag not in entry.flags)]
    made.previous_msgctxt, made.previous_msgid = entry.previous_msgctxt, entry.previous_msgid
    if entry.msgid != new.msgid and entry.msgstr:
        if made.previous_msgid is None or not entry.fuzzy:
            made.previous_msgctxt, made.previous_msgid = entry.msgctxt, entry.msgid
        made.flags = [FUZZY, *(flag for flag in made.flags if flag != FUZZY)]
    if made.previous_msgid == new.msgid:
        made.previous_msgctxt = made.previous_msgid = None
    if made.fuzzy and as_draft(marks_of(made)) != marks_of(made):
        made.tcomment = comment_of(as_draft(marks_of(made)))
    return old.block if _says(made) == _says(entry) else replace(old.block, text=blocks.written(made))


def _says(entry: polib.POEntry) -> tuple[object, ...]:
    """Return all that an entry says, however its lines are broken."""
    return (
        entry.msgctxt,
        entry.msgid,
        entry.msgstr,
        entry.previous_msgctxt,
        entry.previous_msgid,
        entry.tcomment,
        entry.comment.split(),
        entry.occurrences,
        sorted(entry.flags),
        bool(entry.obsolete),
    )


def _obsolete(gone: Iterable[_Old], blocks: Blocks) -> Iterator[Block]:
    """Yield the blocks of entries that the source has no more, as far as they have a translation."""
    seen: set[tuple[str | None, str]] = set()
    for old in gone:
        key = (old.entry.msgctxt, old.entry.msgid)
        if not old.entry.msgstr or key in seen:
            continue
        seen.add(key)
        if old.is_obsolete:
            yield old.block
            continue
        entry = copy(old.entry)
        entry.obsolete = True
        yield replace(old.block, text=blocks.written(entry))


def _shown(entry: polib.POEntry) -> str:
    """Return what a list calls a message: its context, or the beginning of its words."""
    return entry.msgctxt or f"“{entry.msgid if len(entry.msgid) <= 50 else entry.msgid[:50] + '…'}”"

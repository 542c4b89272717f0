"""Markup, code, addresses: what both languages must have letter for letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planreports.told import told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import CODE, prose


def markup(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield tags, code, addresses and emphasis that the English has and the words lack, or the other way."""
    expected, found = _marks(message.source), _marks(message.words)
    missing, added = expected - found, found - expected
    for mark in missing:
        is_other = len(missing) == len(added) == 1
        hint = (
            told("the translation has `{mark}`", mark=next(iter(added)))
            if is_other
            else told("write it as the English has it")
        )
        yield Remark(told("`{mark}` of the English is missing", mark=mark), hint)
    if not missing:
        for mark in added:
            hint = told("leave it out, or write it as the English has it")
            yield Remark(told("`{mark}` is not in the English", mark=mark), hint)


def _marks(text: str) -> Counter[str]:
    """Return markup and code by how often it stands in text; placeholders are another check's."""
    marks = Counter(_bare(match) for match in CODE.findall(text) if match[0] != "{")
    plain = prose(text)
    marks.update({sign: plain.count(sign) for sign in ("**", "`") if sign in plain})
    return marks


def _bare(mark: str) -> str:
    """Return code without its quotes, and an address without the sign behind it."""
    return mark if mark.startswith(("<", "&")) else mark.strip("`").rstrip(".,;:")

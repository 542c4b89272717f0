"""The text of the Lao language, for whoever reads, writes, sorts, searches or sets it.

>>> from planreports import lao

Lao is written without spaces between words. `syllables` finds syllables by the rules of the orthography;
`words` finds words by ICU's dictionary, our lexicon and a glossary, and never parts a syllable:

>>> lao.syllables("ສະບາຍດີ")
['ສະ', 'ບາຍ', 'ດີ']
>>> lao.words("ສອງຝ່າຍຢືນຢັນ", terms=["ສອງຝ່າຍ"])
['ສອງຝ່າຍ', 'ຢືນຢັນ']

The same word is encoded and spelled in several ways. `canonical` makes one of what looks the same, `folded`
one of what means the same; `occurrences` finds words in a text, at its own places:

>>> lao.folded("ຫຼວງພະບາງ") == lao.folded("ຫລວງພະບາງ")
True
>>> lao.occurrences("ນະຄອນຫລວງພະບາງ", "ຫຼວງພະບາງ")
[(5, 14)]

Words sort by consonant, vowel and tone, whatever is written first:

>>> sorted(["ໄກ", "ຂ", "ກ່າ", "ເກ", "ກາ"], key=lao.collation_key)
['ກາ', 'ກ່າ', 'ເກ', 'ໄກ', 'ຂ']

Dates, numbers and amounts, there and back:

>>> lao.parse_date("ວັນທີ ໒໑ ທັນວາ ໒໐໑໑"), lao.lao_digits("2026"), lao.ordinal(9)
('2011-12-21', '໒໐໒໖', 'ທີ 9')

Everything is imported when it is first used: this costs nothing, and only `words` and `LineBreaker` need ICU.
The package uses nothing of planreports but its errors and files.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planreports.lao.collation import collation_key
    from planreports.lao.date_reading import FoundDate, dates_in, parse_date
    from planreports.lao.dates import dated, long_date, weekday_date
    from planreports.lao.digits import arabic_digits, lao_digits
    from planreports.lao.folding import canonical, folded
    from planreports.lao.line_breaks import LineBreaker, words
    from planreports.lao.numbers import currency, ordinal, parse_ordinal
    from planreports.lao.searching import occurrences
    from planreports.lao.syllabification import is_spelled, is_syllable, syllable_spans, syllables

__all__ = [
    "FoundDate",
    "LineBreaker",
    "arabic_digits",
    "canonical",
    "collation_key",
    "currency",
    "dated",
    "dates_in",
    "folded",
    "is_spelled",
    "is_syllable",
    "lao_digits",
    "long_date",
    "occurrences",
    "ordinal",
    "parse_date",
    "parse_ordinal",
    "syllable_spans",
    "syllables",
    "weekday_date",
    "words",
]

_HOMES = {
    "FoundDate": "planreports.lao.date_reading",
    "LineBreaker": "planreports.lao.line_breaks",
    "arabic_digits": "planreports.lao.digits",
    "canonical": "planreports.lao.folding",
    "collation_key": "planreports.lao.collation",
    "currency": "planreports.lao.numbers",
    "dated": "planreports.lao.dates",
    "dates_in": "planreports.lao.date_reading",
    "folded": "planreports.lao.folding",
    "is_spelled": "planreports.lao.syllabification",
    "is_syllable": "planreports.lao.syllabification",
    "lao_digits": "planreports.lao.digits",
    "long_date": "planreports.lao.dates",
    "occurrences": "planreports.lao.searching",
    "ordinal": "planreports.lao.numbers",
    "parse_date": "planreports.lao.date_reading",
    "parse_ordinal": "planreports.lao.numbers",
    "syllable_spans": "planreports.lao.syllabification",
    "syllables": "planreports.lao.syllabification",
    "weekday_date": "planreports.lao.dates",
    "words": "planreports.lao.line_breaks",
}


def __getattr__(name: str) -> object:
    """Return a public name, importing its module when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

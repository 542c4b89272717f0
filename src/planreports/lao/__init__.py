"""The Lao language's text: its syllables, and words as they are compared.

>>> from planreports import lao
>>> lao.syllables("ສະບາຍດີ")
['ສະ', 'ບາຍ', 'ດີ']
>>> lao.folded("ຫຼວງພະບາງ") == lao.folded("ຫລວງພະບາງ")
True

Everything below is imported when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planreports.lao.folding import canonical, folded
    from planreports.lao.syllabification import is_syllable, syllable_spans, syllables

__all__ = ["canonical", "folded", "is_syllable", "syllable_spans", "syllables"]

_HOMES = {
    "canonical": "planreports.lao.folding",
    "folded": "planreports.lao.folding",
    "is_syllable": "planreports.lao.syllabification",
    "syllable_spans": "planreports.lao.syllabification",
    "syllables": "planreports.lao.syllabification",
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

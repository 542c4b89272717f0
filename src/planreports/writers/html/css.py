"""CSS as text: names, strings, lengths, and classes for what only one place needs.

No element has a style attribute: the page's policy allows the one style sheet whose hash it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planreports.document.styles import Line

MILLIMETRE = 72 / 25.4
"""Points in a millimetre."""

_ROOT = 12
"""Points in a rem on paper; on a screen everything grows with the root's size."""

_UNSAFE_IN_STRING = re.compile(r'["\\<\x00-\x1f\x7f]')


def rem(points: float) -> str:
    """Return a length in the unit that everything grows with.

    >>> rem(9), rem(0)
    ('.75rem', '0')
    """
    return f"{_short(points / _ROOT)}rem" if points else "0"


def points_of(length: float) -> str:
    """Return a length on paper.

    >>> points_of(7.5)
    '7.5pt'
    """
    return f"{_short(length)}pt"


def percent(part: float) -> str:
    """Return a part of a whole as CSS has it.

    >>> percent(0.25)
    '25%'
    """
    return f"{_short(part * 100)}%"


def factor(value: float) -> str:
    """Return a number without a unit."""
    return _short(value)


def _short(number: float) -> str:
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return re.sub(r"^(-?)0\.", r"\1.", text)


def border(rule: Line | None, colour: str) -> str:
    """Return a rule as the value of a border."""
    return f"{points_of(rule.width)} solid {colour}" if rule and rule.width else "0"


def string(words: str) -> str:
    """Return words as a CSS string (CSS Syntax, 4.3.5), which cannot end the style element either.

    >>> string('</style>"')
    '"\\\\3c /style>\\\\22 "'
    """
    return '"' + _UNSAFE_IN_STRING.sub(lambda found: f"\\{ord(found[0]):x} ", words) + '"'


def class_name(kind: str, name: str) -> str:
    """Return the class of a style, whose name is letters, digits and hyphens.

    >>> class_name("p", "table-head")
    'p-table-head'
    """
    return f"{kind}-{name}"


@dataclass(slots=True)
class Rules:
    """Classes for declarations that one element or a few need, such as a column's width."""

    _names: dict[str, str] = field(default_factory=dict)

    def class_of(self, declarations: str) -> str:
        """Return the class with some declarations."""
        return self._names.setdefault(declarations, f"x{len(self._names) + 1}")

    def css(self) -> str:
        """Return the rules of all classes that were asked for."""
        return "\n".join(f".{name}{{{declarations}}}" for declarations, name in self._names.items())

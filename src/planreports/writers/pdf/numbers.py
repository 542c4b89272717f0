"""Numbers and colours as page contents have them (ISO 32000-1, 7.3.3 and 8.6)."""

from __future__ import annotations

from functools import lru_cache


def number(value: float) -> str:
    """Return a number with up to three decimals, as short as it can be.

    >>> number(12.5), number(-0.0001), number(3)
    ('12.5', '0', '3')
    """
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@lru_cache(maxsize=256)
def colour_operands(colour: str) -> str:
    """Return `#RRGGBB` as three numbers from 0 to 1."""
    return " ".join(number(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))

"""Numbers become Lao words: ordinals, and amounts with the name of their currency."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name, get_currency_precision

from planreports.lao.digits import arabic_digits
from planreports.lao.folding import canonical

_CURRENCIES = {"LAK": "ກີບ", "USD": "ໂດລາສະຫະລັດ", "JPY": "ເຢນ", "THB": "ບາດ", "CNY": "ຢວນ"}
"""As Lao official documents name them; CLDR's names say the country too (ລາວ ກີບ) and hold U+200B."""

_NUMBER_WORDS = ("ໜຶ່ງ", "ສອງ", "ສາມ", "ສີ່", "ຫ້າ", "ຫົກ", "ເຈັດ", "ແປດ", "ເກົ້າ", "ສິບ")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINAL = re.compile(rf"(?:ຄັ້ງ|ຊຸດ|ສະໄໝ)?ທີ\s?(?:([0-9]+)|([IVXLC]+)|({'|'.join(_NUMBER_WORDS)}))")
_FIRST = re.compile("(?:ຄັ້ງ|ສະບັບ|ເທື່ອ)?ທຳອິດ")


def ordinal(number: int) -> str:
    """Return which of several something is.

    >>> ordinal(9)
    'ທີ 9'
    """
    return f"ທີ {number}"


def parse_ordinal(text: str) -> int | None:
    """Return the number that an ordinal means; None if a text is none.

    >>> [parse_ordinal(each) for each in ("ທີ 9", "ຄັ້ງທີ ໑໓", "ຊຸດທີ IX", "ທີສາມ", "ທຳອິດ", "ສາມ")]
    [9, 13, 9, 3, 1, None]
    """
    text = arabic_digits(canonical(text)).strip()
    if _FIRST.fullmatch(text):
        return 1
    match = _ORDINAL.fullmatch(text)
    if not match:
        return None
    digits, roman, word = match.groups()
    if digits:
        return int(digits)
    return _roman(roman) if roman else _NUMBER_WORDS.index(word) + 1


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def currency(amount: Decimal | int, code: str) -> str:
    """Return an amount with the name of its currency, by its code of ISO 4217.

    Kip and yen have no decimals, others two if the amount is not whole. An unknown code stands as it is.

    >>> currency(Decimal(1500000), "LAK"), currency(Decimal("2500.5"), "USD"), currency(300, "JPY")
    ('1.500.000 ກີບ', '2.500,50 ໂດລາສະຫະລັດ', '300 ເຢນ')
    """
    amount = Decimal(amount)
    places = 0 if amount == amount.to_integral_value() else get_currency_precision(code)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return f"{format_decimal(amount, pattern, locale='lo')} {currency_name(code)}"


def currency_name(code: str) -> str:
    """Return what a currency is called, by its code of ISO 4217; the code itself if nobody named it in Lao.

    >>> currency_name("LAK"), currency_name("VND"), currency_name("XXQ")
    ('ກີບ', 'ຫວຽດນາມ ດົງ', 'XXQ')
    """
    return _CURRENCIES.get(code) or canonical(get_currency_name(code, locale="lo"))

"""Numbers of the English in the translation, in whichever digits and notation it has them.

`1,234` and `1.234`, `2020` and `໒໐໒໐` are the same number. A translation may write in digits what the English
says in words (`seven times`, `August`), and an ordinal in Roman numerals; otherwise each has the numbers of
the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.told import Told, told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import prose

_ASCII_DIGITS = str.maketrans("໐໑໒໓໔໕໖໗໘໙０１２３４５６７８９", "01234567890123456789")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,\u00a0])\d{3})(?:\1\d{3})*(?![\d]|[.,]\d)")
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?<![A-Za-z-])(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z-])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ENGLISH_WORD = re.compile(r"[a-z]+")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_MONTHS = "no january february march april may june july august september october november december"
_VALUES = (
    {word: value for words in (_UNITS, _ORDINALS, _MONTHS) for value, word in enumerate(words.split())}
    | {"once": 1, "twice": 2, "both": 2, "bilateral": 2, "trilateral": 3, "dozen": 12, "hundred": 100}
    | {
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "thousand": 1000,
        "decade": 10,
        "a": 1,
        "an": 1,
        "each": 1,
        "every": 1,
        "half": 2,
        "quarter": 4,
    }
)
_TENS = range(20, 100, 10)
_BUDDHIST = 543
"""How many years the Buddhist calendar is ahead; Lao official texts count by the Gregorian one."""


def numbers(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield numbers that the English has and the translation lacks, or the other way round."""
    source, words = _plain(message.source), _plain(message.words)
    expected, found = _numbers(source), _numbers(words)
    roman = {} if not _ROMAN.search(words) else _roman(words)
    missing = [each for each in expected if each not in found and each not in roman]
    allowed = {*expected, *_said_in_words(source), *_roman(source)}
    added = [each for each in found if each not in allowed]
    for value in missing:
        instead = _instead(value, missing, added)
        yield Remark(told("the number {number} of the English is missing", number=expected[value]), instead)
    if not missing:
        for value in added:
            yield Remark(
                told("the number {number} is not in the English", number=found[value]),
                told("leave it out, or correct it"),
            )


def _instead(value: int, missing: list[int], added: list[int]) -> Told:
    if value + _BUDDHIST in added:
        return told("{found} is the Buddhist year: write {expected}", found=value + _BUDDHIST, expected=value)
    if len(missing) == len(added) == 1:
        return told("the translation has {number}", number=added[0])
    return told("write it in the translation")


def _plain(text: str) -> str:
    """Return prose with ASCII digits, and without marks that group them."""
    return _GROUPED.sub(_ungrouped, prose(text).translate(_ASCII_DIGITS))


def _ungrouped(match: re.Match[str]) -> str:
    return "".join(_DIGITS.findall(match[0]))


def _numbers(text: str) -> dict[int, str]:
    """Return the numbers of some text, each as it is first written."""
    found: dict[int, str] = {}
    for digits in _DIGITS.findall(text):
        if len(digits) <= 18:
            found.setdefault(int(digits), digits)
    return found


def _roman(text: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for numeral in _ROMAN.findall(text):
        if numeral:
            values = [_ROMAN_VALUES[each] for each in numeral]
            signed = (
                -value if value < following else value
                for value, following in zip(values, [*values[1:], 0], strict=True)
            )
            found.setdefault(sum(signed), numeral)
    return found


def _said_in_words(text: str) -> Iterator[int]:
    """Yield the numbers that English words say; `sixty-two` is 62, and 60 and 2."""
    before = 0
    for word in _ENGLISH_WORD.findall(text.casefold()):
        value = _VALUES.get(word, 0)
        if word in _VALUES:
            yield value
        if before in _TENS and 0 < value < 10:
            yield before + value
        before = value

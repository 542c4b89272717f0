r"""The spelling of a Lao syllable becomes one regular expression.

Since the reform of 1975 every vowel is written, so a syllable shows where it begins and ends. It is

    leading vowel?  initial  vowel above or below?  tone?  vowel behind?  final?

in one of the frames of `_VOWELS`, each a vowel of the tables in *Lao Orthography Notes* (R. Ishida), which
the W3C's Lao layout notes build on, and of Phissamay et al., *Syllabification of Lao Script for Line
Breaking*.

A consonant is the final of the syllable before it unless a vowel makes it the initial of the next: that is
the whole question, and what follows it answers it (`_NOT_INITIAL`). Where both would do the final is taken,
ຈາກ|ວັນ and not ຈາ|ກວັນ; `_INITIAL_AFTER_ALL` says where not.
"""

from __future__ import annotations

from planreports.lao.orthography import (
    CANCELLATION,
    CONSONANTS,
    DIGITS,
    ELLIPSIS,
    LEADING_VOWELS,
    LETTERS,
    MARKS,
    NEVER_FIRST,
    NIGGAHITA,
    REPETITION,
    SEMIVOWEL_LO,
    TONES,
    VIRAMA,
)

_CONSONANT = f"[{CONSONANTS}]"
_TONE = f"[{TONES}]?"
_SIGN = f"[{NEVER_FIRST}]"

_SPOKEN = "ກງດນບມຍ"
"""The finals of Lao's own words, but for ວ, which is a vowel too."""

_FOREIGN = "ຂຄຈຊຕຖທປພຟຣລສ"
"""Finals of names and loans: ອີເມລ, ຢູເນັສໂກ."""

_AS_VOWEL = f"[ອວ][{_SPOKEN}{_FOREIGN}](?!{_SIGN})"
"""ອ or ວ with a final behind it: a vowel of the consonant before it (ນອກ, ນວນ)."""

_NOT_INITIAL = f"(?!{_SIGN}|{_AS_VOWEL})"
"""What follows a consonant gives it no vowel."""

_BARE = f"{_CONSONANT}(?!{_SIGN}|{_AS_VOWEL}|ວ{_SIGN})"
"""A consonant that has no vowel and begins no cluster with ວ: a letter of an abbreviation, or a final."""

_INITIAL_AFTER_ALL = (
    f"(?<=[່້])ກ[ວຣ]{_SIGN}|(?<=[່້]າ)ກ[ວຣ]{_SIGN}"  # no ກ ends a syllable with these tones: ຖ້າ|ກວ່າ
    "|(?<=ດີ)ກວ່າ|ກຣາມ|ກຣັມ"
)
"""A ກ that might be a final and is not: ດີ|ກວ່າ, ກິ|ໂລ|ກຣາມ."""

_NEEDED_FINAL = (
    f"(?:[{_SPOKEN}ວ]{VIRAMA}?{_NOT_INITIAL}"
    f"|[{_FOREIGN}]{VIRAMA}?{_NOT_INITIAL}(?![ຣລວ](?:{_SIGN}|{_AS_VOWEL})|{_BARE})"
    f"|{_CONSONANT}{VIRAMA})"
)
"""A final of a vowel that is not written without one."""

_FINAL = f"(?:(?!{_INITIAL_AFTER_ALL}){_NEEDED_FINAL})"
"""A final that may be there or not."""

_CLUSTERS = f"ຫ[ງຍນມລຣວ]|{_CONSONANT}{SEMIVOWEL_LO}"
"""Initials of two letters that any vowel may stand around: ຫຼ, ຫວ, ຫນ as ໜ."""

_RARE_CLUSTERS = "[ກຂຄງຈຊສຕຖທດລຍຢຮອຣ]ວ|[ກຂຄຈຊດຕຖທບປຜຝພຟສ]ຣ|[ກຂຄບປຜຝພຟສ]ລ"
"""Initials of two letters of which the second takes no sign but a tone after a leading vowel: ເສ|ລີ."""

_INITIAL = f"(?:{_CLUSTERS}|{_RARE_CLUSTERS}|{_CONSONANT})"
_PLAIN_INITIAL = f"(?:{_CLUSTERS}|{_CONSONANT})"


def _marked(vowels: str) -> str:
    """Return a vowel above or below, with a tone or without, in either order."""
    return f"(?:[{vowels}]{_TONE}|[{TONES}][{vowels}])"


_FRAMES = (
    f"{_marked('ັົ')}(?:ວະ|ວ{_NOT_INITIAL})",  # ຜົວະ, ຫົວ
    f"{_marked('ັ')}(?:ອ{_NEEDED_FINAL}|ຽ{_FINAL}?|{_NEEDED_FINAL})",  # ນັອກ, ວັຽກ, ກັບ
    f"{_marked('ົ')}{_NEEDED_FINAL}",  # ຄົນ
    f"{_marked('ິີຶືຸູ')}{_FINAL}?",  # ດີ, ກິນ
    f"{_marked(NIGGAHITA)}(?:າ|ຍ{_NOT_INITIAL})?",  # ບໍ່, ນໍ້າ
    f"{_TONE}(?:ຳ[{TONES}]?|ວ?ະ|[າຽ]{_FINAL}?)",  # ນ້ຳ, ຈະ, ການ, ຮຽນ
    f"{_TONE}[ວອ]{_NEEDED_FINAL}",  # ສ່ວນ, ຂອງ
)
"""The vowels without one before the initial."""

_FRAMES_OF_E = (
    f"{_marked('ົ')}າ",  # ເຮົາ
    f"{_marked('ັ')}(?:ະ|{_NEEDED_FINAL})",  # ເຫັນ
    f"{_marked('ິີ')}{_FINAL}?",  # ເງິນ
    f"{_marked('ຶື')}(?:ອ{_FINAL}?|{_FINAL})",  # ເມືອງ
)
"""The vowels with ເ before the initial and a sign above it."""

_VOWELS = (
    f"{_INITIAL}(?:{'|'.join(_FRAMES)})",
    f"ເ{_PLAIN_INITIAL}(?:{'|'.join(_FRAMES_OF_E)})",
    f"ເ{_PLAIN_INITIAL}{_TONE}(?:າ?ະ|ຽວ?{_FINAL}?)",  # ເກາະ
    f"[ແໂ]{_PLAIN_INITIAL}(?:{_marked('ັ')}{_NEEDED_FINAL}|{_TONE}ະ)",  # ແທັກ, ແລະ
    f"[{LEADING_VOWELS}](?:{_RARE_CLUSTERS}){_TONE}(?!{_AS_VOWEL}){_FINAL}?",  # ແກວ່ງ, ໄຂວ່
    f"[ເແໂ]{_PLAIN_INITIAL}{_TONE}{_FINAL}?",  # ເຂດ, ເສຍ, ໂລກ
    f"[ໄໃ]{_PLAIN_INITIAL}{_TONE}(?:ຍ{_NOT_INITIAL})?",  # ໃຫ້, ໄທ
)

_SILENT = f"(?:{_CONSONANT}[ິຸ]?{CANCELLATION})*"
"""What is written after a syllable and not spoken: ໄມ|ລ໌."""

SYLLABLE = f"(?:{'|'.join(_VOWELS)}){_SILENT}(?!{_SIGN})"
"""One syllable; it is never followed by a sign that would have to be its own."""

ABBREVIATION = f"(?:{_BARE}){{2,}}"
"""Consonants without any vowel: ສປປ."""

_REMAINDER = f"[{LEADING_VOWELS}]*{_CONSONANT}?[{NEVER_FIRST}]+|[{LEADING_VOWELS}]+{_CONSONANT}?|{_CONSONANT}"
"""Lao that is spelled as no syllable is: a letter with all its signs."""

BETWEEN = (
    f"{ELLIPSIS}ລ{ELLIPSIS}|[{DIGITS}0-9]+(?:[.,][{DIGITS}0-9]+)*[{MARKS}]*"
    rf"|\s+|[^\s{LETTERS}]+[{MARKS}]*"
)
"""ຯລຯ, a number, a space, or what is of other scripts, up to the next space."""

BEHIND = f"(?:{REPETITION}|{ELLIPSIS}(?!ລ{ELLIPSIS}))*"
"""ໆ and ຯ, which stay with what is before them."""

PIECE = (
    f"(?:(?P<syllable>{SYLLABLE})|{ABBREVIATION}|(?P<misspelt>{_REMAINDER})){BEHIND}|{BETWEEN}|(?P<stray>.)"
)
"""A syllable, or what stands between two; `misspelt` and `stray` are spelled as nothing that Lao has."""

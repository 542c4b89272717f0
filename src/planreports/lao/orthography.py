"""The characters of Lao, by what they do in a syllable (The Unicode Standard, 16.2, Lao).

A syllable is written as it is typed: a vowel that stands before its consonant first, then the consonant or
cluster, the vowel above or below it, the tone, the vowel behind, and the final consonant.
"""

from __future__ import annotations

LETTERS = "\u0e80-\u0eff"
"""The script's block, for a character class of a regular expression."""

CONSONANTS = "\u0e81\u0e82\u0e84\u0e86-\u0e8a\u0e8c-\u0ea3\u0ea5\u0ea7-\u0eae\u0edc-\u0edf"
"""Consonants, ອ and ວ (also vowels), ໜ and ໝ, and those of Pali and Khmu, for a character class."""

LEADING_VOWELS = "ເແໂໃໄ"
"""Vowels that are written before the consonant that they are spoken after."""

VOWELS_ABOVE = "\u0eb1\u0eb4\u0eb5\u0eb6\u0eb7\u0ebb\u0ecd"
"""ັ ິ ີ ຶ ື ົ ໍ."""

VOWELS_BELOW = "\u0eb8\u0eb9"
"""ຸ ູ."""

VOWELS_BEHIND = "\u0eb0\u0eb2\u0eb3\u0ebd"
"""ະ າ ຳ ຽ, which cannot begin a syllable. ອ, ວ and ຍ can, and are consonants too."""

TONES = "\u0ec8\u0ec9\u0eca\u0ecb"
"""Mai ek, tho, ti, catawa: ່ ້ ໊ ໋."""

SEMIVOWEL_LO = "\u0ebc"
"""ຼ, a ລ below its consonant: ຫຼ."""

CANCELLATION = "\u0ecc"
"""໌ on a consonant that is written and not spoken."""

VIRAMA = "\u0eba"
"""The virama of Pali, below a consonant that has no vowel."""

NIGGAHITA, SARA_AA, SARA_AM = "\u0ecd", "\u0eb2", "\u0eb3"
"""ໍ and າ, which together look as ຳ does."""

REPETITION, ELLIPSIS = "\u0ec6", "\u0eaf"
"""ໆ says a word again, ຯ that a word is cut short: both belong to what is before them."""

MARKS = VOWELS_ABOVE + VOWELS_BELOW + TONES + SEMIVOWEL_LO + CANCELLATION + VIRAMA + "\u0ece"
"""What is drawn above or below another character."""

NEVER_FIRST = MARKS + VOWELS_BEHIND
"""Characters of Lao that begin no syllable."""

INVISIBLE = "\u200b\u2060\ufeff\u00ad\u200c\u200d"
"""Characters that say where a line may end, or how letters join, and are no part of a word."""

DIGITS = "໐໑໒໓໔໕໖໗໘໙"

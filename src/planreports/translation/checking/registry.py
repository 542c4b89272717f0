"""Every check of translations, in the order in which translators read of them (docs/translators.md)."""

from __future__ import annotations

from planreports.told import told
from planreports.translation.checking.acronyms import acronyms
from planreports.translation.checking.consistency import ambiguous, inconsistent, untranslated
from planreports.translation.checking.data_mistakes import data_rule, foreign_letters, invisible
from planreports.translation.checking.dates import dates
from planreports.translation.checking.finding import Check, Severity, each
from planreports.translation.checking.glossary_terms import forbidden, glossary
from planreports.translation.checking.markup import markup
from planreports.translation.checking.numbers import numbers
from planreports.translation.checking.punctuation import end, pairs
from planreports.translation.checking.sequences import sequences, spelling
from planreports.translation.checking.spacing import spaces, spaces_around_and
from planreports.translation.checking.widths import tall_heads, wide_words

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CHECKS: tuple[Check, ...] = (
    Check(
        "placeholders",
        _ERROR,
        told("placeholders that differ from the English"),
        "`{year}` became `{yaer}`",
        each(data_rule("placeholders")),
        can_be_allowed=False,
    ),
    Check(
        "characters",
        _ERROR,
        told("characters that no document may hold"),
        "a control character",
        each(data_rule("characters")),
        can_be_allowed=False,
    ),
    Check(
        "markup",
        _ERROR,
        told("tags, code, addresses, emphasis and options that differ from the English"),
        "`planreports init` became `planreports`",
        each(markup),
    ),
    Check(
        "numbers",
        _ERROR,
        told("numbers and years that only one side has"),
        "2020 became 2021",
        each(numbers),
    ),
    Check(
        "dates",
        _ERROR,
        told("months and weekdays that the translation does not name"),
        "March became ເມສາ",
        each(dates),
    ),
    Check(
        "acronyms",
        _ERROR,
        told("acronyms that are missing: in Latin letters, or as the glossary has them"),
        "no WTO",
        each(acronyms),
    ),
    Check(
        "forbidden",
        _ERROR,
        told("words that the glossary forbids for a term of the English"),
        "a word of its column `forbidden`",
        each(forbidden),
        language="lo",
    ),
    Check(
        "glossary",
        _WARNING,
        told("terms that are not translated as the glossary has it"),
        "`commitment` without ຄຳໝັ້ນສັນຍາ",
        each(glossary),
        language="lo",
    ),
    Check(
        "sara-am",
        _ERROR,
        told("ຳ in two characters, U+0ECD and U+0EB2"),
        "ນໍາ for ນຳ",
        each(data_rule("sara-am")),
        can_be_allowed=False,
    ),
    Check(
        "sequences",
        _ERROR,
        told("letters and signs in an order that no Lao syllable has"),
        "ເເ for ແ, a tone mark before its vowel",
        each(sequences),
    ),
    Check(
        "spelling",
        _WARNING,
        told("pieces of words that are no Lao syllable"),
        "ປະທດ for ປະເທດ",
        each(spelling),
        language="lo",
    ),
    Check(
        "letters",
        _ERROR,
        told("Thai letters, which look like Lao ones"),
        "น for ນ",
        each(foreign_letters),
        language="lo",
    ),
    Check(
        "invisible",
        _ERROR,
        told("U+200B where no line may end, or ends anyhow; other characters that nobody sees"),
        "U+200B beside a space",
        each(invisible),
    ),
    Check(
        "spaces",
        _ERROR,
        told("doubled spaces, tabs; spaces at the ends and lines that differ from the English"),
        "two spaces",
        each(spaces),
    ),
    Check(
        "spaces-around-and",
        _WARNING,
        told("ແລະ without a space before and behind it"),
        "ລາວແລະຍີ່ປຸ່ນ",
        each(spaces_around_and),
        language="lo",
    ),
    Check(
        "end",
        _WARNING,
        told("another sign at the end than the English has"),
        "no full stop",
        each(end),
    ),
    Check(
        "pairs",
        _ERROR,
        told("brackets and quotation marks without their other half, and quotations that are lost"),
        "( without )",
        each(pairs),
    ),
    Check(
        "wide-word",
        _ERROR,
        told("a word wider than a column of a report that it stands in, in the fonts of documents"),
        "it would be parted in print",
        each(wide_words),
    ),
    Check(
        "tall-head",
        _WARNING,
        told("the head of a column that has more than three lines"),
        "a sentence over a narrow column",
        each(tall_heads),
    ),
    Check(
        "untranslated",
        _WARNING,
        told("English that stands in the translation as it is"),
        "three words of it in a row",
        each(untranslated),
    ),
    Check(
        "inconsistent",
        _WARNING,
        told("the same English with other words elsewhere"),
        "`Status` as ສະຖານະ and ສະຖານະພາບ",
        inconsistent,
    ),
    Check(
        "ambiguous",
        _WARNING,
        told("a term of the glossary with the words of another"),
        "`target` and `goal` alike",
        ambiguous,
        language="lo",
    ),
)

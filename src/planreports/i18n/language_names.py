"""A language's code becomes its name: in words of the catalogs, else as CLDR has it in each language."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from planreports.i18n.catalogs import Catalogs
from planreports.i18n.languages import SOURCE_LANGUAGE, language
from planreports.i18n.messages import message
from planreports.i18n.text import Text, TranslationState

_NAMES = {
    "en": message("English"),
    "lo": message("Lao"),
}


def language_name(code: str, catalogs: Catalogs) -> Text:
    """Return a language's name; one that CLDR does not know either has its own name.

    >>> str(language_name("ja", Catalogs({}))), str(language_name("qaa", Catalogs({})))
    ('Japanese', 'qaa')
    """
    if code in _NAMES:
        return catalogs.text(_NAMES[code])
    names = {each: _name_in(each, code) for each in (SOURCE_LANGUAGE, *catalogs.languages)}
    return Text.from_mapping(names, TranslationState.OFFICIAL)


def _name_in(reader: str, code: str) -> str:
    """Return a language's name as it is in the language of those who read it."""
    try:
        name = Locale.parse(code, sep="-").get_language_name(Locale.parse(reader, sep="-"))
    except (UnknownLocaleError, ValueError):
        name = None
    return name or language(code).name

"""A language's code becomes its name, in words of the catalog."""

from __future__ import annotations

from planreports.i18n.catalogs import Catalogs
from planreports.i18n.languages import language
from planreports.i18n.messages import message
from planreports.i18n.text import Text

_NAMES = {
    "en": message("English"),
    "lo": message("Lao"),
}


def language_name(code: str, catalogs: Catalogs) -> Text:
    """Return a language's name; for one that we have no message for, its own or English name."""
    return catalogs.text(_NAMES[code]) if code in _NAMES else Text.of(language(code).name)

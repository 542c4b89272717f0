"""What the first page says of translations: how many of the messages used are drafts or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planreports.i18n.catalogs import Catalogs
from planreports.i18n.language_names import language_name
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import Text, TranslationState, joined
from planreports.layout.rendition import LanguageChoice

_UNREVIEWED = message(
    "The {language} text is an unofficial draft: {draft} of {total} messages are drafts,"
    " {missing} not translated yet, {reviewed} reviewed."
)
_REVIEWED = message("The {language} text is complete: all {total} messages are reviewed or official.")


def translation_notice(messages: Iterable[Text], choice: LanguageChoice, catalogs: Catalogs) -> Text:
    """Return the notice for the translated languages of a rendition, from the messages it printed."""
    distinct = list(dict.fromkeys(messages))
    translated = [code for code in choice.languages if code != SOURCE_LANGUAGE]
    return joined(" ", [_notice(distinct, code, catalogs) for code in translated], choice.languages)


def _notice(messages: list[Text], code: str, catalogs: Catalogs) -> Text:
    states = Counter(text.translation(code).state for text in messages)
    draft, missing = states[TranslationState.DRAFT], states[TranslationState.MISSING]
    total = len(messages)
    words = catalogs.text(_UNREVIEWED if draft or missing else _REVIEWED)
    return words.format(
        language=language_name(code, catalogs),
        draft=draft,
        total=total,
        missing=missing,
        reviewed=total - draft - missing,
    )

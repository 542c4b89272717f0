"""The languages a document can be written in: code → what typesetting and Word need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Language:
    """One language of documents.

    `code` is a BCP 47 tag, as folders under `locales/` and `lang` attributes have it. `script` is its
    ISO 15924 code; `word_tag` the tag that Word knows (`w:lang`); `is_complex_script` says whether Word
    takes font, size and weight from the complex-script properties (`w:cs`, `w:szCs`, `w:bCs`;
    ISO/IEC 29500-1, 17.3.2.7, 17.3.2.39, 17.3.2.2), `is_east_asian` whether it takes font and language from
    those for East Asian text (17.3.2.26, 17.3.2.20). `hyphenation` names the dictionary by which its words
    are divided.
    """

    code: str
    name: str
    script: str
    word_tag: str
    is_complex_script: bool = False
    is_east_asian: bool = False
    hyphenation: str | None = None


SOURCE_LANGUAGE = "en"

PSEUDO_LANGUAGE = "qps"
"""The pseudo-locale, by which words that are in no catalog are found, and what is too narrow; its code is one
of those that ISO 639-2 leaves to private use."""

_KNOWN = {
    language.code: language
    for language in (
        Language("en", "English", "Latn", "en-GB", hyphenation="en_GB"),
        Language("lo", "ລາວ", "Laoo", "lo-LA", is_complex_script=True),
        Language("ja", "日本語", "Jpan", "ja-JP", is_east_asian=True),
        Language("ko", "한국어", "Kore", "ko-KR", is_east_asian=True),
        Language("zh", "中文", "Hans", "zh-CN", is_east_asian=True),
        Language("fr", "français", "Latn", "fr-FR", hyphenation="fr"),
        Language("th", "ไทย", "Thai", "th-TH", is_complex_script=True),
        Language("vi", "Tiếng Việt", "Latn", "vi-VN"),
        Language(PSEUDO_LANGUAGE, "Ṗšéúďó", "Laoo", "lo-LA", is_complex_script=True),
    )
}


def known_scripts() -> tuple[str, ...]:
    """Return the scripts of all languages that documents can be in, by their codes of ISO 15924."""
    return tuple(dict.fromkeys(language.script for language in _KNOWN.values()))


@lru_cache(maxsize=1)
def complex_scripts() -> frozenset[str]:
    """Return the scripts of languages whose words no space parts, as Word has it."""
    return frozenset(language.script for language in _KNOWN.values() if language.is_complex_script)


def language(code: str) -> Language:
    """Return the language with a code; a code that is not listed here is taken as Latin script.

    >>> language("lo").word_tag
    'lo-LA'
    >>> language("de").script
    'Latn'
    """
    return _KNOWN.get(code) or Language(code, code, "Latn", code)

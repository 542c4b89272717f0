"""The glossary becomes TBX for programs of translators, and TBX becomes terms (ISO 30042).

What is written is the form of 2008 (`martif`), which OmegaT, Weblate and translate-toolkit read; that of 2019
(`tbx`, `conceptEntry`) is read as well (docs/decisions/169-tbx.md). Our columns are in it so:

| column | TBX |
| --- | --- |
| term, lo | `term` in the `langSet` of each language, `preferredTerm-admn-sts` |
| variants, forbidden | more terms, `admittedTerm-admn-sts` and `deprecatedTerm-admn-sts` |
| part_of_speech | `partOfSpeech` of the English term |
| state | `processStatus`: provisionallyProcessed or finalized; official is standardizedTerm-admn-sts |
| source, note | `admin` of the type source, and `note`, of the entry |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from planreports.errors import DataError, Problem
from planreports.files.xml_file import read_xml
from planreports.i18n.glossary import Glossary, GlossaryTerm
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import TranslationState
from planreports.lao.folding import folded
from planreports.told import told
from planreports.translation.sheets.keys import plain

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _STANDARD = "preferredTerm-admn-sts", "standardizedTerm-admn-sts"
_ADMITTED, _DEPRECATED = "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_PROCESS = {
    TranslationState.DRAFT.value: "provisionallyProcessed",
    TranslationState.REVIEWED.value: "finalized",
    TranslationState.OFFICIAL.value: "finalized",
}
_ROOTS = ("martif", "tbx")
_ENTRIES, _LANGUAGES, _TERMS = (
    ("termEntry", "conceptEntry"),
    ("langSet", "langSec"),
    ("tig", "ntig", "termSec"),
)
"""What elements are called in 2008 and in 2019."""


def write_tbx(glossary: Glossary, language: str) -> bytes:
    """Return a glossary as TBX; `language` is that of its words."""
    root = etree.Element("martif", {"type": "TBX", _LANG: SOURCE_LANGUAGE})
    header = etree.SubElement(root, "martifHeader")
    description = etree.SubElement(header, "fileDesc")
    etree.SubElement(etree.SubElement(description, "sourceDesc"), "p").text = "planreports glossary"
    encoding = etree.SubElement(header, "encodingDesc")
    etree.SubElement(encoding, "p", type="XCSURI").text = "TBXXCSV02.xcs"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for number, term in enumerate(glossary.entries, 1):
        body.append(_entry(term, number, language))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _entry(term: GlossaryTerm, number: int, language: str) -> etree._Element:
    entry = etree.Element("termEntry", id=f"t{number}")
    if term.source:
        etree.SubElement(entry, "admin", type="source").text = term.source
    if term.note:
        etree.SubElement(entry, "note").text = term.note
    english = _language(entry, SOURCE_LANGUAGE)
    _word(english, term.term, (("partOfSpeech", term.part_of_speech), ("administrativeStatus", _PREFERRED)))
    other = _language(entry, language)
    is_official = term.state == TranslationState.OFFICIAL.value
    status = ("administrativeStatus", _STANDARD if is_official else _PREFERRED)
    _word(other, term.words, (status, ("processStatus", _PROCESS.get(term.state, ""))))
    for words, kind in (
        *((each, _ADMITTED) for each in term.variants),
        *((each, _DEPRECATED) for each in term.forbidden),
    ):
        _word(other, words, (("administrativeStatus", kind),))
    return entry


def _language(entry: etree._Element, code: str) -> etree._Element:
    return etree.SubElement(entry, "langSet", {_LANG: code})


def _word(language: etree._Element, words: str, notes: Sequence[tuple[str, str]]) -> None:
    group = etree.SubElement(language, "tig")
    etree.SubElement(group, "term").text = words
    for kind, value in notes:
        if value:
            etree.SubElement(group, "termNote", type=kind).text = value


# In ---------------------------------------------------------------------------------------------------


def is_tbx(data: bytes, name: str) -> bool:
    """Return whether a file is TBX. Raises DataError as `read_xml` does for XML that is none."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return start == b"<" and etree.QName(read_xml(data, name)).localname in _ROOTS


def read_tbx(data: bytes, name: str, language: str) -> Glossary:
    """Return the terms of a TBX file that have English words and some in `language`.

    Raises DataError for what is no TBX, declares entities, or has no such term.
    """
    root = read_xml(data, name)
    if etree.QName(root).localname not in _ROOTS:
        message = told("this is not TBX: its root is <{localname}>", localname=etree.QName(root).localname)
        raise DataError(Problem(message, name, _line(root), hint=told("expected <martif> or <tbx>")))
    terms = [term for each in _named(root, _ENTRIES) if (term := _term(each, language))]
    if not terms:
        message = told("the file has no term in English and `{language}`", language=language)
        raise DataError(Problem(message, name))
    _require_once(terms, name)
    return Glossary(tuple(terms))


def _require_once(terms: Sequence[GlossaryTerm], name: str) -> None:
    seen: set[str] = set()
    problems = []
    for each in terms:
        if folded(each.term) in seen:
            problems.append(Problem(told("the term `{term}` stands twice", term=each.term[:60]), name))
        seen.add(folded(each.term))
    if problems:
        raise DataError(problems)


def _term(entry: etree._Element, language: str) -> GlossaryTerm | None:
    """Return an entry's term; None where a language has no word."""
    english, words = _words(entry, SOURCE_LANGUAGE), _words(entry, language)
    kept = [each for each in words if each.status not in (_ADMITTED, _DEPRECATED)] or words
    if not english or not kept:
        return None
    best = next((each for each in kept if each.status in (_PREFERRED, _STANDARD)), kept[0])
    others = [each for each in words if each is not best]
    return GlossaryTerm(
        english[0].words,
        best.words,
        tuple(each.words for each in others if each.status != _DEPRECATED),
        tuple(each.words for each in others if each.status == _DEPRECATED),
        english[0].part_of_speech,
        _state(best).value,
        _first(entry, "admin", "source"),
        _first(entry, "note"),
    )


class _Word:
    """A word of an entry in one language, with what its notes say."""

    def __init__(self, group: etree._Element) -> None:
        term = next(_named(group, ("term",)), None)
        self.words = "" if term is None else _text(term)
        notes = {each.get("type", ""): _text(each) for each in _named(group, ("termNote",))}
        self.status = notes.get("administrativeStatus", "")
        self.process = notes.get("processStatus", "")
        self.part_of_speech = notes.get("partOfSpeech", "")


def _words(entry: etree._Element, language: str) -> list[_Word]:
    """Return the words of a language, or of it in some country: `lo-LA` is `lo`."""
    groups = (
        group
        for each in _named(entry, _LANGUAGES)
        if each.get(_LANG, "").replace("_", "-").casefold().split("-")[0] == language.casefold()
        for group in _named(each, _TERMS)
    )
    return [word for group in groups if (word := _Word(group)).words]


def _state(word: _Word) -> TranslationState:
    """Return the state of a word: what another program says nothing of is a draft."""
    if word.status == _STANDARD:
        return TranslationState.OFFICIAL
    return TranslationState.REVIEWED if word.process == "finalized" else TranslationState.DRAFT


def _first(entry: etree._Element, name: str, kind: str | None = None) -> str:
    own = (each for each in entry if isinstance(each.tag, str) and etree.QName(each).localname == name)
    return next((_text(each) for each in own if kind is None or each.get("type") == kind), "")


def _named(element: etree._Element, names: Sequence[str]) -> Iterator[etree._Element]:
    """Yield the elements below one that have some name, in any namespace or none."""
    for each in element.iter():
        if isinstance(each.tag, str) and etree.QName(each).localname in names:
            yield each


def _line(element: etree._Element) -> int | None:
    line = element.sourceline
    return line if isinstance(line, int) else None


def _text(element: etree._Element) -> str:
    return " ".join(plain("".join(map(str, element.itertext()))).split())

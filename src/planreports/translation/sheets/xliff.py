"""A review sheet becomes XLIFF 1.2 or 2.0 for programs of translators, and a returned file becomes rows.

translate-toolkit makes and reads the files (the extra `xliff`). Three things of it (3.20) are set right here:
it writes XLIFF 1.1 unless told otherwise, puts the notes of 2.0 into segments, where the standard has none
(XLIFF 2.0, 4.2.2.6), and marks all words as approved that are given to a unit.

A unit's id is the row's key; the message's own id is its `resname` (1.2) or `name` (2.0). States are:

| state | XLIFF 1.2 | XLIFF 2.0 |
| --- | --- | --- |
| missing | needs-translation | initial |
| draft | needs-review-translation | translated, sub-state planreports:draft |
| reviewed | signed-off, approved | reviewed |
| official | final, approved | final |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from lxml import etree

from planreports.errors import DataError, PlanReportsError, Problem
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import TranslationState
from planreports.told import told
from planreports.translation.sheets.keys import RowKey, key_of, plain, translation_digest
from planreports.translation.sheets.returned import Place, ReturnedRow, ReturnedSheet
from planreports.translation.sheets.rows import ReviewSheet, SheetPart, SheetRow

VERSIONS = ("1.2", "2.0")

_NAMESPACE = "urn:oasis:names:tc:xliff:document:"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DEVELOPER, _TRANSLATOR = "developer", "translator"
"""Who notes are from: the source of the message, or people."""

_MODULES = {"1.2": "translate.storage.xliff", "2.0": "translate.storage.xliff2"}
_SKELETONS = {
    "1.2": "<xliff version='1.2' xmlns='{0}1.2'><file original='NoName' source-language='en' "
    "datatype='plaintext'><body></body></file></xliff>",
    "2.0": "<xliff version='2.0' xmlns='{0}2.0' srcLang='en'><file id='f1'></file></xliff>",
}
_STATES: Mapping[str, Mapping[TranslationState, str]] = {
    "1.2": {
        TranslationState.MISSING: "needs-translation",
        TranslationState.DRAFT: "needs-review-translation",
        TranslationState.REVIEWED: "signed-off",
        TranslationState.OFFICIAL: "final",
    },
    "2.0": {
        TranslationState.MISSING: "initial",
        TranslationState.DRAFT: "translated",
        TranslationState.REVIEWED: "reviewed",
        TranslationState.OFFICIAL: "final",
    },
}
_SUB_STATE = "planreports:draft"


def write_xliff(sheet: ReviewSheet, version: str) -> bytes:
    """Return a sheet as XLIFF of a version, each catalog a file of its own.

    Raises PlanReportsError if the extra `xliff` is not installed.
    """
    store = _store(version)
    for part in sheet.parts:
        _start_part(store, part, sheet.language, version)
        for row in part.rows:
            _UNITS[version](store, row, sheet.language)
    etree.cleanup_namespaces(store.document)
    written: bytes = bytes(store)
    return written


def _store(version: str) -> Any:
    """Return an empty store of translate-toolkit, which is imported only now."""
    try:
        module = import_module(_MODULES[version])
    except ImportError as error:
        hint = told("install it: pip install 'planreports[xliff]'")
        raise PlanReportsError(Problem(told("XLIFF needs translate-toolkit"), hint=hint)) from error
    base = module.Xliff1File if version == "1.2" else module.Xliff2File
    own = {
        "XMLskeleton": f'<?xml version="1.0" ?>\n{_SKELETONS[version].format(_NAMESPACE)}',
        "namespace": _NAMESPACE + version,
    }
    return type("Store", (base,), own)(sourcelanguage=SOURCE_LANGUAGE)


def _start_part(store: Any, part: SheetPart, language: str, version: str) -> None:
    """Begin a file of a catalog, into which units are put from now on."""
    store.settargetlanguage(language)
    if version == "1.2":
        store.switchfile(part.domain, createifmissing=True)
        store.settargetlanguage(language)
        return
    root = store.document.getroot()
    empty = root.find(f"{{{store.namespace}}}file[@id='f1']")
    file = etree.SubElement(root, f"{{{store.namespace}}}file") if empty is None else empty
    file.set("id", part.domain)
    store.body = file


def _unit_1(store: Any, row: SheetRow, language: str) -> None:
    message = row.message
    unit = store.UnitClass(message.source)
    store.addunit(unit)
    element = unit.xmlelement
    element.set("id", str(key_of(message, language)))
    element.set("resname", message.id)
    unit.settarget(message.words)
    target = unit.getlanguageNode(lang=None, index=1)
    if target is None:
        target = etree.SubElement(element, unit.namespaced("target"))
    target.set("state", _STATES["1.2"][message.state])
    is_approved = message.state in (TranslationState.REVIEWED, TranslationState.OFFICIAL)
    element.set("approved", "yes" if is_approved else "no")
    for text, who in _notes(row):
        unit.addnote(text, origin=who)
    if message.previous_source:
        _previous_version(unit, message.previous_source, message.words)


def _previous_version(unit: Any, source: str, words: str) -> None:
    """Add what the English and its translation were before the English changed (XLIFF 1.2, alttranstype)."""
    before = etree.SubElement(unit.xmlelement, unit.namespaced("alt-trans"))
    before.set("alttranstype", "previous-version")
    for name, text in (("source", source), ("target", words)):
        etree.SubElement(before, unit.namespaced(name)).text = text


def _unit_2(store: Any, row: SheetRow, language: str) -> None:
    message = row.message
    unit = store.UnitClass(message.source)
    store.addunit(unit)
    segment, element = unit.xmlelement, unit.getunitelement()
    element.set("id", str(key_of(message, language)))
    element.set("name", message.id)
    if message.words:
        unit.settarget(message.words)
    segment.set("state", _STATES["2.0"][message.state])
    if message.state is TranslationState.DRAFT:
        segment.set("subState", _SUB_STATE)
    segment.attrib.pop(_SPACE, None)
    element.set(_SPACE, "preserve")
    notes = list(_notes(row))
    if message.previous_source:
        notes.append((message.previous_source, "previous-source"))
    if notes:
        around = etree.Element(unit.namespaced("notes"))
        element.insert(0, around)
        for text, who in notes:
            note = etree.SubElement(around, unit.namespaced("note"))
            note.text = text
            note.set("category", who)


_UNITS: Mapping[str, Callable[[Any, SheetRow, str], None]] = {"1.2": _unit_1, "2.0": _unit_2}


def _notes(row: SheetRow) -> Iterator[tuple[str, str]]:
    """Yield the notes of a row and who they are from."""
    beside = "\n".join(filter(None, (row.citation, *row.beside)))
    if beside:
        yield beside, _DEVELOPER
    if row.message.note:
        yield row.message.note, _TRANSLATOR


# In ---------------------------------------------------------------------------------------------------


def is_xliff(root: etree._Element) -> bool:
    """Return whether an XML file is XLIFF of any version."""
    return etree.QName(root).localname == "xliff"


def read_xliff(data: bytes, root: etree._Element, name: str) -> ReturnedSheet:
    """Return the rows of an XLIFF file; `root` is its root element, read as what is not trusted.

    Raises DataError for other versions and files without the keys of ours, PlanReportsError if the extra
    `xliff` is not installed.
    """
    version = "2.0" if (root.get("version") or "").startswith("2.") else "1.2"
    if not str(etree.QName(root).namespace or "").startswith(_NAMESPACE):
        raise DataError(
            Problem(told("this is XLIFF of an unknown version"), name, 1, hint=told("expected 1.2 or 2.0"))
        )
    try:
        store = type(_store(version)).parsestring(data)
    except (ValueError, AssertionError, StopIteration, etree.XMLSyntaxError) as error:
        raise DataError(
            Problem(told("this is XLIFF that cannot be read: {error}", error=error), name)
        ) from error
    elements = {id(each): each for each in map(_unit_element, store.units)}.values()
    problems: list[Problem] = []
    read = _read_1 if version == "1.2" else _read_2
    rows = []
    for element in elements:
        place = Place(name, line=element.sourceline)
        if key := RowKey.parse(element.get("id", "")):
            problems += _inline_problems(element, place)
            rows.append(read(element, key, place))
        else:
            problems.append(place.lost_key())
    if not rows:
        raise DataError(Problem(told("this XLIFF file is not one of planreports"), name))
    return ReturnedSheet(name, tuple(rows), tuple(problems))


def _unit_element(unit: Any) -> Any:
    """Return the element of a unit; of XLIFF 2.0 translate-toolkit knows the segments."""
    return unit.getunitelement() if hasattr(unit, "getunitelement") else unit.xmlelement


def _inline_problems(element: etree._Element, place: Place) -> Iterator[Problem]:
    """Yield a problem for codes inside words: messages have none, so a program has made them."""
    for each in element.iter("{*}source", "{*}target"):
        parent = each.getparent()
        is_former = parent is not None and etree.QName(parent).localname == "alt-trans"
        if len(each) and not is_former:
            message = told("words hold the element <{localname}>", localname=etree.QName(each[0]).localname)
            yield place.problem(
                message, told("placeholders stay text, such as {example}", example="{number}")
            )
            return


def _read_1(element: etree._Element, key: RowKey, place: Place) -> ReturnedRow:
    target = element.find("{*}target")
    words = _text(target)
    said = None if target is None else target.get("state")
    state = _state_of_1(element.get("approved"), said)
    notes = [_text(each) for each in element.findall("{*}note") if each.get("from") != _DEVELOPER]
    return ReturnedRow(
        key,
        element.get("resname", ""),
        _text(element.find("{*}source")),
        words,
        state if words else _state_of_nothing(key, is_said=_is_open(said)),
        "\n".join(notes),
        place,
    )


def _state_of_1(approved: str | None, state: str | None) -> TranslationState:
    """Return the state of words in XLIFF 1.2: the target's, else whether the unit is approved."""
    if state == "final":
        return TranslationState.OFFICIAL
    if state == "signed-off" or (approved == "yes" and not _is_open(state)):
        return TranslationState.REVIEWED
    return TranslationState.DRAFT


def _is_open(state: str | None) -> bool:
    """Return whether a state of XLIFF 1.2 says that something is to be done yet."""
    return state is not None and state.startswith(("needs", "new"))


def _state_of_nothing(key: RowKey, *, is_said: bool) -> TranslationState:
    """Return the state of a unit without words: missing if the file says so, or if it had none when it went.

    Otherwise a program has lost them, which is told.
    """
    had_none = key.translation == translation_digest("", TranslationState.MISSING)
    return TranslationState.MISSING if is_said or had_none else TranslationState.DRAFT


def _read_2(element: etree._Element, key: RowKey, place: Place) -> ReturnedRow:
    """Return a unit's row; a program may have parted it into several segments (XLIFF 2.0, 4.2.2.3)."""
    parts = [each for each in element if etree.QName(each).localname in ("segment", "ignorable")]
    segments = [each for each in parts if etree.QName(each).localname == "segment"]
    has_target = any(each.find("{*}target") is not None for each in segments)
    words = "".join(map(_target_of_part, parts)) if has_target else ""
    states = [each.get("state", "initial") for each in segments]
    notes = [
        _text(each)
        for each in element.findall("{*}notes/{*}note")
        if each.get("category") not in (_DEVELOPER, "previous-source")
    ]
    return ReturnedRow(
        key,
        element.get("name", ""),
        "".join(_text(each.find("{*}source")) for each in parts),
        words,
        _worst(states) if words else _state_of_nothing(key, is_said=states == ["initial"] * len(states)),
        "\n".join(notes),
        place,
    )


def _target_of_part(part: etree._Element) -> str:
    """Return a part's translation; of what is ignorable, such as a space, its source if it has none."""
    target = part.find("{*}target")
    if target is None and etree.QName(part).localname == "ignorable":
        return _text(part.find("{*}source"))
    return _text(target)


def _worst(states: Sequence[str]) -> TranslationState:
    """Return the state of a unit that has segments of several."""
    known = {"reviewed": TranslationState.REVIEWED, "final": TranslationState.OFFICIAL}
    return max((known.get(each, TranslationState.DRAFT) for each in states), key=lambda each: each.rank)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else plain("".join(map(str, element.itertext())))

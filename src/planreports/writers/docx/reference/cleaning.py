"""XML of a house's Word file loses what belongs to its past: revisions, authors, comments, numberings."""

from __future__ import annotations

from lxml import etree

from planreports.files.word_file import W

_DROPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblGridChange", "tblPrExChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge",
        "numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
        "annotationRef", "proofErr", "permStart", "permEnd", "footnoteReference", "endnoteReference",
        "altChunk", "subDoc", "control", "numPr", "rsid", "sectPr",
    )
)  # fmt: skip
"""Elements that go with all that is in them."""

_UNWRAPPED = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "sdt", "sdtContent", "smartTag", "customXml")
)
"""Elements that go, and leave what is in them."""

_LEFT_OUT = frozenset(f"{W}{name}" for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
"""What such an element says of itself."""

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TRACES = frozenset({f"{_WORD_2010}paraId", f"{_WORD_2010}textId"})


def without_traces(root: etree._Element) -> etree._Element:
    """Return an element after taking out what says who changed it and when, and what leads out of it."""
    for element in list(root.iter()):
        if element.tag in _DROPPED or element.tag in _LEFT_OUT:
            _remove(element)
        elif element.tag in _UNWRAPPED:
            _unwrap(element)
        else:
            _forget(element)
    return root


def _forget(element: etree._Element) -> None:
    for name in list(element.attrib):
        if str(name).startswith(f"{W}rsid") or name in _TRACES:
            del element.attrib[name]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place + 1, child)
    parent.remove(element)

"""XML of others becomes its root element, without entities, and without reaching anything outside."""

from __future__ import annotations

from typing import Any

from lxml import etree

from planreports.errors import DataError, Problem
from planreports.told import told


def read_xml(data: bytes, name: str) -> etree._Element:
    """Return the root element of XML; `name` is how messages call the file.

    A document type declaration may name a definition elsewhere, as TBX has one, which is never fetched.
    Raises DataError for what is no XML, with its line, and for declarations of entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise DataError(
            Problem(told("this is not XML: {words}", words=error.msg), name, line, max(column, 1))
        ) from error
    information: Any = root.getroottree().docinfo
    if information.internalDTD is not None and any(True for _ in information.internalDTD.iterentities()):
        raise DataError(
            Problem(told("the file declares entities"), name, hint=told("save it without a document type"))
        )
    return root

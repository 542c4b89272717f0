"""A paragraph as it stands in a document becomes the name of its style, and each style an id."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planreports.document.nodes import Mark

ListRole = Literal["bullet", "number", "continue"]
"""What a paragraph is in a list: it has a bullet or a number, or goes on below one that has."""

BUILT_IN = {
    "heading-1": ("Heading1", "heading 1"),
    "heading-2": ("Heading2", "heading 2"),
    "heading-3": ("Heading3", "heading 3"),
    "heading-4": ("Heading4", "heading 4"),
    "body": ("BodyText", "Body Text"),
    "list": ("ListParagraph", "List Paragraph"),
    "caption": ("Caption", "caption"),
    "footnote": ("FootnoteText", "footnote text"),
    **{f"contents-{level}": (f"TOC{level}", f"toc {level}") for level in range(1, 5)},
}
"""Styles that Word knows by these names, so that its navigation pane lists headings."""

_LIST_STYLES = {"bullet": "List Bullet", "number": "List Number", "continue": "List Continue"}
"""Word's own names of list styles; below the first level a number follows, up to 5."""

NUMBERED = "Numbered"
"""What is put behind the id of a heading's style that counts by itself."""

GAP_STYLE = "TableGap"
"""The style of the paragraph that Word needs between two tables and after the last: a point high."""

RULE_STYLE = "HorizontalRule"
"""The style of the paragraph that is a line across the column."""

FIGURE_STYLE = "Figure"
"""The style of a paragraph that holds a picture: as high as it."""

CAPTIONED_STYLE = "FigureWithCaption"
"""The same, of a picture that stays with the caption below it."""

FOOTNOTE_REFERENCE = "FootnoteReference"
"""The character style of a footnote's number."""

_BUILT_IN_CHARACTERS = {"link": ("Hyperlink", "Hyperlink")}


class StyleKey(NamedTuple):
    """A paragraph style as it stands in a document: all that makes it another than its base.

    `in_cell` says that a mark's bar must stand inside the column, and `is_inset` that every paragraph keeps
    room for one; `list` and `level` are what it is in a list and how deep; `before` and `after` replace the
    style's space, in points. A notice that `is_second` follows another.
    """

    name: str
    language: str
    mark: Mark | None = None
    in_cell: bool = False
    aside: str | None = None
    align: str | None = None
    kept: bool = False
    list: ListRole | None = None
    level: int = 0
    before: float | None = None
    after: float | None = None
    is_inset: bool = False
    is_second: bool = False

    @property
    def suffix(self) -> str:
        """Return what tells the variant's id from its style's, but for its language and list."""
        parts = (
            self.aside,
            "second" if self.is_second else None,
            self.mark,
            "cell" if self.mark and self.in_cell else "inset" if self.is_inset else None,
            self.align,
            "kept" if self.kept else None,
            None if self.before is None else f"before{self.before:g}",
            None if self.after is None else f"after{self.after:g}",
        )
        return "".join(f"-{part}" for part in parts if part)


def is_words_own(name: str) -> bool:
    """Return whether Word itself looks for a style or puts it on paragraphs, so that it has no variants.

    STYLEREF and contents find headings by their style; Word gives new entries of contents theirs.
    """
    return name.startswith(("heading-", "contents-"))


def style_id(name: str) -> str:
    """Return a paragraph style's id.

    >>> style_id("title-translation"), style_id("heading-2")
    ('TitleTranslation', 'Heading2')
    """
    return BUILT_IN[name][0] if name in BUILT_IN else name.title().replace("-", "")


def shown_name(name: str) -> str:
    """Return a paragraph style's name as Word shows it."""
    return BUILT_IN[name][1] if name in BUILT_IN else spaced(name)


def spaced(name: str) -> str:
    """Return a name of the stylesheet in words."""
    return name.replace("-", " ").title()


def list_style_name(role: ListRole, level: int) -> str:
    """Return the name of a list style; levels count from 0.

    >>> list_style_name("bullet", 0), list_style_name("number", 1)
    ('List Bullet', 'List Number 2')
    """
    return _LIST_STYLES[role] + (f" {level + 1}" if level else "")


def list_style_id(role: ListRole, level: int) -> str:
    """Return the id of a list style."""
    return list_style_name(role, level).replace(" ", "")


def character_style_id(name: str) -> str:
    """Return a character style's id.

    >>> character_style_id("id"), character_style_id("link")
    ('InlineId', 'Hyperlink')
    """
    if name in _BUILT_IN_CHARACTERS:
        return _BUILT_IN_CHARACTERS[name][0]
    return "Inline" + name.title().replace("-", "")


def character_style_name(name: str) -> str:
    """Return a character style's name as Word shows it."""
    return _BUILT_IN_CHARACTERS[name][1] if name in _BUILT_IN_CHARACTERS else f"Inline {spaced(name)}"


def table_style_id(name: str) -> str:
    """Return a table style's id."""
    return "Table" + name.title().replace("-", "")

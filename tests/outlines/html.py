"""An HTML file becomes an outline of its DOM, as lxml's HTML parser sees it: elements, attributes, words.

Style sheets, fonts and pictures are named, not shown; where a line may break (`wbr`) is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "em",
        "i",
        "img",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    ]
)
_UNSAID = frozenset(["style"])
_DIGEST = re.compile(r"(?<=sha256-)[\w+/=]+")
_SPACE = re.compile(r"[ \t\n\r\f]+")


def outline(data: bytes) -> str:
    """Return the outline of an HTML file."""
    root = html.document_fromstring(data.replace(b"<wbr>", b""), parser=html.HTMLParser(encoding="utf-8"))
    return "\n".join([*_lines(root, 0), ""])


def _lines(element: html.HtmlElement, depth: int) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    if element.tag in ("style", "script"):
        yield f"{'  ' * depth}{_title(element)} ({'some' if (element.text or '').strip() else 'no'} words)"
        return
    own, inner = element.text or "", []
    for child in element:
        if isinstance(child.tag, str) and child.tag in _INLINE and _is_inline(child):
            own += _inline(child)
        elif isinstance(child.tag, str):
            inner.append(child)
        own += child.tail or ""
    words = _SPACE.sub(" ", own).strip(" ")
    yield f"{'  ' * depth}{_title(element)}" + (f" “{words}”" if words else "")
    for child in inner:
        yield from _lines(child, depth + 1)


def _is_inline(element: html.HtmlElement) -> bool:
    return all(each.tag in _INLINE for each in element.iter() if isinstance(each.tag, str))


def _inline(element: html.HtmlElement) -> str:
    if element.tag == "br":
        return "⏎"
    inner = (element.text or "") + "".join(
        (_inline(child) if isinstance(child.tag, str) else "") + (child.tail or "") for child in element
    )
    return f"⟨{_title(element)}: {inner}⟩" if inner else f"⟨{_title(element)}⟩"


def _title(element: html.HtmlElement) -> str:
    said = [
        f"{name}=“{_cut(value)}”" if value else name
        for name, value in sorted(element.attrib.items())
        if name not in _UNSAID
    ]
    return " ".join([str(element.tag), *said])


def _cut(value: str) -> str:
    if value.startswith("data:"):
        return value.partition(",")[0] + ",…"
    return _DIGEST.sub("…", value)

"""An HTML file as a browser would read it: its elements, its words, and its style sheet."""

from __future__ import annotations

import base64
import html.parser
import io
import re
from dataclasses import dataclass, field

from fontTools.ttLib import TTFont
from lxml import html as lxml_html

from planreports.writers.html import write
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from tests.writers.trees import BREAKER, STYLESHEET, document


def page(*blocks: object, options: WritingOptions = DEFAULT_OPTIONS, **more: object) -> Page:
    return Page(write(document(*blocks, **more), STYLESHEET, BREAKER, options))


class _Words(html.parser.HTMLParser):
    """Gathers the words of the elements with an attribute, or of all elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside = self.inside or tag == "main"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.append(data)


@dataclass
class Page:
    data: bytes
    root: lxml_html.HtmlElement = field(init=False)

    def __post_init__(self) -> None:
        self.root = lxml_html.document_fromstring(
            self.data.replace(b"<wbr>", b""), parser=lxml_html.HTMLParser(encoding="utf-8")
        )

    @property
    def text(self) -> str:
        """Return all words of the page's main part, exactly, as Python's own parser reads them."""
        reader = _Words()
        reader.feed(self.data.decode())
        reader.close()
        return "".join(reader.words).removesuffix("\n\n\n")

    @property
    def css(self) -> str:
        return str(self.root.findtext("head/style"))

    @property
    def body(self) -> str:
        """Return the markup of the sections, without what only breaks lines."""
        found = re.search("<main>(.*)</main>", self.data.decode(), re.DOTALL)
        assert found
        return found[1].replace("<wbr>", "")

    def all(self, path: str) -> list[lxml_html.HtmlElement]:
        return list(self.root.iterfind(f".//{path}"))

    def one(self, path: str) -> lxml_html.HtmlElement:
        (found,) = self.all(path)
        return found

    def fonts(self) -> dict[tuple[str, str, str], TTFont]:
        """Return the fonts inside the page by family, weight and style."""
        faces = re.findall(
            r'@font-face\{font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+);src:url\("data:font/woff2;base64,([^"]+)"\)',
            self.css,
        )
        return {
            (family, weight, style): TTFont(io.BytesIO(base64.b64decode(data)))
            for family, weight, style, data in faces
        }

    def rules(self, selector: str) -> str:
        """Return the declarations of the rules with a selector."""
        return ";".join(re.findall(rf"(?:^|\n|\{{){re.escape(selector)}\{{([^}}]*)\}}", self.css))

"""The document tree becomes one HTML file: words to elements, styles to CSS, fonts and pictures inside.

`write` is the whole of it. `words`, `blocks`, `tables` and `figures` make elements of the tree, `sections`
the sheets; `lettering` notes which characters each face draws, and `fonts` puts those into the file;
`styles` makes CSS of the stylesheet, `paper`, `running` and `watermark` of what printed pages need; `page`
puts the file together. `markup` escapes every word.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.html.blocks import BlockWriter
from planreports.writers.html.breaks import BreakFinder
from planreports.writers.html.css import Rules
from planreports.writers.html.figures import FigureWriter
from planreports.writers.html.fonts import font_face
from planreports.writers.html.lettering import Lettering
from planreports.writers.html.page import page
from planreports.writers.html.sections import SectionWriter, anchored_words
from planreports.writers.html.styles import style_rules
from planreports.writers.html.words import WordWriter
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter


def write(
    document: Document,
    stylesheet: Stylesheet,
    breaker: LineBreaker,
    options: WritingOptions = DEFAULT_OPTIONS,
) -> bytes:
    """Return a document as an HTML file that holds all it needs.

    Raises WritingError with every character that no font has, for characters that HTML cannot hold, and for
    a font that is not installed.
    """
    lettering, rules = Lettering(stylesheet), Rules()
    words = WordWriter(stylesheet, BreakFinder(breaker), lettering, anchored_words(document))
    typesetter = Typesetter(stylesheet, breaker, Itemiser(stylesheet, lettering.library))
    writer = BlockWriter(stylesheet, words, rules, FigureWriter(stylesheet, rules, typesetter))
    sections = SectionWriter(document, writer)
    body = sections.sections()
    lettering.raise_or_warn(options)
    return page(body, _rules(sections, lettering, rules), document.metadata)


def _rules(sections: SectionWriter, lettering: Lettering, rules: Rules) -> Iterator[str]:
    """Yield the rules of the style sheet; later ones win."""
    for key in sorted(lettering.used, key=lambda each: (each.family, each.bold, each.italic)):
        yield font_face(key, lettering.used[key])
    yield files(__package__).joinpath("base.css").read_text("utf-8")
    yield from style_rules(lettering.stylesheet, lettering.languages)
    yield rules.css()
    yield from sections.page_rules

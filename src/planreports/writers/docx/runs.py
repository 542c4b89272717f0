"""Inlines become runs: split by script, so that every letter has its own script's font, size and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from planreports.document.forms import FormField
from planreports.document.nodes import (
    CheckBox,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    PageReference,
    Paragraph,
    Run,
    RunningTitle,
)
from planreports.document.styles import Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.told import told
from planreports.writers.docx.chips import with_signs_apart, with_whole_chips
from planreports.writers.docx.controls import Controls
from planreports.writers.docx.references import References, complex_field
from planreports.writers.docx.run_properties import RunLook, RunProperties
from planreports.writers.docx.scripts import by_script
from planreports.writers.docx.style_names import FOOTNOTE_REFERENCE
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.xml import Xml, checked, element, escaped

PROMPT = "prompt"
"""The inline style of what asks for an answer."""

Titles = Mapping[int, tuple[Inline, ...]]
"""What running titles show until Word works them out: the words of a heading by its level."""


@dataclass(slots=True)
class RunWriter:
    """Writes the runs of one part of the package; links are relationships of the part.

    `footnotes` gathers those that the runs refer to.
    """

    stylesheet: Stylesheet
    part: Part
    styles: Styles
    references: References
    footnotes: list[Footnote]
    titles: Titles
    controls: Controls
    _properties: dict[RunLook, Xml] = field(default_factory=dict)

    def runs(self, block: Paragraph | Heading) -> Iterator[Xml]:
        """Yield the runs of a paragraph."""
        for inline in with_whole_chips(block.inlines, self.stylesheet):
            match inline:
                case Run():
                    yield self._linked(inline, block)
                case CheckBox():
                    square = self._linked(inline.run, block)
                    yield self.controls.square(inline.name, inline.value, square)
                case LineBreak():
                    yield element("r", element("br"))
                case PageNumber():
                    yield self._field(" PAGE ", "1", inline, block)
                case PageCount():
                    yield self._field(" NUMPAGES ", str(self.references.page_count), inline, block)
                case PageReference():
                    yield self._page_reference(inline, block)
                case RunningTitle():
                    yield self._running_title(inline, block)
                case Footnote():
                    self.footnotes.append(inline)
                    style = element("rPr", element("rStyle", val=FOOTNOTE_REFERENCE))
                    yield element("r", style, element("footnoteReference", id=inline.number))
                case _:
                    assert_never(inline)

    def answer(self, field: FormField, block: Paragraph) -> Xml:
        """Return the control of a field, which asks for an answer; `block` is the paragraph around it."""
        asked: list[Inline] = []
        for prompt in field.prompts:
            if asked:
                asked.append(Run(" · ", block.language, PROMPT))
            asked.append(Run(prompt.words, prompt.language, PROMPT))
        runs = self.runs(replace(block, inlines=tuple(asked)))
        return self.controls.field(field, "".join(runs), block.language)

    def _field(
        self, instruction: str, result: str, inline: PageNumber | PageCount, block: Paragraph | Heading
    ) -> Xml:
        run = Run(result, inline.language, inline.style)
        return complex_field(instruction, "".join(self._script_runs(run, block)))

    def _page_reference(self, inline: PageReference, block: Paragraph | Heading) -> Xml:
        page = self.references.page(inline.target)
        run = Run("" if page is None else str(page), inline.language, inline.style)
        return self.references.page_field(inline.target, "".join(self._script_runs(run, block)))

    def _running_title(self, inline: RunningTitle, block: Paragraph | Heading) -> Xml:
        """Return the fields of a running title; what they show at first are a heading's words, plain."""
        numbers = self.styles.heading_numbers
        inlines = self.titles.get(inline.level, ())
        number = numbers.number(inline.level, inlines)
        before = ""
        if number and inline.level in numbers.by_style:
            field = complex_field(
                f" STYLEREF {inline.level} \\n ",
                self._plain((Run(number.text, inline.language),), inline, block),
            )
            before = field + self._plain((Run(number.space, inline.language),), inline, block)
        words = self._plain(number.rest if number else inlines, inline, block)
        return before + complex_field(f" STYLEREF {inline.level} ", words)

    def _plain(self, inlines: Iterable[Inline], title: RunningTitle, block: Paragraph | Heading) -> Xml:
        runs = (Run(each.text, each.language, title.style) for each in inlines if isinstance(each, Run))
        return "".join(made for run in runs for made in self._script_runs(run, block))

    def _linked(self, run: Run, block: Paragraph | Heading) -> Xml:
        made = "".join(self._script_runs(run, block))
        if run.href is None:
            return made
        if run.href.startswith("#"):
            return self.references.linked(run.href[1:], made)
        address = checked(run.href, block.origin, told("a link"))
        relation = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return element("hyperlink", made, r_id=relation)

    def _script_runs(self, run: Run, block: Paragraph | Heading) -> Iterator[Xml]:
        language = language_of(run.language)
        text = checked(run.text, block.origin)
        for words, is_complex in by_script(text, language.script if language.is_complex_script else None):
            look = RunLook(
                block.style, block.language, run.language, run.style, run.bold, run.italic, is_complex
            )
            if is_complex:
                yield self._run(words, look)
                continue
            for part, is_sign in with_signs_apart(words):
                yield self._run(part, look._replace(is_sign=True) if is_sign else look)

    def _run(self, words: str, look: RunLook) -> Xml:
        properties = self._properties.get(look)
        if properties is None:
            properties = self._properties[look] = RunProperties(self.stylesheet, self.styles).of(look)
        return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'

"""Every report in every language choice and format means what it meant when it was last accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planreports.writers import FORMATS
from tests.acceptance import Acceptance
from tests.outlines import docx, html, pdf
from tests.renditions import BODIES, FORMS, MATRICES, PLAN_RENDITIONS, RENDITIONS, Rendition

OUTLINES: dict[str, Callable[[bytes], str]] = {"docx": docx.outline, "pdf": pdf.outline, "html": html.outline}


@pytest.fixture
def accepted(accept: bool) -> Acceptance:
    return Acceptance(Path(__file__).parent, accept)


def _is_compared(rendition: Rendition) -> bool:
    """Return whether a rendition is compared: other readers' copies are in both languages only, and of the
    plan, the glossary and the matrix, which are long, a choice. Reviews are those of a small workspace."""
    if rendition in (*BODIES, *MATRICES, *FORMS):
        return True
    if rendition in PLAN_RENDITIONS:
        return rendition.name in ("plan-en+lo", "plan-annotated-en")
    if rendition.document in ("glossary", "matrix", "matrix-full", "review-report", "review-template"):
        return False
    return rendition.document in ("brief-internal", "brief-short", "specimen") or rendition.choice == "en+lo"


@pytest.mark.parametrize("format_", [name for name in FORMATS if name in OUTLINES])
@pytest.mark.parametrize(
    "rendition",
    list(filter(_is_compared, (*RENDITIONS, *PLAN_RENDITIONS, *BODIES, *MATRICES, *FORMS))),
    ids=lambda each: each.name,
)
def test_a_document_means_what_was_accepted(rendition: Rendition, format_: str, accepted: Acceptance) -> None:
    outline = OUTLINES[format_](rendition.file(format_))
    accepted.text(f"{rendition.name}.{format_}.txt", outline)


def test_word_styles_are_what_was_accepted(accepted: Acceptance) -> None:
    accepted.text("styles.docx.txt", docx.styles_outline(Rendition("specimen", "en+lo").file("docx")))

"""Every document, language choice and format that tests compare: each rendered once a session."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import planreports
from planreports.rendering import write
from planreports.workspace.workspace import Workspace
from tests.reviews import office
from tests.specimen import specimen

CHOICES: dict[str, tuple[tuple[str, ...], str]] = {
    "en": (("en",), "side-by-side"),
    "lo": (("lo",), "side-by-side"),
    "en+lo": (("en", "lo"), "side-by-side"),
    "en+lo-stacked": (("en", "lo"), "stacked"),
}
"""What each language choice is called, and its languages and arrangement."""


@dataclass(frozen=True)
class Rendition:
    """One file: a document in a language choice; a document is `specimen`, `plan`, `plan-annotated`,
    `glossary`, its part `glossary-bodies`, `review-form`, a brief for an audience, or a key of `WITH_OPTIONS`."""

    document: str
    choice: str

    @property
    def name(self) -> str:
        return f"{self.document}-{self.choice}"

    def file(self, format_: str) -> bytes:
        """Return the file in a format, made only once."""
        return _rendered(self, format_)


WITH_OPTIONS: dict[str, tuple[str, dict[str, object]]] = {
    "brief-short": ("brief", {"meeting": "2026-som6", "form": "short"}),
    "matrix": ("matrix", {}),
    "matrix-full": ("matrix", {"profile": "full"}),
    "review-template": ("review-template", {"agency": "lao-youth-union", "year": 2026}),
    "review-report": ("review-report", {"year": 2026, "edition": "joint"}),
    "matrix-area-4": ("matrix", {"area": ["4"], "profile": "full", "group_by": "status"}),
}
"""Documents by the report that they are of, and its options."""

RENDITIONS = (
    *(
        Rendition(document, choice)
        for document in ("brief-internal", "brief-partner", "brief-public", "specimen", "glossary", "matrix")
        for choice in CHOICES
    ),
    *(Rendition("brief-short", choice) for choice in ("en", "lo")),
    Rendition("matrix-full", "en"),
    *(Rendition("review-template", choice) for choice in CHOICES),
    *(Rendition("review-report", choice) for choice in ("lo", "en+lo")),
)

PLAN_RENDITIONS = tuple(
    Rendition(document, choice) for document in ("plan", "plan-annotated") for choice in CHOICES
)


MATRICES = tuple(Rendition("matrix-area-4", choice) for choice in ("en", "en+lo"))
"""Parts of the matrix, which is long."""

FORMS = (Rendition("review-form", "en+lo"),)
"""The form of a review in a workspace that no change of the example changes."""

BODIES = tuple(Rendition("glossary-bodies", choice) for choice in ("lo", "en+lo"))
"""The part of the glossary that no change of the example changes; Lao is sorted otherwise."""


@cache
def example() -> Workspace:
    """Return the example workspace."""
    return planreports.open_workspace(planreports.example_workspace())


def plan_text(workspace: Workspace, rendition: Rendition, format_: str) -> bytes:
    """Return the text of a workspace's plan."""
    languages, arrangement = CHOICES[rendition.choice]
    return planreports.render(
        workspace,
        "plan",
        annotations=rendition.document == "plan-annotated",
        languages=languages,
        format=format_,
        arrangement=arrangement,
    )


@cache
def _rendered(rendition: Rendition, format_: str) -> bytes:
    languages, arrangement = CHOICES[rendition.choice]
    if rendition.document == "specimen":
        return write(specimen(*languages, arrangement=arrangement), format_)
    if rendition.document.startswith("plan"):
        return plan_text(example(), rendition, format_)
    if rendition.document.startswith("glossary"):
        return planreports.render(
            example(),
            "glossary",
            kinds=("bodies",) if rendition.document == "glossary-bodies" else ("bodies", "agencies"),
            languages=languages,
            format=format_,
            arrangement=arrangement,
        )
    if rendition.document == "review-form":
        settings = {"deadline": "11-30", "return_to": "Secretariat"}
        asked = {"agency": "moic", "year": 2026, "languages": languages, "format": format_}
        return planreports.render(office(settings=settings), "review-template", **asked)
    if rendition.document in WITH_OPTIONS:
        report, options = WITH_OPTIONS[rendition.document]
        return planreports.render(
            example(), report, languages=languages, format=format_, arrangement=arrangement, **options
        )
    return planreports.render(
        example(),
        "brief",
        meeting="2026-som6",
        languages=languages,
        format=format_,
        arrangement=arrangement,
        audience=rendition.document.removeprefix("brief-"),
    )

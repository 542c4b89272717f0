"""The brief's context: own side first, and nothing that its readers may not see, in any format."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from dataclasses import asdict, is_dataclass
from pathlib import Path

import pypdf
import pytest

import planreports
from planreports.files.resources import resource
from planreports.reports.brief import BriefOptions, brief_context
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace

INTERNAL = (
    "Thank Japan",
    "Tariff reform",
    "second transmission line",
    "Overstays",
    "third expert",
    "PDR side only",
    "Copy",
)
PARTNER = ("Agree the list of delayed commitments", "Agreed minutes", "Deputy Minister")
PUBLIC = ("The two sides reviewed", "The partnership was declared")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return planreports.open_workspace(planreports.example_workspace())


def docx_words(data: bytes) -> str:
    """Return everything in a Word file's parts: text, properties, relationships."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return " ".join(re.sub(r"<[^>]+>", "", part) + " " + part for part in parts)


def pdf_words(data: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = " ".join(page.extract_text() for page in reader.pages)
    return (
        " ".join(text.split())
        + str(reader.metadata)
        + (reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else "")
    )


@pytest.mark.parametrize(
    ("audience", "seen", "unseen"),
    [
        ("internal", INTERNAL + PARTNER + PUBLIC, ()),
        ("partner", PARTNER + PUBLIC, INTERNAL),
        ("public", PUBLIC, INTERNAL + PARTNER),
    ],
)
@pytest.mark.parametrize(("format_", "words_of"), [("docx", docx_words), ("pdf", pdf_words)])
def test_a_copy_holds_what_its_readers_may_see_and_nothing_else(
    workspace: Workspace,
    audience: str,
    seen: tuple[str, ...],
    unseen: tuple[str, ...],
    format_: str,
    words_of,
) -> None:
    data = planreports.render(
        workspace, "brief", meeting="2026-som6", languages=["en"], format=format_, audience=audience
    )
    words = " ".join(words_of(data).split())
    assert [each for each in seen if each not in words] == []
    assert [each for each in unseen if each in words] == []


def test_what_says_nothing_of_its_readers_is_internal(workspace: Workspace) -> None:
    brief = brief_context(workspace, workspace.meeting("2026-som6"), BriefOptions(audience=Audience.PARTNER))
    assert brief.internal is None
    assert all(not topic.say and not topic.if_raised and not topic.not_to_raise for topic in brief.topics)
    assert len(brief.objectives) == 2


def test_the_own_side_stands_first_in_each_sides_copy(tmp_path: Path) -> None:
    shutil.copytree(resource("examples", "workspace"), tmp_path / "w")
    path = tmp_path / "w" / "planreports.toml"
    path.write_text(
        path.read_text("utf-8").replace('perspective = "lao-pdr"', 'perspective = "japan"'), "utf-8"
    )
    for folder, first in ((resource("examples", "workspace"), "Lao PDR"), (tmp_path / "w", "Japan")):
        workspace = planreports.open_workspace(folder)
        assert str(brief_context(workspace, workspace.meeting("2026-som6")).sides[0].party) == first


def test_a_context_is_frozen_values_only(workspace: Workspace) -> None:
    brief = brief_context(workspace, workspace.meeting("2026-som6"))
    assert is_dataclass(brief)
    with pytest.raises(Exception, match="cannot assign"):
        brief.number = "x"
    assert "path" not in str(asdict(brief)).casefold()


def test_topics_quote_the_plan_with_ids_and_citations(workspace: Workspace) -> None:
    topics = brief_context(workspace, workspace.meeting("2026-som6")).topics
    assert [topic.citation for topic in topics] == ["2 (2)", "3 (1)", "3 (3)", "4 (3)", "4 (8)"]
    assert [each.id for each in topics[1].statements] == ["3.1.1a", "3.1.2a", "3.1.2b", "3.1.5a"]
    assert topics[2].statements[0].text == workspace.plan["3.3.1a"].text


def test_a_brief_needs_a_meeting(workspace: Workspace) -> None:
    with pytest.raises(
        planreports.PlanReportsError,
        match="a brief is for a meeting; name one: there are: 2025-som5, 2026-som6, ",
    ):
        planreports.render(workspace, "brief")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"languages": ["fr"]}, "unknown language `fr`: expected `en` or `lo`"),
        ({"format": "odt"}, "unknown format `odt`: expected `docx`, `pdf` or `html`"),
        ({"arrangement": "stackd"}, "unknown arrangement `stackd`: did you mean `stacked`?"),
        ({"audience": "internl"}, "unknown audience `internl`: did you mean `internal`?"),
    ],
)
def test_unknown_options_name_the_nearest(
    workspace: Workspace, option: dict[str, object], message: str
) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.render(workspace, "brief", meeting="2026-som6", **option)
    assert str(caught.value) == message

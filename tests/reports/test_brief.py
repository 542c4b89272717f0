"""The brief's context: own side first, and nothing that its readers may not see, in any format."""

from __future__ import annotations

import datetime
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
from planreports.reports.brief import brief_context
from planreports.reports.brief_options import BriefOptions
from planreports.reports.tracking import tracking
from planreports.workspace.content import Audience
from planreports.workspace.meetings import Meeting
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
        ({"format": "odt"}, "unknown format `odt`: expected `docx`, `pdf`, `html` or `xlsx`"),
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


def meeting_of(workspace: Workspace, **changes: object) -> Meeting:
    """Return the example's meeting with some of its fields given anew."""
    plain = {"id": "2026-som6", "number": "1", "issued": "2026-10-12", "title": "T", "date": "2026-10-22"}
    return Meeting.model_validate(plain | changes)


TOPICS = [
    {"section": "3.1", "say": [{"text": "Ask", "cites": ["3.1.5a"]}]},
    {"section": "2.4", "say": [{"text": "Thank", "audience": "partner"}], "if_raised": ["Deny"]},
    {"section": "5.1", "audience": "partner"},
    {"section": "4.2", "audience": "internal", "say": [{"text": "Secret", "audience": "public"}]},
]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [("internal", ["3.1", "2.4", "5.1", "4.2"]), ("partner", ["2.4", "5.1"]), ("public", [])],
)
def test_a_topic_of_which_readers_may_see_nothing_is_left_out(
    workspace: Workspace, audience: str, expected: list[str]
) -> None:
    options = BriefOptions(audience=Audience(audience))
    brief = brief_context(workspace, meeting_of(workspace, topics=TOPICS), options)
    assert [topic.id for topic in brief.topics] == expected


def test_a_point_cites_the_plan_and_what_became_of_it(workspace: Workspace) -> None:
    brief = brief_context(workspace, meeting_of(workspace, topics=TOPICS))
    (cited,) = brief.topics[0].say[0].cites
    status = tracking(workspace, as_of=brief.issued)["3.1.5a"].status
    assert (cited.id, cited.citation, cited.status) == ("3.1.5a", "3 (1) ¶5", status)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"section": ["2.4"]}, ["2.4"]),
        ({"section": ["2.4", "3.3"], "topics": "plan"}, ["2.4", "3.3"]),
        ({"section": ["5.3"], "topics": "plan"}, ["5.3"]),
        ({"section": ["3.3"]}, []),
        ({"party": ["lao-pdr"], "section": ["2.4"]}, []),
    ],
)
def test_filters_choose_topics_of_the_meeting_and_add_those_of_the_plan(
    workspace: Workspace, options: dict[str, object], expected: list[str]
) -> None:
    brief = brief_context(workspace, meeting_of(workspace, topics=TOPICS), BriefOptions(**options))  # type: ignore[arg-type]
    assert [topic.id for topic in brief.topics] == expected


def test_family_names_stand_in_capitals_in_each_sides_own_order(workspace: Workspace) -> None:
    people = [
        {"name": "Motegi Toshimitsu", "family_name": "Motegi", "title": "Minister"},
        {"name": "Saleumxay Kommasith", "family_name": "Kommasith", "title": "Minister"},
    ]
    meeting = meeting_of(workspace, delegations=[{"party": "japan", "participants": people}])
    names = [str(each.name) for each in brief_context(workspace, meeting).sides[0].participants]
    assert names == ["MOTEGI Toshimitsu", "Saleumxay KOMMASITH"]


def test_the_glance_counts_what_changed_since_the_last_meeting(workspace: Workspace) -> None:
    brief = brief_context(workspace, workspace.meeting("2026-som6"))
    assert brief.glance is not None
    assert brief.glance.since == datetime.date(2026, 5, 19)
    assert sum(each.total for each in brief.glance.totals) == brief.glance.share.total == 44
    assert all(each.was != each.now for each in brief.glance.changes)


def test_background_for_release_stands_apart_from_what_is_not(workspace: Workspace) -> None:
    facts = [{"text": "Known", "audience": "public"}, {"text": "Ours"}]
    for audience, withheld in ((Audience.INTERNAL, ["Ours"]), (Audience.PARTNER, [])):
        brief = brief_context(
            workspace, meeting_of(workspace, background=facts), BriefOptions(audience=audience)
        )
        assert [str(each.text) for each in brief.background] == ["Known"]
        assert [str(each.text) for each in brief.not_for_disclosure] == withheld


def test_joint_copies_have_no_national_head(workspace: Workspace) -> None:
    for audience, lines in ((Audience.INTERNAL, 2), (Audience.PARTNER, 0)):
        brief = brief_context(workspace, workspace.meeting("2026-som6"), BriefOptions(audience=audience))
        assert len(brief.national_head) == lines


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_short_form_of_the_example_has_two_pages(workspace: Workspace, language: str) -> None:
    data = planreports.render(workspace, "brief", meeting="2026-som6", form="short", languages=[language])
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 2


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_topic_of_the_example_has_at_most_two_pages(workspace: Workspace, language: str) -> None:
    def pages(*sections: str) -> int:
        data = planreports.render(
            workspace, "brief", meeting="2026-som6", section=sections, languages=[language]
        )
        return len(pypdf.PdfReader(io.BytesIO(data)).pages)

    without = pages("5.8")
    for topic in workspace.meeting("2026-som6").topics:
        assert pages(topic.section) - without <= 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"copy": 13}, "the brief `2026-som6` has no copy 13: expected a number from 1 to 12"),
        ({"form": "shrt"}, "a brief has no form `shrt`: did you mean `short`?"),
        ({"topics": "meetings"}, "a brief has no choice of topics `meetings`: did you mean `meeting`?"),
        ({"section": ["3.11"]}, "there is no section `3.11`: did you mean `3.1`?"),
    ],
)
def test_wishes_that_cannot_be_met_are_refused(
    workspace: Workspace, options: dict[str, object], message: str
) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.render(workspace, "brief", meeting="2026-som6", **options)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_copy_says_its_number(workspace: Workspace) -> None:
    data = planreports.render(
        workspace, "brief", meeting="2026-som6", copy=3, format="html", languages=["en"]
    )
    assert "Copy 3 of 12" in data.decode()

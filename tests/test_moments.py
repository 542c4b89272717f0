"""When files say they were made: a date asked for, the environment's, the document's own; never the clock."""

from __future__ import annotations

import datetime
import io

import docx
import pypdf
import pytest

import planreports
from planreports.moments import moment_of
from planreports.workspace.workspace import Workspace

EPOCH = "1792800000"  # 2026-10-24


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return planreports.open_workspace(planreports.example_workspace())


def moments(workspace: Workspace, date: datetime.date | None = None) -> set[str]:
    def made(format_: str) -> io.BytesIO:
        return io.BytesIO(
            planreports.render(
                workspace, "brief", meeting="2026-som6", languages=["en"], format=format_, date=date
            )
        )

    pdf = pypdf.PdfReader(made("pdf"))
    information, packet = pdf.metadata, pdf.xmp_metadata
    properties = docx.Document(made("docx")).core_properties
    assert information is not None
    assert packet is not None
    found = [information.creation_date, information.modification_date]
    found += [packet.xmp_create_date, packet.xmp_modify_date, properties.created, properties.modified]
    return {each.replace(tzinfo=None).isoformat() for each in found if each}


def test_a_file_is_as_old_as_its_document_says(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert moments(workspace) == {"2026-10-12T00:00:00"}


def test_the_environment_gives_the_moment(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 3661))
    assert moments(workspace) == {"2026-10-24T01:01:01"}


def test_a_date_that_is_asked_for_wins(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert moments(workspace, datetime.date(2027, 1, 2)) == {"2027-01-02T00:00:00"}
    noon = datetime.datetime(2027, 1, 2, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
    assert moments(workspace, noon) == {"2027-01-02T05:00:00"}


def test_the_pages_do_not_change_with_the_date(workspace: Workspace) -> None:
    def text(date: datetime.date) -> list[str]:
        data = planreports.render(workspace, "brief", meeting="2026-som6", date=date)
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]

    assert text(datetime.date(2027, 1, 2)) == text(datetime.date(2028, 3, 4))


@pytest.mark.parametrize("value", ["", "abc", "-1", "1.5", "1e9", " 1", "1\n", "253402300800", "٣"])
def test_a_malformed_variable_is_an_error(value: str) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        moment_of(None, {"SOURCE_DATE_EPOCH": value})
    assert str(caught.value) == (
        f"the environment's SOURCE_DATE_EPOCH is `{value}`: expected seconds since 1970, such as 1792800000"
    )


@pytest.mark.parametrize(("value", "year"), [("0", 1970), ("253402300799", 9999)])
def test_every_second_of_our_calendar_is_taken(value: str, year: int) -> None:
    moment = moment_of(None, {"SOURCE_DATE_EPOCH": value})
    assert moment is not None
    assert moment.year == year


def test_an_unknown_choice_of_missing_glyphs_is_an_error(workspace: Workspace) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.render(workspace, "brief", meeting="2026-som6", missing_glyphs="box")  # type: ignore[arg-type]
    assert str(caught.value) == "unknown choice of missing_glyphs `box`: expected `error` or `warn`"

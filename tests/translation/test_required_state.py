"""`--require`: a document with translations that are less than was asked for is not made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planreports
from planreports.errors import PlanReportsError
from planreports.files.resources import resource
from tests.workspace.offices import make_office, write

LAYOUT = """\
<section class="portrait">
<h1>{{ brief.meeting.title }}</h1>
<p>{{ _("Our note") }}</p>
</section>
"""
MEETING = """\
id: 2026-som6
number: 04
issued: 2026-10-12
title: {en: Officials’ Meeting, lo: ກອງປະຊຸມ}
date: 2026-10-22
"""
HEADER = 'msgid ""\nmsgstr "Language: lo\\n"\n\n'


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = make_office(tmp_path)
    write(folder / "meetings" / "2026-som6.yaml", MEETING)
    write(folder / "layouts" / "note.html.jinja", LAYOUT.replace("brief.meeting.title", "brief.title"))
    return folder


def catalog(office: Path, entry: str) -> None:
    write(office / "locales" / "lo" / "LC_MESSAGES" / "workspace.po", HEADER + entry)


def refusals(office: Path, require: str) -> list[str]:
    try:
        render(office, require)
    except PlanReportsError as error:
        return str(error).replace(office.as_posix(), "office").splitlines()
    return []


def render(office: Path, require: str | None) -> bytes:
    return planreports.render(
        planreports.open_workspace(office),
        "brief",
        meeting="2026-som6",
        layout="note",
        languages=["lo"],
        format="html",
        require=require,
    )


def test_a_draft_is_less_than_reviewed_and_is_told_with_its_line(office: Path) -> None:
    catalog(office, '#, fuzzy\nmsgid "Our note"\nmsgstr "ບັນທຶກ"\n')
    assert refusals(office, "draft") == []
    assert refusals(office, "reviewed") == [
        "office/locales/lo/LC_MESSAGES/workspace.po:4: `Our note` in the language `lo`: a draft: at least reviewed "
        "is required"
    ]


def test_what_is_not_translated_is_less_than_a_draft(office: Path) -> None:
    assert refusals(office, "draft") == [
        "`Our note` in the language `lo`: not translated: at least a draft is required"
    ]
    assert render(office, None)


def test_every_message_that_is_less_is_told(office: Path) -> None:
    catalog(office, '# reviewed: 2026-05-04 by N. Souk\nmsgid "Our note"\nmsgstr "ບັນທຶກ"\n')
    assert refusals(office, "reviewed") == []
    assert refusals(office, "official") == [
        "`Officials’ Meeting` in the language `lo`: reviewed: at least official is required",
        "office/locales/lo/LC_MESSAGES/workspace.po:4: `Our note` in the language `lo`: reviewed: at least official "
        "is required",
    ]


def test_the_source_itself_needs_no_review(office: Path) -> None:
    made = planreports.render(
        planreports.open_workspace(office), "brief", meeting="2026-som6", languages=["en"], require="official"
    )
    assert made.startswith(b"%PDF")


def test_an_unknown_state_is_told_with_the_nearest(office: Path) -> None:
    assert refusals(office, "offical") == ["unknown state `offical`: did you mean `official`?"]


def test_every_layout_that_ships_counts_what_is_not_reviewed() -> None:
    layouts = [path for path in resource("templates").glob("*.html.jinja") if not path.name.startswith("_")]
    assert len(layouts) >= 7
    assert [path.name for path in layouts if "{{ translation_notice }}" not in path.read_text("utf-8")] == []


def test_a_draft_is_marked_and_counted_and_so_is_what_is_missing(office: Path) -> None:
    catalog(office, '#, fuzzy\nmsgid "Our note"\nmsgstr "ບັນທຶກ"\n')
    write(
        office / "layouts" / "note.html.jinja",
        '<section class="portrait">\n<h1>{{ brief.title }}</h1>\n<p>{{ translation_notice }}</p>\n'
        '<p>{{ _("Our note") }}</p>\n<p>{{ _("Another") }}</p>\n</section>\n',
    )
    page = render(office, None).decode().replace("<wbr>", "")
    assert '<p class="p-body draft">ບັນທຶກ</p>' in page
    assert '<span lang="en">Another</span> <span class="i-missing">[ຍັງບໍ່ທັນແປ]</span>' in page
    notice = page[page.index("</h1>") :].split("</p>")[0]
    assert re.findall("[0-9]+", notice.split(">")[-1]) == ["3", "1", "1", "1"], (
        "of 3, drafts, missing, reviewed"
    )

"""The glossary: what is in it, where the plan uses it, in which order, and who may know of whom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planreports
from planreports.i18n.text import Text
from planreports.reports.glossary import GlossaryContext, GlossaryOptions, glossary_context
from planreports.reports.glossary_entries import GlossaryEntry
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace, workspace_of
from planreports.writers import FORMATS
from tests.hostile.meetings import everything_in
from tests.writers.html.reading import Page

CONFIGURATION = """\
perspective = "lao-pdr"
organisation = { name = "Secretariat" }
"""
AGENCIES = """\
agencies:
  - {id: mpi, party: lao-pdr, name: Ministry of Planning and Investment, valid_from: 2007, valid_to: 2025-03, successors: [mof]}
  - {id: mof, party: lao-pdr, name: {en: Ministry of Finance, lo: ກະຊວງການເງິນ}, acronym: MOF, focal_points: [{email: canary@example.org, audience: public}]}
  - {id: jica, party: japan, kind: agency, name: Japan International Cooperation Agency, acronym: JICA}
  - {id: nobody, party: japan, kind: embassy, name: '<b>{{ 7 * 7 }}</b> & Sons'}
"""
COMMITMENTS = """\
commitments:
  - {id: 2.2.1b, lead: [mpi], supporting: [mof], audience: public}
  - {id: 3.1.1a, lead: [mpi], audience: partner}
  - {id: 3.1.5a, lead: [mpi]}
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("office")
    for name, words in (
        ("planreports.toml", CONFIGURATION),
        ("agencies.yaml", AGENCIES),
        ("commitments.yaml", COMMITMENTS),
    ):
        (folder / name).write_text(words, "utf-8")
    return planreports.open_workspace(folder)


def made(
    workspace: Workspace, *kinds: str, audience: str = "internal", sort: str | None = None
) -> GlossaryContext:
    return glossary_context(workspace, GlossaryOptions(Audience(audience), kinds, sort))


def entry(glossary: GlossaryContext, name: str) -> GlossaryEntry:
    (found,) = (each for each in glossary.whole.in_order["en"] if each.words["en"] == name)
    return found


def names(entries: tuple[GlossaryEntry, ...], language: str = "en") -> list[str]:
    return [each.words.get(language, "—") for each in entries]


def plain(citations: tuple[str, ...]) -> list[str]:
    return [each.replace("\u00a0", " ") for each in citations]


def test_every_term_name_and_agency_is_there_once(office: Workspace) -> None:
    glossary = made(office)
    assert [part.id for part in glossary.parts] == ["terms", "names", "agencies"]
    assert sum(part.count for part in glossary.parts) == glossary.whole.count
    words = names(glossary.whole.in_order["en"])
    assert len(set(words)) == len(words)
    assert entry(glossary, "Ministry of Finance").kind == "agencies"
    assert entry(glossary, "Japan International Cooperation Agency").kind == "agencies"
    assert entry(glossary, "United Nations").abbreviation == "UN"


def test_a_name_without_a_translation_has_the_glossarys_and_its_state(office: Workspace) -> None:
    glossary = made(office)
    finance, planning = (
        entry(glossary, "Ministry of Finance"),
        entry(glossary, "Ministry of Planning and Investment"),
    )
    assert (str(finance.state), finance.is_approved) == ("reviewed", True)
    assert (planning.words["lo"], str(planning.state)) == ("ກະຊວງແຜນການ ແລະ ການລົງທຶນ", "draft")
    union = entry(glossary, "Inter-Parliamentary Union")
    assert (union.words["lo"], str(union.state)) == ("IPU (ສະຫະພັນລັດຖະສະພາສາກົນ)", "draft")
    assert glossary.approved == 1


def test_an_agency_has_its_period_and_who_took_over(office: Workspace) -> None:
    found = entry(made(office), "Ministry of Planning and Investment")
    assert (str(found.valid_from), str(found.valid_to)) == ("2007", "2025-03")
    assert [each.translation("lo").text for each in found.successors] == ["ກະຊວງການເງິນ"]


def test_a_term_is_used_where_its_whole_words_are_whatever_their_case_and_ending(office: Workspace) -> None:
    glossary, plan = made(office, "terms"), office.plan
    for word, pattern in (
        ("trade", r"\btrades?\b"),
        ("affirm", r"\baffirm(s|ed|ing)?\b"),
        ("security", r"\bsecurity\b"),
        ("power (electricity)", r"\bpowers?\b"),
    ):
        expected = [
            each.citation for each in plan.paragraphs() if re.search(pattern, each.text, re.IGNORECASE)
        ]
        uses = entry(glossary, word).uses
        assert uses.count == len(expected) > 1
        assert sum(each.count("¶") for each in uses.citations) == len(expected)
        assert plain(uses.citations)[0].startswith(expected[0])


def test_a_name_of_the_register_is_used_where_clauses_refer_to_it(office: Workspace) -> None:
    uses = entry(made(office, "bodies"), "Association of Southeast Asian Nations").uses
    expected = {
        office.plan[each.id.rstrip("abcdefgh")].citation
        for each in office.plan.statements()
        if any("asean" in clause.refers_to for clause in each.clauses)
    }
    assert uses.count == len(expected)


def test_paragraphs_of_one_section_are_cited_together(office: Workspace) -> None:
    assert plain(entry(made(office), "UN Security Council").uses.citations) == ["5 (4) ¶1", "5 (5) ¶1"]
    assert plain(entry(made(office), "trade").uses.citations) == ["2 (2) ¶1", "3 (1) ¶7"]
    assert "1 (1) ¶1, ¶2" in plain(entry(made(office), "affirm").uses.citations)


@pytest.mark.parametrize(
    ("audience", "citations"),
    [
        ("internal", ["2 (2) ¶1", "3 (1) ¶1, ¶5"]),
        ("partner", ["2 (2) ¶1", "3 (1) ¶1"]),
        ("public", ["2 (2) ¶1"]),
    ],
)
def test_who_leads_what_is_told_to_those_who_may_know(
    office: Workspace, audience: str, citations: list[str]
) -> None:
    uses = entry(made(office, audience=audience), "Ministry of Planning and Investment").uses
    assert (plain(uses.citations), uses.count) == (citations, sum(each.count("¶") for each in citations))


def test_a_workspaces_own_terms_are_added_and_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("locales/glossary.csv")
    path.parent.mkdir()
    Path("planreports.toml").write_text(CONFIGURATION, "utf-8")
    rows = [
        "term,lo,variants,forbidden,part_of_speech,state,source,note",
        "trade,ການຄ້າຂາຍ,,,noun,official,Decree 12,",
        "side,ຝ່າຍ,,,noun,draft,,",
    ]
    path.write_text("\n".join(rows), "utf-8")
    glossary = made(planreports.open_workspace("."))
    found = entry(glossary, "trade")
    assert (found.words["lo"], str(found.state), found.source) == ("ການຄ້າຂາຍ", "official", "Decree 12")
    assert entry(glossary, "side").uses.count > 1
    assert glossary.parts[0].has_sources
    path.write_text("\n".join([*rows, "one,two"]), "utf-8")
    with pytest.raises(planreports.PlanReportsError) as caught:
        made(planreports.open_workspace("."))
    assert (
        str(caught.value)
        == "locales/glossary.csv:4:1: this row has 2 cells, or no term or translation: expected 8 cells"
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_persons_are_in_no_byte_of_a_glossary(office: Workspace, format_: str) -> None:
    found = everything_in(planreports.render(office, "glossary", kinds=["agencies"], format=format_))
    assert "canary" not in found
    assert "MOF" in found.replace("\n", "")


def test_an_agency_that_the_plan_names_itself_has_those_paragraphs_too(office: Workspace) -> None:
    assert plain(
        entry(made(office, audience="public"), "Japan International Cooperation Agency").uses.citations
    ) == ["4 (9) ¶1"]


def test_each_language_has_its_order_and_what_has_no_words_in_it_comes_last(office: Workspace) -> None:
    order = made(office, "agencies").whole.in_order
    assert names(order["en"]) == [
        "<b>{{ 7 * 7 }}</b> & Sons",
        "Japan International Cooperation Agency",
        "Ministry of Finance",
        "Ministry of Planning and Investment",
    ]
    lao = ["ກະຊວງການເງິນ", "ກະຊວງແຜນການ ແລະ ການລົງທຶນ", "ອົງການຮ່ວມມືສາກົນຍີ່ປຸ່ນ", "—"]
    assert names(order["lo"], "lo") == lao
    assert names(order["lo"])[3:] == names(order["en"])[:1]


def test_the_language_to_sort_by_can_be_chosen(office: Workspace) -> None:
    glossary = made(office, "agencies", sort="lo")
    assert glossary.whole.in_order["en"] == glossary.whole.in_order["lo"]
    assert names(glossary.whole.in_order["en"])[0] == "Ministry of Finance"


def test_abbreviations_are_in_their_own_order(office: Workspace) -> None:
    found = [each.abbreviation for each in made(office, "bodies", "agencies").abbreviations]
    assert found == sorted(found, key=str.casefold)
    assert {"UN", "JICA", "MOF"} <= set(found)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kinds": ["bodys"]}, "the glossary has no kind `bodys`: did you mean `bodies`?"),
        ({"sort": "la"}, "the glossary has no language to sort by `la`: expected `en` or `lo`"),
        ({"kinds": "bodies"}, "the option `kinds` of the report `glossary` cannot be 'bodies': 'str' instances are not allowed as a Sequence value"),
    ],
)  # fmt: skip
def test_kinds_and_languages_that_there_are_not_are_refused(office: Workspace, options, message: str) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.render(office, "glossary", **options)
    assert str(caught.value) == message


def rows(workspace: Workspace, *languages: str, **options) -> list[list[str]]:
    data = planreports.render(workspace, "glossary", languages=languages, format="html", **options)
    return [["".join(cell.itertext()).strip() for cell in row] for row in Page(data).all("tr")]


def test_words_stand_in_a_column_a_language_the_documents_first(office: Workspace) -> None:
    for languages, cells in (
        (["en"], ["Ministry of Finance", "ກະຊວງການເງິນ", "MOF", "ministry", "reviewed", "—", "—", "2 (2) ¶1"]),
        (
            ["lo"],
            ["ກະຊວງການເງິນ", "Ministry of Finance", "MOF", "ກະຊວງ", "ຜ່ານການກວດແລ້ວ", "—", "—", "2 (2) ¶1"],
        ),
    ):
        found = [
            [cell.replace("\u00a0", " ") for cell in row]
            for row in rows(office, *languages, kinds=["agencies"])
        ]
        assert cells in found


def test_options_of_the_layout_leave_out_paragraphs_and_parts(office: Workspace) -> None:
    found = rows(office, "en", kinds=["agencies"], layout_options={"paragraphs": False, "parts": False})
    assert [row[0] for row in found if len(row) == 7] == [
        "English",
        "<b>{{ 7 * 7 }}</b> & Sons",
        "Japan International Cooperation Agency",
        "Ministry of Finance",
        "Ministry of Planning and Investment",
    ]


def test_a_plan_by_itself_has_a_glossary_without_agencies() -> None:
    glossary = made(workspace_of(planreports.load_plan()))
    assert [part.id for part in glossary.parts] == ["terms", "names"]
    assert isinstance(entry(glossary, "Ministry of Finance").type, Text)


def test_the_command_writes_a_glossary_of_the_kinds_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planreports.cli import main

    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main(["glossary", "--kinds", "bodies", "-l", "lo,en", "-f", "html", "--no-paragraphs"])
    assert not stop.value.code
    page = Page(Path("out/glossary-lao-japan-lo+en-bodies.html").read_bytes())
    assert "UN Security Council" in page.text
    assert "5 (4)" not in page.text

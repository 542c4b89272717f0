"""`planreports messages export`, `import` and `suggest`, as a secretariat uses them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from planreports.files.resources import resource
from tests.cli.commands import Run
from tests.translation.review_sheets import cell_of, with_cells, write_catalogs


@pytest.fixture
def plan_po(tmp_path: Path) -> Path:
    return write_catalogs(tmp_path) / "lo" / "LC_MESSAGES" / "plan.po"


def _edited(cells: dict[str, str], name: str = "out/review-lo.xlsx") -> None:
    path = Path(name)
    data = path.read_bytes()
    path.write_bytes(
        with_cells(data, {cell_of(data, id_[1:], id_[0]): value for id_, value in cells.items()})
    )


def test_a_sheet_goes_out_and_comes_back(run: Run, plan_po: Path) -> None:
    assert run("messages", "export", "--section", "1.1").out == "wrote out/review-lo.xlsx\n  3 messages\n"
    _edited({"C1.1": "ການລົງທຶນໃໝ່", "D1.1": "reviewed", "E1.1.1a": "Better so?"})
    before = plan_po.read_bytes()
    told = "out/review-lo.xlsx: 3 messages, 2 {}\n  1 translation\n  1 now reviewed\n  1 approved by Dr B\n  1 comment\n"
    dry = run("messages", "import", "out/review-lo.xlsx", "--by", "Dr B", "--date", "2026-05-04", "--dry-run")
    assert (dry.out, plan_po.read_bytes()) == (told.format("would be changed"), before)
    done = run("messages", "import", "out/review-lo.xlsx", "--by", "Dr B", "--date", "2026-05-04")
    assert done.out == told.format("changed") + "wrote locales/lo/LC_MESSAGES/plan.po\n"
    assert "# reviewed: 2026-05-04 by Dr B\n" in plan_po.read_text("utf-8")
    again = run("messages", "import", "out/review-lo.xlsx", "--by", "Dr B")
    assert (again.status, again.out) == (0, "out/review-lo.xlsx: 3 messages, 0 changed\n")


def test_of_a_file_with_a_mistake_nothing_is_taken_in_and_of_others_all(run: Run, plan_po: Path) -> None:
    run("messages", "export", "--section", "1")
    run("messages", "export", "--section", "2", "-o", "two")
    _edited({"C1": "ພານິດ", "D1.1": "good"})
    _edited({"C2.1": "ກິລາ"}, "two/review-lo.xlsx")
    result = run("messages", "import", "out/review-lo.xlsx", "two/review-lo.xlsx")
    assert result.status == 1
    assert result.err == (
        "out/review-lo.xlsx:Text of the plan!D9: unknown state `good`: expected `missing`, `draft`, `reviewed` "
        "or `official`\n\nout/review-lo.xlsx: 1 problem; nothing of it was taken in.\n"
    )
    text = plan_po.read_text("utf-8")
    assert "ພານິດ" not in text
    assert "ກິລາ" in text


def test_a_conflict_is_decided_by_a_preference(run: Run, plan_po: Path) -> None:
    run("messages", "export", "--section", "2.1")
    plan_po.write_text(
        plan_po.read_text("utf-8").replace('msgid "Sports"\nmsgstr ""', 'msgid "Sports"\nmsgstr "ກິລາ ກ"'),
        "utf-8",
    )
    _edited({"C2.1": "ກິລາ ຂ"})
    refused = run("messages", "import", "out/review-lo.xlsx")
    assert refused.err == (
        "out/review-lo.xlsx:Text of the plan!C7: `2.1`: its translation was changed here too\n"
        "- sheet: draft: ກິລາ ຂ\n- catalog: reviewed: ກິລາ ກ\n\n"
        "out/review-lo.xlsx: 1 problem; nothing of it was taken in. --prefer sheet or --prefer catalog decides "
        "conflicts.\n"
    )
    assert run("messages", "import", "out/review-lo.xlsx", "--prefer", "sheet").status == 0
    assert "ກິລາ ຂ" in plan_po.read_text("utf-8")


def test_a_file_that_is_there_is_not_written_over(run: Run, plan_po: Path) -> None:
    run("messages", "export")
    again = run("messages", "export")
    assert again.err == (
        "out/review-lo.xlsx: this file is there already: give another folder with -o, or --overwrite\n\n"
        "1 problem; nothing was written.\n"
    )
    assert run("messages", "export", "--overwrite").status == 0


def test_what_is_asked_for_and_not_there_is_told(run: Run, plan_po: Path) -> None:
    result = run("messages", "export", "--section", "1.12", "--domain", "plna")
    assert result.err == (
        "there is no catalog `plna`: did you mean `plan`?\n"
        "the plan has no area or section `1.12`: did you mean `1.2`?\n\n2 problems; nothing was written.\n"
    )
    assert run("messages", "export", "--report", "breif").err.startswith(
        "there is no report `breif`: did you mean `brief`?"
    )
    assert run("messages", "export", "--section", "2", "--changed").err.startswith(
        "no message in the language `lo` is as asked for\n"
    )


def test_a_report_has_the_words_of_its_layout_and_its_code(run: Run) -> None:
    from planreports.translation.report_files import files_of_report

    files = files_of_report("matrix")
    assert {
        "templates/matrix.html.jinja",
        "templates/_matrix.html.jinja",
        "templates/_macros.html.jinja",
    } <= files
    assert "src/planreports/reports/matrix.py" in files
    assert "src/planreports/workspace/statuses.py" in files
    assert "templates/brief.html.jinja" not in files
    assert not any("/cli/" in each for each in files)


def test_without_translate_toolkit_xliff_says_what_to_install(
    run: Run, plan_po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "translate.storage.xliff", None)
    assert run("messages", "export", "-f", "xliff1.2").err == (
        "XLIFF needs translate-toolkit: install it: pip install 'planreports[xliff]'\n\n"
        "1 problem; nothing was written.\n"
    )


def test_what_a_workspace_changes_of_a_shipped_catalog_is_its_own(run: Run, tmp_path: Path) -> None:
    shutil.copytree(resource("examples", "workspace"), tmp_path / "ws")
    shipped = resource("locales", "lo", "LC_MESSAGES", "plan.po")
    before = shipped.read_bytes()
    run("messages", "export", "-w", "ws", "--shipped", "--section", "1.1")
    _edited({"C1.1": "ການສົນທະນາການເມືອງ", "D1.1": "official"})
    done = run("messages", "import", "out/review-lo.xlsx", "-w", "ws", "--shipped", "--by", "Dr B")
    assert done.out.endswith("wrote ws/locales/lo/LC_MESSAGES/plan.po\n"), done.err
    own = (tmp_path / "ws/locales/lo/LC_MESSAGES/plan.po").read_text("utf-8")
    assert own.count("msgid") == 2
    assert "unofficial" not in own
    assert shipped.read_bytes() == before
    again = run("messages", "import", "out/review-lo.xlsx", "-w", "ws", "--shipped", "--by", "Dr B")
    assert again.out.endswith(" messages, 0 changed\n")
    assert run("check", "ws").status == 0


def test_the_glossary_goes_out_as_tbx_and_comes_back(run: Run, plan_po: Path) -> None:
    assert run("messages", "export", "-f", "tbx").out.startswith("wrote out/glossary-lo.tbx\n")
    path = Path("out/glossary-lo.tbx")
    path.write_bytes(path.read_bytes().replace("<term>ການຮ່ວມມື<".encode(), "<term>ການຮ່ວມມືກັນ<".encode()))
    done = run("messages", "import", "out/glossary-lo.tbx")
    assert done.out == (
        "out/glossary-lo.tbx: 1 term changed\n  cooperation: words: ການຮ່ວມມື → ການຮ່ວມມືກັນ\n"
        "wrote locales/glossary.csv\n"
    )
    assert run("messages", "import", "out/glossary-lo.tbx").out == "out/glossary-lo.tbx: 0 terms changed\n"
    assert Path("locales/glossary.csv").read_text("utf-8").count("\n") == 2


def test_suggestions_are_shown_and_written_as_drafts_only(run: Run, plan_po: Path) -> None:
    shown = run("messages", "suggest", "2.1", "--least", "0", "--most", "1")
    assert shown.out.startswith("plan 2.1  Sports\n")
    other = plan_po.read_text("utf-8").replace('msgid "Sports"\nmsgstr ""', 'msgid "Sports"\nmsgstr "ກິລາ"')
    Path("other.po").write_text(other.replace('"2.1"', '"old"'), "utf-8")
    assert (
        "  100%  ກິລາ\n        other old: Sports\n"
        in run("messages", "suggest", "2.1", "--from", "other.po").out
    )
    written = run("messages", "suggest", "2.1", "--from", "other.po", "--write")
    assert "locales/lo/LC_MESSAGES/plan.po: 1 of 1 written as drafts\n" in written.out
    assert '# suggested: from other old, 100%\n#, fuzzy\nmsgctxt "2.1"\nmsgid "Sports"\nmsgstr "ກິລາ"' in (
        plan_po.read_text("utf-8")
    )
    assert run("messages", "suggest", "2.2").err.startswith("there is no message `2.2`: did you mean `2.1`?")

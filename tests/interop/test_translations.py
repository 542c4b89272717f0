"""Catalogs as other programs see them: gettext and pofilter find no fault; pre-commit accepts the hook."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import polib
import pytest
import yaml

from planreports.cli.main import main
from planreports.files.resources import resource
from planreports.i18n.glossary import FILE, Glossary
from planreports.translation.catalog_files import catalog_paths
from planreports.translation.checking.reading import checked

CATALOGS = sorted(catalog_paths([resource("locales")]))
HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"

NOT_ASKED = {
    "hassuggestion": "what the English was before it changed stands beside a draft",
    "isfuzzy": "a draft is fuzzy, and all that ships is a draft",
    "acronyms": "the glossary has Lao words for some: ASEAN is ອາຊຽນ; our check knows them",
    "numbers": "ordinals of congresses are Roman in Lao: ຄັ້ງທີ IX; our check knows them",
    "brackets": "an acronym stands in brackets behind its Lao name, where the English has the acronym alone",
    "doublequoting": "the plan's straight quotation marks are “ and ” in Lao",
    "singlequoting": "an English apostrophe is no quotation mark",
    "simplecaps": "Lao has no capital letters",
    "startcaps": "Lao has no capital letters",
    "startpunc": "where a placeholder stands first depends on the order of words",
    "puncspacing": "where a sign stands between words depends on the order of words",
    "sentencecount": "a colon or a placeholder before a full stop is taken for a sentence's end",
    "endpunc": "`Ref.` is shortened, its Lao is not; our check knows",
    "unchanged": "`{label}: {count}` is the same in Lao; our check knows",
    "untranslated": "what is not translated yet is counted, and is no fault of what is",
    "blank": "what is not translated yet is counted, and is no fault of what is",
    "long": "a head that Lao needs more words for; our check measures what is too wide",
    "short": "an English sentence that Lao needs few words for",
}
"""The tests of pofilter that are not run, and why."""


@pytest.mark.interop("msgfmt")
@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_gettext_finds_no_fault(path: Path) -> None:
    command = ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.interop("pofilter")
def test_our_checks_and_pofilter_agree_that_the_shipped_catalogs_are_clean(tmp_path: Path) -> None:
    found = checked(CATALOGS, Glossary.read(resource("locales", FILE)))
    assert [str(each) for each in found.findings] == []
    for path in CATALOGS:
        (tmp_path / "in" / path.name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
    options = [
        "--fuzzy",
        "--progress=none",
        "--language=lo",
        *(f"--excludefilter={name}" for name in NOT_ASKED),
    ]
    command = [
        sys.executable,
        "-m",
        "translate.filters.pofilter",
        *options,
        tmp_path / "in",
        tmp_path / "out",
    ]
    subprocess.run(command, capture_output=True, check=True, text=True)
    faults = [
        (entry.msgid, entry.tcomment)
        for path in sorted((tmp_path / "out").glob("*.po"))
        for entry in polib.pofile(path.read_text("utf-8"))
    ]
    assert faults == []


@pytest.mark.interop("pofilter")
def test_pofilter_finds_what_it_is_asked_for(tmp_path: Path) -> None:
    """With the same options a broken placeholder is found: the test above could fail."""
    (tmp_path / "a.po").write_text('msgid "See https://a.example"\nmsgstr "ເບິ່ງ https://b.example"\n', "utf-8")
    options = [
        "--fuzzy",
        "--progress=none",
        "--language=lo",
        *(f"--excludefilter={name}" for name in NOT_ASKED),
    ]
    command = [
        sys.executable,
        "-m",
        "translate.filters.pofilter",
        *options,
        tmp_path / "a.po",
        tmp_path / "b.po",
    ]
    subprocess.run(command, capture_output=True, check=True, text=True)
    assert "urls" in (tmp_path / "b.po").read_text("utf-8")


def test_pre_commit_accepts_the_hook() -> None:
    from pre_commit.clientlib import load_manifest

    (hook,) = load_manifest(HOOKS)
    assert (hook["id"], hook["language"]) == ("planreports-messages-check", "python")


@pytest.mark.parametrize(("words", "status"), [("ກຳນົດໃນປີ 2026", 0), ("ກຳນົດໃນປີ 2025", 1)])
def test_the_hook_runs(
    words: str,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalog = tmp_path / "locales" / "lo" / "LC_MESSAGES" / "plan.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        f'msgid ""\nmsgstr "Language: lo\\n"\n\nmsgid "Due in 2026"\nmsgstr "{words}"\n', "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(yaml.safe_load(HOOKS.read_text("utf-8"))[0]["entry"])
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert (program, left.value.code) == ("planreports", status)
    expected = "locales/lo/LC_MESSAGES/plan.po:4: error: the number 2026 of the English is missing: "
    assert (expected in capsys.readouterr().out) is bool(status)

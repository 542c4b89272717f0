"""Entries are added to a workspace's progress: checked first, whole or not at all, by many at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import planreports
from planreports.errors import DataError, WritingError
from planreports.files.reading import MAXIMUM_BYTES
from planreports.workspace.locking import locked
from planreports.workspace.progress import ProgressEntry
from planreports.workspace.recording import Recorder, record_progress
from tests.workspace.offices import make_office, write

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
"""Another process finds the code where this one does, from any folder."""

WISH = {"commitment": "3.1.2b", "agency": "moic", "as_of": "2026-08-31", "status": "on-track"}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_office(Path("office"))


def recorder(office: Path) -> Recorder:
    return Recorder(planreports.open_workspace(office))


def refused(office: Path, wish: dict[str, object], into: str | None = None) -> list[str]:
    with pytest.raises(DataError) as caught:
        recorder(office).record(wish, into=into)
    return str(caught.value).splitlines()


def test_the_first_entry_makes_the_file_of_its_year(office: Path) -> None:
    wish = {
        **WISH,
        "achievements": {"en": "Two seminars", "lo": "ສຳມະນາ"},
        "next_steps": [{"step": "Meet", "due": "2026-12-01"}],
    }
    assert recorder(office).record(wish).path == office / "progress" / "2026.yaml"
    assert (
        (office / "progress" / "2026.yaml").read_text("utf-8")
        == """\
# yaml-language-server: $schema=../.schemas/progress.schema.json
entries:
  - commitment: 3.1.2b
    as_of: 2026-08-31
    agency: moic
    status: on-track
    achievements:
      en: Two seminars
      lo: ສຳມະນາ
    next_steps:
      - step: Meet
        due: 2026-12-01
"""
    )


def test_an_entry_follows_what_people_wrote_which_stays_as_it_is(office: Path) -> None:
    path = office / "progress" / "2026.yaml"
    text = "# ours\nentries:\n    - {commitment: 3.1.2b, agency: meti,   as_of: 2026-01-31, status: completed} # why\n# end\n"
    write(path, text)
    path.chmod(0o640)
    recorder(office).record(WISH)
    assert path.read_text("utf-8") == text + (
        "    - commitment: 3.1.2b\n      as_of: 2026-08-31\n      agency: moic\n      status: on-track\n"
    )
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_model_is_recorded_as_its_file_has_it(office: Path) -> None:
    entry = ProgressEntry.model_validate(
        {
            **WISH,
            "reason": {"text": {"lo": "ຊ້າ"}, "audience": "internal"},
            "budget": [{"currency": "JPY", "spent": "1.50"}],
        }
    )
    record_progress(planreports.open_workspace(office), entry)
    assert planreports.open_workspace(office).records.progress == (entry,)


def test_words_are_kept_whatever_they_look_like(office: Path) -> None:
    words = "- no: \"yes\" # {x} *y*\n\n    code\n1. two \\ 'three' ກໍາ"
    recorder(office).record({**WISH, "achievements": words})
    entry = planreports.open_workspace(office).records.progress[0]
    assert entry.achievements is not None
    assert str(entry.achievements.text) == words


def test_every_mistake_in_an_entry_is_told_at_once_and_nothing_is_written(office: Path) -> None:
    wish = {
        "commitment": "3.1.2a",
        "status": "delayd",
        "as_of": "August",
        "audience": "publik",
        "achievments": "Done",
        "evidence": [{"title": "Minutes"}, {"title": "Report", "link": "file:///x"}],
        "next_steps": [{"step": "Meet", "owner": "metti", "due": "soon"}],
        "difficulties": {"la": "ຍາກ"},
    }
    assert refused(office, wish) == [
        "achievments: unknown key `achievments`: did you mean `achievements`?",
        "agency: is missing: expected `mem`, `moic` or `meti`",
        "as_of: `as_of` is `August`: expected a date such as 2026-10-22",
        "audience: unknown audience `publik`: did you mean `public`?",
        "commitment: `3.1.2a` is no commitment: the plan promises nothing there",
        "difficulties.text: there is no catalog of the language `la`: expected `en` or `lo`",
        "evidence[1].link: `link` cannot be `file:///x`: expected an address that begins with https://",
        "next_steps[0].due: `due` is `soon`: expected a date such as 2026-10-22",
        "next_steps[0].owner: there is no agency `metti`: did you mean `meti`?",
        "status: unknown status `delayd`: did you mean `delayed`?",
    ]
    assert sorted(each.name for each in office.iterdir()) == ["agencies.yaml", "planreports.toml"]


def test_a_status_that_needs_a_reason_is_not_recorded_without(office: Path) -> None:
    assert refused(office, {**WISH, "status": "delayed"}) == ["status: the status `delayed` needs a `reason`"]


def test_a_missing_agency_names_who_leads(office: Path) -> None:
    write(office / "commitments.yaml", "commitments:\n  - {id: 3.1.2b, lead: [moic]}\n")
    assert refused(office, {key: value for key, value in WISH.items() if key != "agency"}) == [
        "agency: is missing: expected `moic`"
    ]


def test_a_missing_agency_is_one_of_many(office: Path) -> None:
    agencies = "".join(f"  - {{id: a{number}, party: japan, name: A}}\n" for number in range(20))
    write(office / "agencies.yaml", f"agencies:\n{agencies}")
    assert refused(office, {key: value for key, value in WISH.items() if key != "agency"}) == [
        "agency: is missing: expected an id of agencies.yaml: `planreports agencies` lists them"
    ]


def test_a_correction_goes_to_the_file_of_what_it_corrects(office: Path) -> None:
    recorder(office).record(WISH, into="autumn")
    done = recorder(office).record({**WISH, "status": "completed"})
    assert (done.path, done.is_correction) == (office / "progress" / "autumn.yaml", True)
    assert [each.status for each in planreports.open_workspace(office).records.progress] == ["completed"]
    assert refused(office, WISH, into="winter") == [
        "office/progress/winter.yaml: office/progress/autumn.yaml has an entry of `moic` on 3.1.2b as of 2026-08-31 already:"
        " a correction goes into the same file"
    ]


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "x" * 300 + "/", "a..b"])
def test_a_files_name_is_no_path(office: Path, name: str) -> None:
    if name:
        assert (
            "cannot be the name of a file of progress: expected letters, digits and hyphens, such as 2026-q3"
            in refused(office, WISH, into=name)[0]
        )


def test_a_list_that_is_empty_or_not_last_grows_too(office: Path) -> None:
    write(office / "progress" / "2026.yaml", "entries: []  # none yet\n")
    recorder(office).record(WISH)
    assert len(planreports.open_workspace(office).records.progress) == 1


def test_a_file_that_could_not_be_read_again_is_not_written(office: Path) -> None:
    path = office / "progress" / "2026.yaml"
    write(
        path,
        "entries:\n  - {commitment: 3.1.2b, agency: meti, as_of: 2026-01-31, status: completed}\n"
        + "#" * (MAXIMUM_BYTES - 200)
        + "\n",
    )
    before = path.read_bytes()
    (problem,) = refused(office, {**WISH, "achievements": "words " * 50})
    assert problem.endswith("bytes with this entry; at most 33,554,432 are read: name another file (--into)")
    assert path.read_bytes() == before


@pytest.mark.parametrize("link", ["progress", "progress/2026.yaml", ".planreports"])
def test_nothing_is_written_through_a_link_that_leads_out_of_the_workspace(office: Path, link: str) -> None:
    outside = Path("outside").resolve()
    outside.mkdir()
    (office / link).parent.mkdir(exist_ok=True)
    if link.endswith(".yaml"):
        write(outside / "x.yaml", "entries: []\n")
        (office / link).symlink_to(outside / "x.yaml")
    else:
        (office / link).symlink_to(outside)
    before = sorted((each.name, each.read_bytes()) for each in outside.iterdir())
    with pytest.raises(WritingError) as caught:
        recorder(office).record(WISH)
    assert str(caught.value).startswith(
        f"office/{link}: is a link that leads out of the workspace; nothing is written there"
    ) or (link == "progress" and "office/progress/2026.yaml: is a link that leads out" in str(caught.value))
    assert sorted((each.name, each.read_bytes()) for each in outside.iterdir()) == before


def test_a_link_within_the_workspace_stays_one(office: Path) -> None:
    write(
        office / "shared" / "2026.yaml",
        "entries:\n  - {commitment: 3.1.2b, agency: meti, as_of: 2026-01-31, status: completed}\n",
    )
    (office / "progress").mkdir()
    (office / "progress" / "2026.yaml").symlink_to("../shared/2026.yaml")
    recorder(office).record(WISH)
    assert (office / "progress" / "2026.yaml").is_symlink()
    assert len(planreports.open_workspace(office).records.progress) == 2


def test_a_lock_that_is_held_names_its_holder(office: Path) -> None:
    waiting = recorder(office)
    waiting.patience = 0.05
    program = "import sys; from pathlib import Path; from planreports.workspace.locking import locked\nwith locked(Path('office')):\n  print('held', flush=True); sys.stdin.read()"
    with python(program) as holder:
        assert said(holder) == "held"
        with pytest.raises(WritingError) as caught:
            waiting.record(WISH)
        holder.communicate()
    words = str(caught.value)
    assert words.startswith("office: another process is writing here, and did not finish in 0.05 seconds")
    assert f"(process {holder.pid} of " in words
    assert words.endswith("): try again when it has finished")
    with locked(office):
        pass


def test_whoever_shares_the_folder_can_take_its_lock(office: Path) -> None:
    office.chmod(0o2775)
    recorder(office).record(WISH)
    private = office / ".planreports"
    modes = [oct(each.stat().st_mode & 0o7777) for each in (private, private / "lock")]
    assert modes == ["0o2775", "0o664"]


def test_a_place_that_cannot_be_written_is_told_in_plain_words(office: Path) -> None:
    (office / ".planreports").write_bytes(b"")
    with pytest.raises(WritingError, match="office/.planreports: cannot be made: File exists"):
        recorder(office).record(WISH)


def test_a_folder_that_may_only_be_read_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        monkeypatch.chdir(place)
        waiting = recorder(make_office(Path("office")))
        Path("office").chmod(0o555)
        with as_nobody(), pytest.raises(WritingError) as caught:
            waiting.record(WISH)
        Path("office").chmod(0o755)
        monkeypatch.chdir("/")
    assert str(caught.value) == "office/.planreports: cannot be made: Permission denied"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act as a user for whom permissions hold, where the tests run as one for whom they do not."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_disk_that_takes_only_a_part_leaves_the_old_file(office: Path) -> None:
    recorder(office).record(WISH)
    path = office / "progress" / "2026.yaml"
    before = path.read_bytes()
    program = (
        "import resource, planreports\n"
        "from planreports.workspace.recording import record_progress\n"
        "office = planreports.open_workspace('office')\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 10}, -1))\n"
        f"record_progress(office, { ({**WISH, 'agency': 'meti'})!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    assert done.stderr.splitlines()[-1].endswith(
        "WritingError: office/progress/2026.yaml: cannot be written: File too large"
    )
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["2026.yaml"]


def python(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )


def said(process: subprocess.Popen[str]) -> str:
    """Return the next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


MANY = """
import sys, datetime, planreports
from planreports.workspace.recording import Recorder
recorder = Recorder(planreports.open_workspace("office"))
ids = [each.id for each in recorder.workspace.plan.commitments()]
number, count = int(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for turn in range(count):
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=turn)
    recorder.record({"commitment": ids[number], "as_of": day, "agency": "moic", "status": "on-track"}, into="all")
    print(turn, flush=True)
"""


@contextmanager
def writers(count: int, entries: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Yield processes that wait for a line, and then add entries."""
    with ExitStack() as stack:
        found = [stack.enter_context(python(MANY, str(number), str(entries))) for number in range(count)]
        try:
            yield [each for each in found if said(each) == "ready"]
        finally:
            for each in found:
                each.kill()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_ten_processes_that_add_a_thousand_entries_at_once_lose_none(office: Path) -> None:
    with writers(10, 100) as running:
        for each in running:
            go(each)
        for each in running:
            each.communicate(timeout=120)
            assert each.returncode == 0
    records = planreports.open_workspace(office).records
    assert len(records.progress) == 1000
    assert {len(each) for each in records.progress_of.values()} == {100}
    assert (office / "progress" / "all.yaml").read_text("utf-8").count("\n") == 2 + 4 * 1000


def test_a_process_that_is_killed_at_any_moment_leaves_the_old_file_or_the_new_one(office: Path) -> None:
    path = office / "progress" / "all.yaml"
    with writers(8, 10_000) as running:
        for number, each in enumerate(running):
            go(each)
            said(each)
            time.sleep(0.003 * number)
            each.kill()
            assert each.stdout is not None
            reported = 1 + each.stdout.read().count("\n")
            counts = [len(found) for found in planreports.open_workspace(office).records.progress_of.values()]
            assert len(counts) == number + 1
            assert reported <= counts[-1] <= reported + 1
    recorder(office).record(WISH, into="all")
    assert [each.name for each in path.parent.iterdir()] == ["all.yaml"]

"""States, reviewers and dates stand in the PO in a way that translators' programs keep."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from translate.storage import pypo

from planreports.translation.catalog_files import CatalogMessage, read_catalog

CATALOG = """\
# Translation into ລາວ.
msgid ""
msgstr ""
"Project-Id-Version: planreports\\n"
"Language: lo\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

# as the treaty has it
# translator: machine-drafted
# reviewed: 2026-05-04 by Khamla VONGSA
# state: official
#. 1 (1) ¶1 · Political and Security Areas
#: plan/area-1.yaml:12
msgctxt "1.1.1a"
msgid "Both sides welcomed the active high-level visits, and the lively exchanges of parliaments."
msgstr "ສອງຝ່າຍຍິນດີຕໍ່ການຢ້ຽມຢາມຂັ້ນສູງ ແລະ ການແລກປ່ຽນລະຫວ່າງສະພາ."

# reviewed: 2026-06-01 by ນາງ ສຸກສະຫວັນ
#: plan/area-1.yaml:24
msgctxt "1.1.1b"
msgid "They affirmed it."
msgstr "ສອງຝ່າຍຢືນຢັນ."

# formerly: official, reviewed 2026-05-04 by Khamla VONGSA
#: plan/area-1.yaml:30
#, fuzzy
#| msgctxt "1.1.1c"
#| msgid "They appreciated it."
msgctxt "1.1.1c"
msgid "They appreciated the success of it."
msgstr "ສອງຝ່າຍຕີລາຄາສູງ."

#: plan/area-1.yaml:40
msgctxt "1.1.1d"
msgid "New."
msgstr ""
"""

Pass = Callable[[Path], None]
"""Has a program read a catalog and write it again."""


def states(path: Path) -> list[tuple[object, ...]]:
    """Return all that a catalog says of how far its translations are."""
    return [_says(message) for message in read_catalog(path).messages]


def _says(message: CatalogMessage) -> tuple[object, ...]:
    return (
        message.id,
        message.words,
        message.state,
        message.reviewer,
        message.reviewed,
        message.translator,
        message.note,
        message.previous_source,
        message.previous_context,
    )


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    path = tmp_path / "lo" / "LC_MESSAGES" / "plan.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG, "utf-8")
    return path


def through_polib(path: Path) -> None:
    polib.pofile(str(path)).save(str(path))


def through_weblate(path: Path) -> None:
    """Read and write it as Weblate does, with translate-toolkit's storage, after somebody has edited a unit."""
    store: Any = pypo.pofile.parsefile(str(path))
    unit = store.units[2]
    unit.target = unit.target
    store.savefile(str(path))


def through_babel(path: Path) -> None:
    with path.open("rb") as file:
        read = read_po(file, locale="lo")
    out = io.BytesIO()
    write_po(out, read, include_previous=True)
    path.write_bytes(out.getvalue())


def through_msgcat(path: Path) -> None:
    subprocess.run(["msgcat", "--width=77", "-o", path, path], check=True)


def through_msgmerge(path: Path) -> None:
    """Merge it with a template in which nothing is new."""
    pot = path.with_suffix(".pot")
    subprocess.run(["msgattrib", "--clear-fuzzy", "--empty", "--clear-previous", "-o", pot, path], check=True)
    subprocess.run(["msgmerge", "--quiet", "--update", "--previous", "--backup=none", path, pot], check=True)


GETTEXT = pytest.mark.interop("msgcat")


@pytest.mark.parametrize(
    "program",
    [
        through_polib,
        through_weblate,
        pytest.param(through_msgcat, marks=GETTEXT),
        pytest.param(through_msgmerge, marks=GETTEXT),
    ],
)
def test_states_are_the_same_after_a_program_has_saved_the_file(catalog: Path, program: Pass) -> None:
    before = states(catalog)
    program(catalog)
    assert states(catalog) == before


def test_babel_keeps_states_and_makes_a_comment_of_what_the_english_was(catalog: Path) -> None:
    before = [says[:-3] for says in states(catalog)]
    through_babel(catalog)
    assert [says[:-3] for says in states(catalog)] == before
    assert read_catalog(catalog).messages[2].note.endswith('| msgid "They appreciated it."')


@pytest.mark.interop("msgfmt")
def test_gettext_compiles_a_catalog_with_states(catalog: Path) -> None:
    done = subprocess.run(
        ["msgfmt", "--check", "--statistics", "-o", "/dev/null", catalog],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )
    assert done.stderr.endswith("2 translated messages, 1 fuzzy translation, 1 untranslated message.\n")

"""The package: its parts, properties and bytes, the same from run to run on any machine."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx

from planreports.writers.docx import write
from tests.writers.docx.reading import part, word
from tests.writers.trees import BREAKER, STYLESHEET, document, p


def test_the_package_holds_what_we_wrote_and_says_nothing_of_its_maker() -> None:
    data = word(p("a"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(package.read(name) for name in names)
    assert not {
        name for name in names if "thumbnail" in name or "customXml" in name or "stylesWithEffects" in name
    }
    assert b"python-docx" not in everything
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.subject) == (
        "A <title> & more",
        "Ministry",
        "Brief",
    )
    assert (
        properties.created.isoformat()[:19] == properties.modified.isoformat()[:19] == "2026-10-12T00:00:00"
    )
    assert (properties.last_modified_by, properties.comments) == ("", "")


def test_the_same_document_gives_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    program = (
        "import sys; from tests.specimen import specimen; from planreports.rendering import write;"
        "sys.stdout.buffer.write(write(specimen('en', 'lo'), 'docx'))"
    )
    made = []
    path = os.pathsep.join(os.path.abspath(each) for each in sys.path)
    for zone, seed, folder in (("UTC", "1", Path.cwd()), ("Asia/Vientiane", "2", tmp_path)):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, capture_output=True, env=environment, cwd=folder, check=True)
        made.append(done.stdout)
    assert made[0] == made[1]


def test_nothing_is_asked_on_opening() -> None:
    settings = part(word(p("a")), "word/settings.xml")
    assert not [each for each in settings.iter() if "updateFields" in str(each.tag)]


def test_a_title_longer_than_word_shows_is_cut_in_the_properties() -> None:
    made = document(p("x"))
    long = replace(made, metadata=replace(made.metadata, title="word " * 200))
    properties = docx.Document(io.BytesIO(write(long, STYLESHEET, BREAKER))).core_properties
    assert len(properties.title) == 255
    assert properties.title.endswith("…")

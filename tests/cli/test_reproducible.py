"""The same input gives the same bytes, whoever makes the file, where and when; and no byte says who it was."""

from __future__ import annotations

import base64
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import StreamObject

from planreports.files.resources import resource
from planreports.writers import FORMATS

CREST = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>'
STYLE = 'word-breaks = "zwsp"\n[logo]\npicture = "crest.svg"\n'

_LEAST_NAME = 6

PLACES = {
    "zzzz-first": {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "USER": "zzzz-somchai"},
    "zzzz-second/deeper": {
        "TZ": "Asia/Vientiane",
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
        "LANG": "lo_LA.UTF-8",
        "USER": "zzzz-bounmy",
    },
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """Return the files of two machines, as it were, by name."""
    return [_made(tmp_path_factory.mktemp("zzzz-place") / folder, more) for folder, more in PLACES.items()]


def _made(folder: Path, more: dict[str, str]) -> dict[str, bytes]:
    home = folder / "zzzz-home"
    home.mkdir(parents=True)
    office = folder / "office"
    shutil.copytree(resource("examples", "workspace"), office)
    (office / "images").mkdir()
    (office / "images" / "crest.svg").write_text(CREST, "utf-8")
    (office / "style.toml").write_text(STYLE, "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment |= {**more, "HOME": str(home), "LOGNAME": more["USER"], "USERNAME": more["USER"]}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "planreports", "brief", "2026-som6", "-w", "office", "-l", "en,lo"]
    command += [each for name in FORMATS for each in ("-f", name)]
    subprocess.run(command, check=True, cwd=folder, env=environment, capture_output=True)
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def test_the_same_input_gives_the_same_bytes_anywhere(made: list[dict[str, bytes]]) -> None:
    first, second = made
    assert len(first) == len(FORMATS)
    assert [name for name in first if first[name] != second.get(name)] == []


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_no_byte_of_a_file_names_its_user_machine_or_folder(
    made: list[dict[str, bytes]], format_: str
) -> None:
    suffix = FORMATS[format_].suffix
    for files in made:
        (data,) = (each for name, each in files.items() if name.endswith(suffix))
        content = b"\n".join(everything(data)).lower()
        assert b"2026-10-12" in content
        assert [secret for secret in _secrets() if secret.encode() in content] == []
        assert [secret for secret in _secrets() if secret.encode("utf-16-be") in content] == []


def _secrets() -> list[str]:
    """Return what must not be found: "zzzz-" begins every name of a user and folder of this test.

    A machine's own names count where they are long enough not to be there by chance.
    """
    names = (str(Path.cwd()), str(Path.home()) + "/", socket.gethostname())
    return ["zzzz-", *(name.lower() for name in names if len(name) >= _LEAST_NAME)]


def everything(data: bytes) -> Iterator[bytes]:
    """Yield a file's bytes, and what is packed in them: entries, streams, data in addresses."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                yield name.encode()
                yield from everything(package.read(name))
    elif data.startswith(b"%PDF-"):
        yield from _streams(pypdf.PdfReader(io.BytesIO(data)))
    else:
        for packed in re.findall(rb";base64,([A-Za-z0-9+/=]+)", data):
            yield base64.b64decode(packed)


def _streams(reader: pypdf.PdfReader) -> Iterator[bytes]:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        value = pypdf.generic.IndirectObject(number, 0, reader).get_object()
        yield repr(value).encode()
        if isinstance(value, StreamObject):
            yield value.get_data()

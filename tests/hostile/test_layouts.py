"""Layouts that ask for too much: drawn, or refused in a line, in every format and in bounded time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planreports.workspace.example import make_workspace

A_HANG = 120
"""Seconds after which something never ends; nothing here takes more than a few."""


def rendered(folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    make_workspace(folder / "office")
    layouts = folder / "office" / "layouts"
    layouts.mkdir()
    (layouts / "brief.html.jinja").write_text(f"<section><h1>T</h1>\n{body}</section>", "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "planreports", "brief", "2026-som6", "-w", "office", "-l", "en,lo"],
        cwd=folder,
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=A_HANG,
        check=False,
    )


def nested(begin: str, end: str, times: int) -> str:
    return begin * times + "x" + end * times


@pytest.mark.parametrize(
    "body",
    [
        nested("<ul><li>", "</li></ul>", 27),
        nested("<p>", "</p>", 1).replace("x", nested("<em>", "</em>", 50)),
        nested("<table><tbody><tr><td>", "</td></tr></tbody></table>", 13),
        nested("<aside>", "</aside>", 1).replace("x", nested("<ul><li>", "</li></ul>", 20)),
        f"<p>{'x' * 100_000}</p>",
        f"<p>{'ນ້ຳ' * 33_000}</p>",
        f"<table><tbody><tr><td>{'word ' * 20_000}</td></tr></tbody></table>",
        "<p><br><br></p>",
        "<p></p><aside></aside><ul></ul><table><tbody><tr><td></td></tr></tbody></table>",
        '<hr class="page-break">' * 50,
        "<p>&#0; &#xd800; &#x1; &nosuch; &lt;script&gt;</p>",
        '<table><colgroup><col style="width: 9999mm"><col></colgroup><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
        '<p><a href="https://x.y/a(b)c\'d%00">a</a> <a href="mailto:a@b.c?subject=%0d%0ax">b</a></p>',
        '<p>a<span class="footnote">' + "note " * 5000 + "</span></p>",
        "".join(f'<p>a<span class="footnote">n{n}</span></p>' for n in range(300)),
    ],
    ids=lambda body: body[:40],
)
def test_it_is_drawn_in_every_format(tmp_path: Path, body: str) -> None:
    done = rendered(tmp_path, body)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            nested("<ul><li>", "</li></ul>", 40),
            "layouts/brief.html.jinja:2:237: elements stand more than 60 deep in each other",
        ),
        ("<p>{{ 'a' * 10 ** 10 }}</p>", "layouts/brief.html.jinja:2: only numbers can be multiplied"),
        (
            "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
            "layouts/brief.html.jinja:2: loops and macros take more than 500,000 turns",
        ),
        ("{% include 'brief.html.jinja' %}", "layouts/brief.html.jinja:2: maximum recursion depth exceeded"),
        (
            '<p class="{{ brief.title }}">a</p>',
            "layouts/brief.html.jinja:2:1: words of a catalog cannot stand in class= of <p>",
        ),
        ("{% include '../planreports.toml' %}", "there is no layout `../planreports.toml`: expected"),
        ("<p>{{ '\\ufdd0' }}</p>", "layouts/brief.html.jinja:2: the character U+FDD0 is not allowed"),
    ],
    ids=lambda value: value[:40],
)
def test_it_is_refused_in_a_line(tmp_path: Path, body: str, message: str) -> None:
    done = rendered(tmp_path, body)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith(message)
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_ten_thousand_columns_are_drawn_or_refused(tmp_path: Path) -> None:
    done = rendered(tmp_path, f"<table><tbody><tr>{'<td>1</td>' * 10_000}</tr></tbody></table>")
    assert done.returncode in (0, 1)
    assert "defect" not in done.stderr

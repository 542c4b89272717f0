"""Chromium without a window: what it makes of a page, what it prints, and what scripts of ours see in it."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planreports import fonts

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
_SIGNS_ONLY = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    f"<fontconfig><dir>{Path(fonts.__file__).parent}</dir></fontconfig>"
)
"""A machine whose only font has a few signs and no letter: without any, Chromium draws no second font's."""


@dataclass(frozen=True)
class Browser:
    """Runs Chromium with a profile of its own, in a folder of the test's own."""

    folder: Path

    def printed(self, page: bytes) -> Path:
        """Return the PDF file that a page is printed to, as it is, on a machine that has no letters."""
        target, known = self.folder / "printed.pdf", self.folder / "fonts.conf"
        known.write_text(_SIGNS_ONLY, "utf-8")
        self._run(page, "--no-pdf-header-footer", f"--print-to-pdf={target}", FONTCONFIG_FILE=str(known))
        return target

    def seen(self, page: bytes, script: str, width: int = 1280) -> Any:
        """Return what an expression gives in a page, or the promise that it gives; scripts are allowed."""
        text = _POLICY.sub("", page.decode())
        reporting = (
            "<script>(async () => {await document.fonts.ready; let found;"
            f"try {{found = await (async () => {{{script}}})()}} catch (error) {{found = String(error)}}"
            'const report = document.createElement("pre"); report.id = "report";'
            "report.textContent = JSON.stringify(found); document.body.append(report)})()</script>"
        )
        text = text.replace("</body>", f"{reporting}</body>")
        dom = self._run(
            text.encode(), "--dump-dom", "--virtual-time-budget=60000", f"--window-size={width},1000"
        )
        report = re.search('<pre id="report">(.*?)</pre>', dom, re.DOTALL)
        assert report, dom[-2000:]
        return json.loads(html.unescape(report[1]))

    def _run(self, page: bytes, *arguments: str, **environment: str) -> str:
        source = self.folder / "page.html"
        source.write_bytes(page)
        command = ["chromium", *_QUIET, f"--user-data-dir={self.folder / 'profile'}", *arguments]
        done = subprocess.run(
            [*command, source.as_uri()],
            env={**os.environ, **environment},
            capture_output=True,
            check=True,
            timeout=120,
        )
        return done.stdout.decode()

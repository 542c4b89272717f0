"""A small workspace to try things in: three agencies, and records as each test writes them."""

from __future__ import annotations

from pathlib import Path

CONFIGURATION = """\
plan = "lao-japan"
perspective = "lao-pdr"
[organisation]
name = "Secretariat"
"""

AGENCIES = """\
agencies:
  - id: mem
    party: lao-pdr
    name: Ministry of Energy and Mines
    valid_to: 2025-02
    successors: [moic]
  - id: moic
    party: lao-pdr
    name: {en: Ministry of Industry and Commerce, lo: ກະຊວງອຸດສາຫະກຳ ແລະ ການຄ້າ}
    acronym: MoIC
  - id: meti
    party: japan
    name: Ministry of Economy, Trade and Industry
"""


def make_office(folder: Path) -> Path:
    """Make the workspace and return its folder."""
    write(folder / "planreports.toml", CONFIGURATION)
    write(folder / "agencies.yaml", AGENCIES)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")

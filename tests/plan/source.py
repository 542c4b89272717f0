"""The source's own words: the text file that the shipped plan was typed from, in its areas and sections."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).with_name("action-plan.txt")


def joined_blocks() -> list[str]:
    """Return the source's blocks with white space normalised, and the three page breaks in sentences joined."""
    blocks = [
        " ".join(block.split()) for block in re.split(r"\n\s*\n", SOURCE.read_text("utf-8")) if block.strip()
    ]
    joined: list[str] = []
    for block in blocks:
        if joined and block[0].islower():
            joined[-1] += " " + block
        else:
            joined.append(block)
    assert len(blocks) - len(joined) == 3
    return joined


def source_areas() -> list[tuple[str, list[tuple[str, list[str]]]]]:
    areas: list[tuple[str, list[tuple[str, list[str]]]]] = []
    for block in joined_blocks()[1:]:
        if re.fullmatch(r"[1-5] [^.]{5,70}", block):
            areas.append((block[2:], []))
        elif re.match(r"\([1-9]\) ", block):
            areas[-1][1].append((block[4:], []))
        else:
            areas[-1][1][-1][1].append(block)
    return areas

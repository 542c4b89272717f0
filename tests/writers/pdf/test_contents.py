"""Contents longer than a page lead to the pages on which their headings stand."""

from __future__ import annotations

import re

from planreports.writers.pdf import write
from tests.writers.hard import hard_document
from tests.writers.trees import BREAKER, STYLESHEET, page_texts


def test_every_entry_of_long_contents_has_the_page_of_its_heading() -> None:
    pages = page_texts(write(hard_document(), STYLESHEET, BREAKER))
    listed: dict[int, int] = {}
    standing: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        for heading, following in re.findall(r"Heading (\d+)\s+(\S+)", page):
            if following == "p0":
                standing[int(heading)] = number
            else:
                listed[int(heading)] = int(following)
    assert len(listed) == 90
    assert listed == standing
    assert "Heading 89" not in pages[0]

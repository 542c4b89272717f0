"""Lao syllables composed as the orthography teaches it, vowel by vowel: what the segmentation is tried on.

Nothing here is shared with the grammar: the frames are those of a primer's vowel chart.
"""

from __future__ import annotations

import re

from hypothesis import strategies as st

INITIALS = (*"ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢລວຫອຮໜໝຣ", "ຫງ", "ຫຍ", "ຫນ", "ຫມ", "ຫຼ", "ຫລ", "ຫວ", "ກວ", "ຂວ", "ຄວ")
TONES = ("", "\u0ec8", "\u0ec9", "\u0eca", "\u0ecb")
FINALS = "ກງຍດນບມວ"
OPEN = (
    "{c}{t}ະ", "{c}{t}າ", "{c}ິ{t}", "{c}ີ{t}", "{c}ຶ{t}", "{c}ື{t}", "{c}ຸ{t}", "{c}ູ{t}", "ເ{c}{t}ະ", "ເ{c}{t}",
    "ແ{c}{t}ະ", "ແ{c}{t}", "ໂ{c}{t}ະ", "ໂ{c}{t}", "ເ{c}{t}າະ", "{c}ໍ{t}", "ເ{c}ິ{t}", "ເ{c}ີ{t}", "ເ{c}ັ{t}ຍ",
    "ເ{c}{t}ຍ", "ເ{c}ຶ{t}ອ", "ເ{c}ື{t}ອ", "{c}ົ{t}ວ", "{c}ັ{t}ວະ", "ໄ{c}{t}", "ໃ{c}{t}", "ເ{c}ົ{t}າ", "{c}{t}ຳ",
)  # fmt: skip
CLOSED = (
    "{c}ັ{t}{f}", "{c}{t}າ{f}", "{c}ິ{t}{f}", "{c}ີ{t}{f}", "{c}ຶ{t}{f}", "{c}ື{t}{f}", "{c}ຸ{t}{f}", "{c}ູ{t}{f}",
    "ເ{c}ັ{t}{f}", "ເ{c}{t}{f}", "ແ{c}ັ{t}{f}", "ແ{c}{t}{f}", "ໂ{c}{t}{f}", "{c}ົ{t}{f}", "{c}{t}ອ{f}",
    "ເ{c}ິ{t}{f}", "ເ{c}ີ{t}{f}", "ເ{c}ຶ{t}ອ{f}", "ເ{c}ື{t}ອ{f}", "{c}{t}ຽ{f}", "{c}{t}ວ{f}", "{c}ັ{t}ອ{f}",
)  # fmt: skip


def _composed(initial: str, tone: str, frame: str, final: str) -> str:
    return frame.format(c=initial, t=tone, f=final)


_initials, _tones = st.sampled_from(INITIALS), st.sampled_from(TONES)
_open = st.builds(_composed, _initials, _tones, st.sampled_from(OPEN), st.just(""))
_closed = st.builds(_composed, _initials, _tones, st.sampled_from(CLOSED), st.sampled_from(FINALS))

_NOT_USED = re.compile(f"(?:[ອວັ]ວ|ຽຍ)$|ວ[{''.join(TONES)}ົັ]*ວ|^[ເແໂ][ກຂຄ]ວ[{''.join(TONES)}]*[ະັົິີຶືຽາ]")
"""ອ, ວ and ັ take no final ວ, ຽ no ຍ, and a cluster with ວ no vowel with ວ; between a leading vowel and a sign ກວ is no cluster, but two initials:
ເ|ກວະ would be read ເກ|ວະ, as ເທວະດາ is."""

SYLLABLES = (_open | _closed).filter(lambda made: not _NOT_USED.search(made))


def has_two_readings(first: str, second: str) -> bool:
    """Return whether two syllables written together can be read as two others too.

    A ກ before ວ or ຣ is a final or begins a cluster (ດີ|ກວ່າ, ຈາກ|ວ່າ); ຫ behind a leading vowel takes the next
    letter with it (ເຫມັນ).
    """
    if second.startswith("ກວ"):
        return first[-1] not in "ະຳ" + FINALS or first[-2:] in ("ກວ", "ຂວ", "ຄວ")
    if first[-1] == "ກ":
        return second[0] in "ວຣ"
    return first[-1] == "ຫ" and second[0] in "ງຍນມລຣວ"

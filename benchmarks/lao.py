"""Compares our Lao word breaks with ICU's and LaoNLP's on the hand-checked phrases; times the Lao package.

`python -m benchmarks.lao` writes the figures into docs/lao.md. LaoNLP is compared where it is installed.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from icu4py.breakers import LineBreaker as IcuLineBreaker

from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.lao import folded, occurrences, syllables, words
from planreports.lao.line_breaks import LineBreaker
from tests.lao.phrases import Engine, breaks_in_lao, phrases, scored
from tests.lao.test_words import shipped_text

_PAGE = Path(__file__).parent.parent / "docs" / "lao.md"
_BEGIN, _END = "<!-- figures: python -m benchmarks.lao -->\n", "<!-- end of figures -->\n"
_SOURCES = ("plan", "name", "ordinary")
_RUNS = 5


def engines() -> dict[str, Engine]:
    """Return the contestants by name."""
    terms = tuple(Glossary.read(resource("locales", "glossary.csv")).whole_words())
    found: dict[str, Engine] = {f"ICU (icu4py {version('icu4py')})": _icu}
    try:
        found[f"LaoNLP {version('laonlp')}"] = _laonlp()
    except PackageNotFoundError:
        print("LaoNLP is not installed")
    return found | {"ours": words, "ours, with the glossary": lambda text: words(text, terms)}


def _icu(text: str) -> Sequence[str]:
    return list(IcuLineBreaker(text, "lo"))


def _laonlp() -> Engine:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from laonlp.tokenize import word_tokenize
    engine: Engine = word_tokenize
    return engine


def quality() -> Iterator[str]:
    """Yield the table of wrong and missed breaks."""
    total = sum(len(phrase.boundaries) for phrase in phrases())
    yield f"200 phrases, {total} places between words."
    yield ""
    yield "| | wrong: plan | names | ordinary | all | in a syllable | missed | at seams |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, engine in engines().items():
        parts = [scored(engine, [each for each in phrases() if each.source == source]) for source in _SOURCES]
        score = scored(engine, phrases())
        cells = [*(part.wrong for part in parts), score.wrong, score.in_syllables, score.missed, score.seams]
        yield f"| {name} | {' | '.join(map(str, cells))} |"


def shipped() -> Iterator[str]:
    """Yield how much Lao ships, and how many breaks are inside a syllable."""
    texts = shipped_text()
    characters = sum("\u0e80" <= character <= "\u0eff" for text in texts for character in text)
    yield f"Breaks inside a syllable in all Lao that ships, {characters:,} letters and signs:"
    yield ""
    for name, engine in engines().items():
        inside = sum(
            len(breaks_in_lao(engine(text), text) - breaks_in_lao(syllables(text), text)) for text in texts
        )
        yield f"- {name}: {inside}"


def speeds() -> Iterator[str]:
    """Yield how many characters a second each function takes."""
    text = "\n".join(shipped_text())
    lines = text.split("\n")
    yield "| | million characters a second |"
    yield "| --- | ---: |"
    yield f"| ICU's breaks alone | {_speed(_icu, lines):.1f} |"
    yield f"| `LineBreaker.pieces`, of lines not seen before | {_speed_of_breaks(lines):.1f} |"
    yield f"| `syllables` | {_speed(syllables, lines):.1f} |"
    yield f"| `folded` | {_speed(folded, lines):.1f} |"
    yield f"| `occurrences` | {_speed(lambda line: occurrences(line, 'ຫຼວງພະບາງ'), lines):.1f} |"


def _speed_of_breaks(lines: Sequence[str]) -> float:
    """Return the best of some new line breakers': one remembers what it saw."""
    return max(_speed(partial(LineBreaker().pieces, language="lo"), lines, runs=1) for _ in range(_RUNS))


def _speed(function: Callable[[str], object], lines: Sequence[str], runs: int = _RUNS) -> float:
    """Return the best of some runs, in millions of characters a second."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        for line in lines:
            function(line)
        best = min(best, time.process_time() - start)
    return sum(map(len, lines)) / best / 1e6


def main() -> None:
    """Measure everything and write the figures into the page."""
    figures = "\n".join([*quality(), "", *shipped(), "", *speeds()]) + "\n"
    before, _, rest = _PAGE.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    _PAGE.write_text(f"{before}{_BEGIN}\n{figures}\n{_END}{after}", encoding="utf-8")
    print(figures)


if __name__ == "__main__":
    main()

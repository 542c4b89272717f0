"""A term, a name or an agency becomes the paragraphs of the plan that use it, as they are cited."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from planreports.lao import folded
from planreports.plan.models import Paragraph
from planreports.plan.plan import Plan
from planreports.workspace.assignments import Assignment
from planreports.workspace.content import Audience

_ENDINGS: Mapping[str, str] = {"noun": "(?:e?s)?", "verb": "(?:e?s|e?d|ing)?"}
"""How a word of the source may go on and still be the same one."""


_TOGETHER = "\u00a0"
"""A no-break space: a citation stays on one line."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Where something is used: `citations` are the plan's own numbers with those of paragraphs, such as
    `3 (1) ¶1, ¶5`; `count` is how many paragraphs they are."""

    citations: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class UsesOfPlan:
    """Finds what a plan's paragraphs use; `assignments` are those that the audience may see."""

    plan: Plan
    assignments: Mapping[str, Assignment]

    @classmethod
    def seen_by(cls, plan: Plan, assignments: Mapping[str, Assignment], audience: Audience) -> UsesOfPlan:
        """Return what finds uses for an audience: who leads and supports is known to some only."""
        seen = {id_: each for id_, each in assignments.items() if audience.sees(each.audience)}
        return cls(plan, seen)

    def of_word(self, word: str, part_of_speech: str) -> Uses:
        """Return the paragraphs whose source has a word or words, whole, whatever their case.

        What a term has in brackets tells it from others, and is not looked for.
        """
        wanted = re.escape(folded(re.sub(r"\s*\([^)]*\)", "", word)))
        pattern = re.compile(rf"(?<!\w){wanted}{_ENDINGS.get(part_of_speech, '')}(?!\w)")
        return self._uses(id_ for id_, words in self._words.items() if pattern.search(words))

    def of_entry(self, id_: str) -> Uses:
        """Return the paragraphs whose clauses refer to an entry of the register."""
        return self._uses(self._referring([id_]))

    def of_agency(self, id_: str, same: Collection[str]) -> Uses:
        """Return the paragraphs with commitments that an agency leads or supports, and those that refer to
        it: to the entries `same` of the register."""
        clauses = [each.id for each in self.assignments.values() if id_ in (*each.lead, *each.supporting)]
        return self._uses([*(re.split("[a-z]", clause)[0] for clause in clauses), *self._referring(same)])

    def _referring(self, ids: Collection[str]) -> Iterator[str]:
        """Yield the ids of paragraphs that have a clause which refers to one of the entries."""
        for clause in self.plan.clauses():
            if not set(ids).isdisjoint(clause.refers_to):
                yield re.split("[a-z]", clause.id)[0]

    @cached_property
    def _paragraphs(self) -> Mapping[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.plan.paragraphs()}

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {id_: folded(paragraph.text) for id_, paragraph in self._paragraphs.items()}

    def _uses(self, ids: Iterable[str]) -> Uses:
        chosen: Collection[str] = set(ids)
        found = [paragraph for id_, paragraph in self._paragraphs.items() if id_ in chosen]
        return Uses(tuple(_citations(found)), len(found))


def _citations(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield a citation a section: `3 (1) ¶1, ¶5`."""
    cited = (paragraph.citation.rpartition(" ") for paragraph in paragraphs)
    for section, numbers in groupby(cited, key=lambda parts: parts[0]):
        first, *others = (number for _, _, number in numbers)
        yield ", ".join([f"{section} {first}".replace(" ", _TOGETHER), *others])

"""The stances of clauses: the verb by which a side binds itself, as the plan's text has it."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """The verb of a clause, from a closed set, in the words of the text.

    The set follows the text: a verb that carries another weight is another stance (`highly-appreciated`
    beside `appreciated`), an adverb that only links sentences is not ("further affirmed", "also
    underlined", "also expressed"). "They share the intention" (2.1.1b) is `shared-the-intention`: the
    tense is a slip of the source. Participles count as the verb: "Acknowledging" is `acknowledged`.
    """

    AFFIRMED = "affirmed"
    REAFFIRMED = "reaffirmed"
    SHARED_THE_VIEW = "shared-the-view"
    SHARED_THE_INTENTION = "shared-the-intention"
    SHARED_THE_COMMITMENT = "shared-the-commitment"
    SHARED_THE_POSITION = "shared-the-position"
    EXPRESSED_SUPPORT = "expressed-support"
    EXPRESSED_HOPE = "expressed-hope"
    CALLED_FOR = "called-for"
    UNDERLINED = "underlined"
    NOTED = "noted"
    ACKNOWLEDGED = "acknowledged"
    WELCOMED = "welcomed"
    APPRECIATED = "appreciated"
    HIGHLY_APPRECIATED = "highly-appreciated"
    EXPRESSED_APPRECIATION = "expressed-appreciation"

    @property
    def verb(self) -> str:
        """Return the stance as words.

        >>> Stance.SHARED_THE_VIEW.verb
        'shared the view'
        """
        return self.value.replace("-", " ")

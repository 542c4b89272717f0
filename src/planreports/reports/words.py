"""The plan's closed sets become words: a message of the catalog for each stance, type, kind and relation."""

from __future__ import annotations

from collections.abc import Mapping

from planreports.i18n.messages import message
from planreports.i18n.text import TranslationState
from planreports.plan.models import ClauseType, DateRelation, EntryKind
from planreports.plan.stance import Stance
from planreports.workspace.agencies import AgencyKind

TYPES: Mapping[ClauseType, str] = {
    ClauseType.ACTION: message("Action"),
    ClauseType.CONTINUING: message("Continuing"),
    ClauseType.POSITION: message("Position"),
    ClauseType.ACKNOWLEDGEMENT: message("Acknowledgement"),
}

MEANINGS: Mapping[ClauseType, str] = {
    ClauseType.ACTION: message("Something to do and finish. A commitment."),
    ClauseType.CONTINUING: message("Support, dialogue or cooperation that goes on. A commitment."),
    ClauseType.POSITION: message("A shared view or stand. It commits nobody to act."),
    ClauseType.ACKNOWLEDGEMENT: message(
        "Something welcomed, appreciated or noted. It commits nobody to act."
    ),
}

STANCES: Mapping[Stance, str] = {
    Stance.AFFIRMED: message("affirmed"),
    Stance.REAFFIRMED: message("reaffirmed"),
    Stance.SHARED_THE_VIEW: message("shared the view"),
    Stance.SHARED_THE_INTENTION: message("shared the intention"),
    Stance.SHARED_THE_COMMITMENT: message("shared the commitment"),
    Stance.SHARED_THE_POSITION: message("shared the position"),
    Stance.EXPRESSED_SUPPORT: message("expressed support"),
    Stance.EXPRESSED_HOPE: message("expressed hope"),
    Stance.CALLED_FOR: message("called for"),
    Stance.UNDERLINED: message("underlined"),
    Stance.NOTED: message("noted"),
    Stance.ACKNOWLEDGED: message("acknowledged"),
    Stance.WELCOMED: message("welcomed"),
    Stance.APPRECIATED: message("appreciated"),
    Stance.HIGHLY_APPRECIATED: message("highly appreciated"),
    Stance.EXPRESSED_APPRECIATION: message("expressed appreciation"),
}

RELATIONS: Mapping[DateRelation, str] = {
    DateRelation.BY: message("by"),
    DateRelation.IN: message("in"),
    DateRelation.ON: message("on"),
    DateRelation.SINCE: message("since"),
    DateRelation.DURING: message("during"),
}

KINDS: Mapping[EntryKind, str] = {
    EntryKind.INSTRUMENT: message("instrument"),
    EntryKind.AGREEMENT: message("agreement"),
    EntryKind.PROGRAMME: message("programme"),
    EntryKind.BODY: message("body"),
    EntryKind.EVENT: message("event"),
    EntryKind.PLACE: message("place"),
    EntryKind.TERM: message("term"),
}

AGENCY_KINDS: Mapping[AgencyKind, str] = {
    AgencyKind.MINISTRY: message("ministry"),
    AgencyKind.AGENCY: message("agency"),
    AgencyKind.PARLIAMENT: message("parliament"),
    AgencyKind.EMBASSY: message("embassy"),
    AgencyKind.COMPANY: message("company"),
    AgencyKind.BODY: message("body"),
}

STATES: Mapping[TranslationState, str] = {
    TranslationState.OFFICIAL: message("official"),
    TranslationState.REVIEWED: message("reviewed"),
    TranslationState.DRAFT: message("draft"),
    TranslationState.MISSING: message("not translated yet"),
}

"""The words of reviews: how a form is filled in, and what may be recommended."""

from __future__ import annotations

from collections.abc import Mapping

from planreports.i18n.messages import message
from planreports.workspace.progress import Recommendation

RECOMMENDATIONS: Mapping[Recommendation, str] = {
    Recommendation.CONTINUE: message("Continue"),
    Recommendation.AMEND: message("Amend"),
    Recommendation.CLOSE: message("Close"),
}

SHARING = message("Mark with whom the answers of a card may be shared. Without a mark they are internal.")
SHARING_OF_PARTNERS = message(
    "Mark whether the answers of a card may be published. Without a mark they stay between both sides."
)
"""The same step on the forms of the other party: what it sends is known to both sides."""

GUIDANCE = (
    message(
        "Fill in a card for every commitment that your agency leads. What stands on a tint is known already:"
        " if it is wrong, tell the secretariat, and leave it as it is."
    ),
    message("Mark one status. Delayed and discontinued commitments need a reason."),
    message(
        "Say in two or three sentences, with figures, what was achieved, and compare it with the target."
    ),
    message(
        "Give money as planned and as spent in its own currency. Convert nothing; add no two currencies."
    ),
    message("Name the documents that show the result, with date and link; annex those that have no link."),
    SHARING,
    message("Have the form cleared and approved, with name, date and stamp, and return it in time."),
)
"""How a form is filled in, where a workspace has no guidance of its own: a step each."""

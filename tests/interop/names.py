"""The names of all files that other people's programs judge."""

from tests.renditions import CHOICES, PLAN_RENDITIONS, RENDITIONS

NAMES = (
    *(rendition.name for rendition in RENDITIONS + PLAN_RENDITIONS),
    *(f"whole-{choice}" for choice in CHOICES),
)

WORKBOOKS = (*(f"specimen-{choice}" for choice in CHOICES), "brief-internal-en+lo", "plan-annotated-en")
"""The names of workbooks, which documents with tables of data have."""

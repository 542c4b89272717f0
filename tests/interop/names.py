"""The names of all files that other people's programs judge."""

from tests.renditions import CHOICES, RENDITIONS

NAMES = (*(rendition.name for rendition in RENDITIONS), *(f"plan-{choice}" for choice in CHOICES))

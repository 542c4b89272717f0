"""Catalogs become findings: mistakes in translations, each with its file, its line and what to do.

`findings` is the whole of it; `registry` lists the checks, a family of them in each module. A check is a pure
function of messages and of what is known beside them (`finding.Knowledge`).
"""

from __future__ import annotations

from planreports.translation.checking.finding import Check, Finding, Severity
from planreports.translation.checking.findings import findings
from planreports.translation.checking.registry import CHECKS

__all__ = ["CHECKS", "Check", "Finding", "Severity", "findings"]

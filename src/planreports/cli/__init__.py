"""The command line: the only place that prints.

Exit statuses: 0 done; 1 the user's files have problems; 2 the command was not understood; 70 a defect of
planreports itself (`EX_SOFTWARE` of sysexits.h).
"""

from planreports.cli.main import main

__all__ = ["main"]

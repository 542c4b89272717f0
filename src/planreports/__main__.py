"""`python -m planreports` is the `planreports` command."""

from planreports.cli import main

main()

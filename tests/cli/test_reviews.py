"""`planreports review-template` and `review-report`: a file an agency, and an edition for each reader."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.cli.commands import Run


def test_the_form_of_an_agency_is_written(run: Run) -> None:
    run("init", "office")
    asked = ("--agency", "moh", "--year", "2026", "-w", "office", "-l", "lo,en", "-f", "pdf")
    done = run("review-template", *asked, "--no-apart")
    assert (done.status, done.out) == (0, "wrote out/review-template-2026-moh-lo+en.pdf\n")
    assert Path("out/review-template-2026-moh-lo+en.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_all_agencies_that_lead_something_get_a_form(run: Run) -> None:
    run("init", "office")
    done = run(
        "review-template", "--agency", "all", "--year", "2026", "-w", "office", "-l", "en", "-f", "html"
    )
    written = [line.removeprefix("wrote out/review-template-2026-") for line in done.out.splitlines()]
    assert {"moic-en.html", "mofa-en.html", "jica-en.html"} <= set(written)
    assert "mem-en.html" not in written, "it was succeeded"
    assert len(written) == len(set(written)) == len(list(Path("out").iterdir()))


def test_an_agency_without_a_form_is_named_and_nothing_is_written(run: Run) -> None:
    run("init", "office")
    done = run("review-template", "--agency", "mem", "--year", "2026", "-w", "office")
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[0] == (
        "the agency `mem` was no more on 2026-08-15: its commitments are with `moic`"
    )
    assert not Path("out").exists()


def test_editions_and_copies_have_names_of_their_own(run: Run) -> None:
    run("init", "office")
    asked = ("review-report", "--year", "2026", "-w", "office", "-l", "en", "-f", "html")
    assert run(*asked).out == "wrote out/review-report-2026-en.html\n"
    assert run(*asked, "--edition", "joint").out == "wrote out/review-report-2026-en-joint.html\n"
    done = run(*asked, "--edition", "joint", "--perspective", "japan")
    assert done.out == "wrote out/review-report-2026-en-joint-copy-of-japan.html\n"


def test_a_new_workspace_says_what_holds_for_reviews(run: Run) -> None:
    run("init", "office")
    configuration = tomllib.loads(Path("office/planreports.toml").read_text("utf-8"))
    assert configuration["review"]["deadline"] == "10-05"
    assert (
        Path("office/reviews/2026.yaml")
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=../.schemas/review.schema.json")
    )
    assert Path("office/.schemas/review.schema.json").is_file()


def test_an_agency_that_is_like_no_other_is_told_where_agencies_are_listed(run: Run) -> None:
    run("init", "office")
    done = run("review-template", "--agency", "nobody", "--year", "2026", "-w", "office")
    assert done.status == 1
    assert done.err.splitlines()[0] == "there is no agency `nobody`: `planreports agencies` lists them"

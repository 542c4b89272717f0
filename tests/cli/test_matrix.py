"""`planreports matrix`: files named after what they hold, and wrong wishes refused."""

from __future__ import annotations

from pathlib import Path


def test_the_matrix_is_written_in_the_languages_and_formats_asked_for(run) -> None:
    run("init", "office")
    done = run("matrix", "-w", "office", "-l", "lo,en", "-f", "pdf", "--profile", "full")
    assert (done.status, done.out) == (0, "wrote out/matrix-lao-japan-lo+en-full.pdf\n")
    assert Path("out/matrix-lao-japan-lo+en-full.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_files_are_named_after_what_was_chosen(run) -> None:
    run("init", "office")
    asked = (
        *("matrix", "-w", "office", "-l", "en", "-f", "html", "--area", "3", "--status", "no-report"),
        *("--due-before", "2027-01-01", "--group-by", "due", "--audience", "partner"),
    )
    assert run(*asked).out == (
        "wrote out/matrix-lao-japan-en-partner-by-due-3-no-report-due-before-2027-01-01.html\n"
    )
    columns = (
        "matrix",
        "-w",
        "office",
        "-l",
        "en",
        "-f",
        "html",
        "--columns",
        "reference, text,progress+next",
    )
    assert run(*columns).out == "wrote out/matrix-lao-japan-en-own-columns.html\n"


def test_what_does_not_exist_is_refused_and_nothing_is_written(run) -> None:
    run("init", "office")
    wrong = ("--columns", "reference,leed", "--area", "7", "--agency", "xyz", "--section", "9.99")
    done = run("matrix", "-w", "office", *wrong)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[:-2] == [
        "the matrix has no column `leed`: did you mean `lead`?",
        "there is no area `7`: expected `1`, `2`, `3`, `4` or `5`",
        "there is no section `9.99`: `planreports plan show` lists them",
        "there is no agency `xyz`: `planreports agencies` lists them",
    ]
    assert not Path("out").exists()

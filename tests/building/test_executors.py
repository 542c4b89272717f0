"""A build in other processes gives the same files as in one: a pool of processes, and a cluster of Dask's."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import planreports
from planreports.building.inputs import opened
from planreports.building.tables import planned_files
from planreports.building.work import Made, Work, done

Office = Callable[..., Path]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


@pytest.fixture
def alone(office: Office, tmp_path: Path) -> dict[str, bytes]:
    """Return the files of the build in one process."""
    planreports.build(office(), tmp_path / "alone")
    return files(tmp_path / "alone")


def test_work_and_what_comes_of_it_can_be_pickled(office: Office) -> None:
    workspace, inputs = opened(office())
    work = [
        Work(str(office()), inputs.state, inputs.shared, file.rendition)
        for file in planned_files(workspace)[:1]
    ]
    made = [done(each) for each in pickle.loads(pickle.dumps(work))]  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301
    assert isinstance(made[0], Made)
    assert made[0].data


def test_errors_can_be_pickled() -> None:
    error = planreports.PlanReportsError([planreports.Problem("a", "f", 1), planreports.Problem("b")])
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), again.problems) == (type(error), error.problems)


def test_a_pool_of_processes_gives_the_same_files(
    office: Office, alone: dict[str, bytes], tmp_path: Path
) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        planreports.build(office(), tmp_path / "pool", executor=pool)
    assert files(tmp_path / "pool") == alone


def test_a_process_opens_a_workspace_again_when_it_has_changed(office: Office, tmp_path: Path) -> None:
    folder = office()
    with ThreadPoolExecutor(1) as executor:
        planreports.build(folder, tmp_path / "out", executor=executor)
        path = folder / "meetings" / "first.yaml"
        path.write_text(path.read_text("utf-8").replace("First", "Another"), "utf-8")
        built = planreports.build(folder, tmp_path / "out", executor=executor)
    assert [file.path.name for file in built.files if file.outcome == "written"] == [
        "brief-first-en.docx",
        "brief-first-en.pdf",
    ]


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_the_same_files(office: Office, alone: dict[str, bytes], tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor: Executor = client.get_executor()
        planreports.build(office(), tmp_path / "cluster", executor=executor)
    assert files(tmp_path / "cluster") == alone

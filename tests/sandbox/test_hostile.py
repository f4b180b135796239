"""Whatever a file does: an outcome of the contract, in time, in bounded memory, and the next file is checked.

This holds whichever readers there are: of a kind that nothing reads, "unreadable" is the right outcome.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from sansi.check.inspector import Job
from sansi.check.model import Both
from sansi.check.report.result import Outcome
from sansi.check.rules import shipped
from sansi.sandbox import Limits, Pool, Report
from sansi.sandbox.reasons import CRASHED, TOO_LONG, TOO_MUCH
from sansi.sandbox.report import report_of
from tests.sandbox import naughty
from tests.sandbox.hostile import BIG, CASES, Case, cuts, flips
from tests.sandbox.sound import MAKERS, PHONE, PICTURES, WHOLE_OR_NOTHING, sound

RULES = {r.id: r for r in shipped()}
# Of CPU, ended by the system; by the clock a busy machine may need more.
SECONDS = 10
LOST = (CRASHED, TOO_LONG, TOO_MUCH)
COSTS_A_CHILD = {
    "PDF that draws itself": "the library follows each of two loops in each of two loops, until it has no memory left",
    "HTML of one word of 60 MB": "each letter may end a wallet address, and the engine hears of each: 11 s on a slow machine",
}
"""Cases that a reader does not survive, and why that is accepted: the sandbox is there for them."""


@pytest.fixture(autouse=True, scope="module")
def found_by_children() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2]))
        yield


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """One for all: each file must leave it as good as before."""
    with Pool(Job(show_values=True), limits=Limits(cpu_s=SECONDS, wall_s=60), tasks=naughty.TASKS) as pool:
        yield pool


def report(pool: Pool, data: bytes, name: str = "x") -> Report:
    began = monotonic()
    made = report_of(pool.check_bytes(data, name), RULES)

    assert made.outcome in (Outcome.CLEAN, Outcome.FINDINGS, Outcome.PARTIAL, Outcome.UNREADABLE)
    assert (made.problem is not None) == (made.outcome in (Outcome.PARTIAL, Outcome.UNREADABLE))
    assert monotonic() - began < 4 * SECONDS
    assert made.problem is None or all(made.problem)
    assert all(child._peak < 2 << 30 for child in pool._all)
    return made


def still_works(pool: Pool) -> None:
    assert [f.text for f in report(pool, f"电话{PHONE}".encode()).findings] == [PHONE]


def lost(made: Report) -> Both | None:
    return made.problem if made.problem in LOST else None


def survived(pool: Pool, case: Case) -> None:
    made = report(pool, case.make())

    assert not (case.hides and made.outcome is Outcome.CLEAN), "it has words that were not checked"
    assert "root:" not in "".join(f.text for f in made.findings)
    assert lost(made) is None or case.name in COSTS_A_CHILD
    still_works(pool)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_hostile_file_has_its_outcome_and_the_next_is_checked(pool: Pool, case: Case) -> None:
    survived(pool, case)


@pytest.mark.walk
@pytest.mark.parametrize("case", BIG, ids=lambda c: c.name)
def test_a_big_hostile_file_has_its_outcome_and_the_next_is_checked(pool: Pool, case: Case) -> None:
    survived(pool, case)


@pytest.mark.parametrize("kind", MAKERS)
def test_a_sound_file_is_read_or_not_at_all(pool: Pool, kind: str) -> None:
    made = report(pool, sound(kind))

    # Words in pictures are found where there is somebody who reads them.
    assert made.outcome is not Outcome.CLEAN
    if made.outcome is Outcome.FINDINGS:
        assert PHONE in {f.text for f in made.findings}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_file_cut_at_every_sixteenth_is_never_silently_clean(pool: Pool, kind: str) -> None:
    for data in cuts(kind):
        made = report(pool, data)
        assert lost(made) is None
        assert kind not in WHOLE_OR_NOTHING or made.outcome is not Outcome.CLEAN
    still_works(pool)


@pytest.mark.parametrize("kind", MAKERS)
def test_a_damaged_file_has_its_outcome(pool: Pool, kind: str) -> None:
    # Where an engine reads pictures, each takes a tenth of a second and more.
    for data in flips(kind, 8 if kind in PICTURES else 25):
        assert lost(report(pool, data)) is None
    still_works(pool)


@pytest.mark.walk
@pytest.mark.parametrize("kind", MAKERS)
def test_a_file_damaged_in_a_thousand_ways_has_its_outcome(pool: Pool, kind: str) -> None:
    for data in flips(kind, 100 if kind in PICTURES else 1_000, seed=2):
        assert lost(report(pool, data)) is None
    still_works(pool)


def test_a_warm_child_reaches_nothing_outside(pool: Pool) -> None:
    with Pool(pool.job, tasks=naughty.TASKS) as watched:

        def ask(task: str) -> dict[str, list[str]]:
            return watched.run(task, io.BytesIO(), 0).told

        for kind in MAKERS:
            report(watched, sound(kind))
        ask("told")
        ask("watch")
        for kind in MAKERS:
            report(watched, sound(kind))

        assert ask("told")["events"] == []
        watched.run("reach", io.BytesIO(b"9"), 1)
        assert ask("told")["events"], "the watcher is awake"


@pytest.mark.parametrize("kind", ["pdf", "docx", "png", "zip"])
def test_a_name_changes_nothing(pool: Pool, kind: str) -> None:
    made = [
        report(pool, sound(kind), name) for name in ("a." + kind, "a.txt", "a", "a.docx", "../../x\x1b.pdf")
    ]

    assert len({(m.outcome, m.kind, len(m.findings)) for m in made}) == 1


def test_two_gigabytes_of_nothing_are_refused_at_once(pool: Pool, tmp_path: Path) -> None:
    huge = tmp_path / "huge"
    for magic in (b"", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"PK\x03\x04", b"\xff\xd8\xff\xe0"):
        with huge.open("wb") as stream:
            stream.write(magic)
            stream.truncate(2 << 30)
        began = monotonic()
        made = report_of(pool.check_file(str(huge)), RULES)

        assert made.outcome is Outcome.UNREADABLE
        assert monotonic() - began < 2
    still_works(pool)

"""Names are looked up in threads that are used again, and one that is held up holds up no other."""

import threading
from collections.abc import Sequence

import pytest

from provlint.web import resolve
from provlint.web.clock import Clock
from provlint.web.resolve import Names
from provlint.web.unanswered import Unanswered


def started(seconds: float) -> Clock:
    clock = Clock()
    clock.start(seconds)
    return clock


def test_one_thread_looks_up_name_after_name() -> None:
    threads: set[int] = set()
    freed = threading.Semaphore(0)

    def service(_: str, __: int) -> Sequence[str]:
        threads.add(threading.get_ident())
        freed.release()
        return ["192.0.2.1"]

    names = Names(service)
    for number in range(50):
        assert names.addresses(f"h{number}.example", 80, started(60)) == ("192.0.2.1",)
        freed.acquire()
    assert len(threads) < 25  # one, unless the next question comes before a thread has noted that it is free


def test_a_name_that_is_held_up_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "_IDLE", 0.01)
    end = threading.Event()

    def service(host: str, _: int) -> Sequence[str]:
        if host == "slow.example":
            end.wait(60)
        return ["192.0.2.1"]

    names = Names(service)
    assert names.addresses("a.example", 80, started(60))
    with pytest.raises(Unanswered, match="in time"):
        names.addresses("slow.example", 80, started(0.1))
    for number in range(20):  # with and without a thread that waits
        threading.Event().wait(0.003 * (number % 5))
        assert names.addresses(f"h{number}.example", 80, started(60)) == ("192.0.2.1",)
    end.set()


def test_a_name_that_no_service_takes_is_not_waited_for() -> None:
    def service(_: str, __: int) -> Sequence[str]:
        raise ValueError("embedded null character")

    with pytest.raises(Unanswered, match="embedded null"):
        Names(service).addresses("a\0b", 80, started(5))

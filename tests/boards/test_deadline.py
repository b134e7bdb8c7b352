import threading
import time

from nhsjobtui.boards.deadline import Deadline


def test_it_calls_when_time_is_up_and_only_then() -> None:
    called = threading.Event()
    deadline = Deadline(called.set)
    start = time.monotonic()
    deadline.set(0.1)
    assert called.wait(5)
    assert time.monotonic() - start >= 0.1
    deadline.close()


def test_what_is_put_off_is_not_called() -> None:
    times: list[float] = []
    again = threading.Event()

    def late() -> None:
        times.append(time.monotonic())
        again.set()

    deadline = Deadline(late)
    start = time.monotonic()
    for _ in range(100):
        deadline.set(0.05)
        deadline.put_off()
    deadline.set(0.2)
    assert again.wait(5)
    assert len(times) == 1
    assert times[0] - start >= 0.2
    deadline.close()


def test_a_shorter_time_than_the_last_is_kept_too() -> None:
    called = threading.Event()
    deadline = Deadline(called.set)
    deadline.set(60)
    deadline.put_off()
    deadline.set(0.05)
    assert called.wait(5)
    deadline.close()


def test_one_thread_watches_over_them_all_and_ends() -> None:
    before = set(threading.enumerate())
    deadline = Deadline(lambda: None)
    assert set(threading.enumerate()) <= before
    for _ in range(50):
        deadline.set(60)
        deadline.put_off()
    (thread,) = set(threading.enumerate()) - before
    deadline.close()
    thread.join(5)
    assert not thread.is_alive()

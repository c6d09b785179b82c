"""The run: each address asked once, one task a host, many hosts at once."""

import threading
from collections.abc import Sequence

from provlint.model.web import Wanted
from provlint.model.web_options import OnAnswer, OnProgress, ReadPage, WebOptions


def ask(
    wanted: Sequence[Wanted],
    options: WebOptions,
    read_page: ReadPage,
    *,
    on_answer: OnAnswer,
    stop: threading.Event,
    progress: OnProgress | None = None,
) -> None:
    """Ask the web for every address of `wanted` and hand one answer for each to `on_answer`, in no certain order.

    Both callbacks are called in the thread that called. When `stop` is set, or the run's budget is spent, what is left
    is answered with "stopped" within two seconds.
    """
    raise NotImplementedError

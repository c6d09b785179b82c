"""Asking in tests: on loopback, without waiting for politeness."""

import re
import threading
from collections.abc import Iterable
from typing import Any

from provlint.model.web import Page, Wanted, WebAnswer
from provlint.model.web_options import USUAL_PORTS, PageContext, WebOptions
from provlint.web.schedule import ask

_TITLE = re.compile(rb"<title>([^<]*)", re.IGNORECASE)
_REFRESH = re.compile(rb"http-equiv=refresh content=\"0;url=([^\"]*)", re.IGNORECASE)

LOOPBACK = WebOptions(
    allow_networks=("127.0.0.0/8",), ports=frozenset(range(1, 65_536)), pace=0.0, retry_wait=0.05, timeout=5.0
)
#: As a user has them, with short waits.
GUARDED = WebOptions(pace=0.0, retry_wait=0.01, timeout=2.0, ports=USUAL_PORTS)


def read_page(body: bytes, context: PageContext) -> Page:
    """A page room of the simplest kind: what the web room needs of it, and what it was handed."""
    title = _TITLE.search(body)
    refresh = _REFRESH.search(body)
    words = title[1].decode() if title else ""
    return Page(
        title=words,
        refresh=refresh[1].decode() if refresh else "",
        text_length=len(body),
        not_found="its title" if "not found" in words.lower() else "",
        challenge="its title" if "human" in words.lower() else "",
        canonical=f"{context.url} {'whole' if context.whole else 'cut'}",
    )


def answers(wanted: Iterable[Wanted | str], options: WebOptions = LOOPBACK, **changes: Any) -> dict[str, WebAnswer]:
    """The answers by address; asserts that each address gets one."""
    asked = [each if isinstance(each, Wanted) else Wanted(each) for each in wanted]
    got: list[WebAnswer] = []
    ask(asked, options._replace(**changes), read_page, on_answer=got.append, stop=threading.Event())
    assert sorted(answer.url for answer in got) == sorted(each.url for each in asked)
    return {answer.url: answer for answer in got}


def answer_of(wanted: Wanted | str, options: WebOptions = LOOPBACK, **changes: Any) -> WebAnswer:
    """The answer for one address."""
    return next(iter(answers([wanted], options, **changes).values()))

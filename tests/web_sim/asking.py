"""Asks the simulated web as a run does, without documents, settings and store."""

import threading

from provlint.extract.addresses import Addresses
from provlint.judge.verdicts.addresses import unasked
from provlint.judge.verdicts.options import VerdictOptions
from provlint.judge.verdicts.verdict import verdict
from provlint.model.answers import Answer
from provlint.model.web import Wanted, WebAnswer
from provlint.model.web_options import WebOptions
from provlint.page.read import read_page
from provlint.tables.tables import open_tables
from provlint.text.normal import key, split
from provlint.web.schedule import ask

TODAY = VerdictOptions("2026-11-23")


def judged(urls: list[str], options: WebOptions) -> dict[str, Answer]:
    """The verdict on each address, fragment included; each is asked once, whatever its fragments."""
    addresses = Addresses(open_tables(()))
    found: dict[str, Answer] = {}
    fragments: dict[str, set[str]] = {}
    for url in urls:
        if answer := unasked(addresses.of(url)):
            found[url] = answer
        else:
            fragments.setdefault(page_of(url), set()).update(url.partition("#")[2:])
    answers: dict[str, WebAnswer] = {}
    wanted = [Wanted(url, frozenset(names)) for url, names in fragments.items()]
    ask(wanted, options, read_page, on_answer=lambda each: answers.update({each.url: each}), stop=threading.Event())
    for url in urls:
        if url not in found:
            found[url] = verdict(answers[page_of(url)], url, (), TODAY)
    return found


def page_of(url: str) -> str:
    """The address that is asked for it: no fragment, no user info."""
    plain = key(url.partition("#")[0])
    userinfo = split(plain).userinfo
    return plain.replace(f"{userinfo}@", "", 1) if userinfo else plain

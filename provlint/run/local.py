"""Local links of a document → what the repository answers."""

import os
from collections.abc import Sequence

from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.site.site import Routes, Site


def open_site(settings: Settings, paths: Sequence[str]) -> Site:
    """The repository that the documents of a run stand in; `paths` are those the run was given."""
    folders = [path for path in paths if os.path.isdir(path)]

    def read(path: str) -> Document | None:
        form = format_of(path, settings)
        return read_file(path, path, form, settings.max_file_size) if form else None

    return Site((settings.root, *folders), Routes(), read)


def local_answers(site: Site, document: Document, facts: Facts) -> dict[str, Answer]:
    """What the repository says of each link that is its own to answer, by address."""
    answers: dict[str, Answer] = {}
    for link in facts.links:
        if link.url not in answers and link.url and link.address.reach != "template" and not link.address.malformed:
            answer = site.answer(document, link.url)
            if answer:
                answers[link.url] = answer
    return answers

"""Local links and citation keys of a document → what the repository answers."""

import os
from collections.abc import Sequence

from provlint.errors import UserError
from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.settings import Settings
from provlint.read.decode import decode, load
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.site.library import Library
from provlint.site.site import Routes, Site


def open_site(settings: Settings, paths: Sequence[str]) -> Site:
    """The repository that the documents of a run stand in; `paths` are those the run was given."""

    def read(path: str) -> Document | None:
        form = format_of(path, settings)
        return read_file(path, path, form, settings.max_file_size) if form else None

    return Site(roots_of(settings, paths), routes_of(settings), read)


def roots_of(settings: Settings, paths: Sequence[str]) -> tuple[str, ...]:
    """The folders that local links may lead to: the settings' and those the run was given."""
    return (settings.root, *(path for path in paths if os.path.isdir(path)))


def routes_of(settings: Settings) -> Routes:
    """How the site is served, with absolute folders; a folder that is not there is a `UserError`."""
    site = settings.site
    routes = tuple((path, _folder(settings, folder, f"site.routes.{path}")) for path, folder in site.routes)
    return Routes(_folder(settings, site.root, "site.root") if site.root else "", site.base_url, routes)


def _folder(settings: Settings, folder: str, key: str) -> str:
    path = os.path.realpath(os.path.join(settings.root, folder))
    if not os.path.isdir(path):
        raise UserError(settings.origin or "command line", key, f"there is no folder {folder}")
    return path.replace(os.sep, "/")


def open_library(site: Site, limit: int) -> Library:
    """The bibliographies that stand in the repository; a file of more than `limit` bytes is not read."""

    def read(path: str) -> tuple[str, str]:
        loaded = load(path, limit)
        if loaded.problem:
            return "", loaded.detail
        decoded = decode(loaded.data)
        return decoded.source, decoded.detail if decoded.problem else ""

    return Library(site.tree, read)


def local_answers(site: Site, document: Document, facts: Facts) -> dict[str, Answer]:
    """What the repository says of each link that is its own to answer, by address."""
    answers: dict[str, Answer] = {}
    for link in facts.links:
        if link.url not in answers and link.url and link.address.reach != "template" and not link.address.malformed:
            answer = site.answer(document, link.url)
            if answer:
                answers[link.url] = answer
    return answers

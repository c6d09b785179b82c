"""How each link checker is run on a list of addresses, and what it says of each: OK, BROKEN, or "" for neither."""

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from tests.web_sim.asking import judged
from tests.web_sim.web import Web

Said = dict[str, str]
OK, BROKEN = "OK", "BROKEN"
_LYCHEE = ("--no-progress", "--format=json", "--verbose", "--include-fragments", "--timeout=6", "--max-retries=1")
_LIMIT = 200.0  # seconds for a run
_GROUP, _GROUP_LIMIT, _LIMIT_ALONE = 12, 40.0, 15.0  # addresses; seconds for them, and for one
#: LinkChecker becomes `nobody` where it runs as root, and cannot read its list any more: so it is somebody else.
_SOMEBODY = ("--user", "--map-user=1000", "--map-group=1000")


def provlint(urls: list[str], web: Web, _: Path) -> Said:
    """Provlint's own rooms, without documents."""
    return {url: answer.verdict for url, answer in judged(urls, web.options()).items()}


def lychee(urls: list[str], web: Web, folder: Path) -> Said | None:
    """lychee, fragments included."""
    source = _written(folder / "links.md", "".join(f"- <{url}>\n" for url in urls))
    told = _run("lychee", [*_LYCHEE, str(source)], web, folder)
    if told is None:
        return None
    found = json.loads(told)
    said = dict.fromkeys(_urls(found.get("success_map")), OK)
    said |= dict.fromkeys(_urls(found.get("error_map")), BROKEN)
    return _as_asked(urls, said)


def linkinator(urls: list[str], web: Web, folder: Path) -> Said | None:
    """linkinator, fragments included.

    It tells nothing before its end, which never comes where a body has none: so it is asked in groups, and of each
    address of a group that does not end alone.
    """
    said: Said = {}
    for start in range(0, len(urls), _GROUP):
        group = urls[start : start + _GROUP]
        found = _linkinator(group, web, folder, _GROUP_LIMIT)
        if found is None:
            return None
        if not found:
            for url in group:
                found |= _linkinator([url], web, folder, _LIMIT_ALONE) or {}
        said |= found
    return _as_asked(urls, said)


def _linkinator(urls: list[str], web: Web, folder: Path, limit: float) -> Said | None:
    """Nothing when it did not come to its end."""
    _page(folder / "index.html", urls)
    options = ["index.html", "--format", "json", "--timeout", "6000", "--retry", "--check-fragments"]
    told = _run("linkinator", options, web, folder, limit)
    if told is None:
        return None
    if "{" not in told:
        return {}
    try:
        links = json.loads(told[told.index("{") :])["links"]
    except ValueError:
        return {}
    words = {"OK": OK, "BROKEN": BROKEN}
    return {link["url"]: words.get(link["state"], "") for link in links}


def linkchecker(urls: list[str], web: Web, folder: Path) -> Said | None:
    """LinkChecker with its anchor check."""
    settings = f"[checking]\nsslverify={web.ca_file}\ntimeout=6\n[AnchorCheck]\n[filtering]\ncheckextern=1\n"
    _written(folder / "linkcheckerrc", settings)
    _page(folder / "index.html", urls)
    options = ["--config", "linkcheckerrc", "--check-extern", "--verbose", "--no-status", "-o", "csv", "index.html"]
    program = shutil.which("linkchecker")
    told = _run("unshare", [*_SOMEBODY, program, *options], web, folder) if program else None
    if told is None:
        return None
    lines = [line for line in told.splitlines() if line and not line.startswith("#")]
    said = {}
    for row in csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"):
        missing = "nchor" in (row.get("warningstring") or "")
        said[row["urlname"]] = OK if row["valid"] == "True" and not missing else BROKEN
    return _as_asked(urls, said)


def sphinx(urls: list[str], web: Web, folder: Path) -> Said | None:
    """Sphinx' linkcheck builder."""
    source = folder / "source"
    source.mkdir()
    settings = "linkcheck_timeout = 6\nlinkcheck_retries = 2\nlinkcheck_rate_limit_timeout = 10\n"
    _written(source / "conf.py", f"{settings}tls_cacerts = {web.ca_file!r}\n")
    _written(
        source / "index.rst", "Links\n=====\n\n" + "".join(f"* `a{at} <{url}>`__\n" for at, url in enumerate(urls))
    )
    if _run("sphinx-build", ["-q", "-b", "linkcheck", str(source), str(folder / "out")], web, folder) is None:
        return None
    words = {"working": OK, "redirected": OK, "broken": BROKEN}
    lines = (folder / "out" / "output.json").read_text(encoding="utf-8").splitlines()
    return _as_asked(urls, {line["uri"]: words.get(line["status"], "") for line in map(json.loads, lines)})


TOOLS: dict[str, Callable[[list[str], Web, Path], Said | None]] = {
    "provlint": provlint,
    "lychee": lychee,
    "linkinator": linkinator,
    "linkchecker": linkchecker,
    "sphinx": sphinx,
}


def _run(program: str, options: list[str], web: Web, folder: Path, limit: float = _LIMIT) -> str | None:
    path = shutil.which(program)
    if not path:
        return None
    trust = {"SSL_CERT_FILE": web.ca_file, "NODE_EXTRA_CA_CERTS": web.ca_file, "REQUESTS_CA_BUNDLE": web.ca_file}
    try:
        done = subprocess.run(
            [path, *options], cwd=folder, env=os.environ | trust, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired as stopped:
        return (stopped.stdout or b"").decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "replace")


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _page(path: Path, urls: list[str]) -> Path:
    items = "".join(f'<li><a href="{escape(url)}">link</a></li>\n' for url in urls)
    return _written(path, f"<!doctype html><html><head><meta charset=utf-8><title>Links</title></head><ul>{items}</ul>")


def _urls(found: Any) -> list[str]:
    return [link["url"] for links in (found or {}).values() for link in links if "url" in link]


def _as_asked(urls: list[str], said: Said) -> Said:
    """By the addresses as they were asked: tools tell them in a normal form of their own."""
    plain = {_plain(url): word for url, word in said.items()}
    return {url: said.get(url, plain.get(_plain(url), "")) for url in urls}


def _plain(url: str) -> str:
    return (
        url.replace("ann:secret@", "")
        .replace("b\u00fccher", "xn--bcher-kva")
        .replace("h\u0430rbour", "xn--hrbour-3nf")
        .rstrip("#/")
    )

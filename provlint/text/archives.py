"""Addresses of archived copies: the page they were made of, and how a service that knows copies is asked for one.

Archives of the Wayback kind put the time and the whole address of the original into the path (RFC 7089 calls the copy a
memento; pywb and OpenWayback write `/web/20200131120000/https://…`). The availability service answers with the snapshot
nearest to a time: https://archive.org/help/wayback_api.php
"""

import json
import re
from typing import NamedTuple
from urllib.parse import quote

from provlint.text.normal import split

_COPY = re.compile(r"/(?:[\w-]+/){0,2}?(\d{4,14})(?:[a-z]{2}_)?/((?:https?:/{1,2})?[^/.\s]+\.[^\s]+)")
_HOST = re.compile(r"(?:\A|\.)[\w-]*(?:archive|arquivo)[\w-]*\.[\w.]+\Z")
_SCHEME = re.compile(r"https?:/{1,2}")
_LONGEST = 200_000  # characters of an answer
_LONGEST_ADDRESS = 4_000


class Snapshot(NamedTuple):
    """An archived copy and the ISO day it was made."""

    url: str
    day: str


def original_of(url: str) -> str:
    """The address of the page that an archived copy was made of; "" for any other address."""
    parts = split(url)
    if not _HOST.search(parts.host.lower()):
        return ""
    found = _COPY.match(parts.path)
    if not found:
        return ""
    target = found[2] + (f"?{parts.query}" if parts.query else "")
    scheme = _SCHEME.match(target)
    if not scheme:
        return f"http://{target}"
    return f"{'https' if target.startswith('https') else 'http'}://{target[scheme.end() :]}"


def availability(service: str, url: str, day: str) -> str:
    """The address by which `service` is asked for the copy of `url` nearest to an ISO day, the newest without one."""
    joint = "&" if "?" in service else "?"
    stamp = re.sub(r"\D", "", day)[:8]
    return f"{service}{joint}url={quote(url, safe='')}" + (f"&timestamp={stamp}" if len(stamp) == 8 else "")


def snapshot(text: str) -> Snapshot | None:
    """The copy that the service's answer names; None when it knows none, or says something else."""
    try:
        closest = json.loads(text[:_LONGEST])["archived_snapshots"]["closest"]
        url, stamp, available = closest["url"], closest["timestamp"], closest.get("available", True)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if str(closest.get("status", "200")) != "200":
        return None
    if not (available and isinstance(url, str) and isinstance(stamp, str) and re.fullmatch(r"\d{8,14}", stamp)):
        return None
    if not re.fullmatch(r"https?://[!-~]+", url) or len(url) > _LONGEST_ADDRESS:
        return None
    secure = url.replace("http://web.archive.org/", "https://web.archive.org/", 1)
    return Snapshot(secure, f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}")

"""Addresses of copies – AMP caches, translations, front ends without sign-in – and the addresses they are copies of.

The forms are those that the services document (the AMP Cache URL format, translate.goog's host names) or show.
"""

from functools import lru_cache
from typing import NamedTuple

from provlint.text.normal import Parts, percent_decoded

_READERS = {
    "12ft.io": "12ft", "1ft.io": "1ft", "removepaywall.com": "RemovePaywall", "r.jina.ai": "Jina Reader",
    "freedium.cfd": "Freedium",
}  # fmt: skip
_FRONT_ENDS = {
    "scribe.rip": ("Scribe", "medium.com"), "xcancel.com": ("XCancel", "x.com"),
    "yewtu.be": ("Invidious", "youtube.com"),
}  # fmt: skip
_FRONT_END_NAMES = {
    "nitter": ("Nitter", "x.com"), "invidious": ("Invidious", "youtube.com"), "libreddit": ("Libreddit", "reddit.com"),
}  # fmt: skip
_CACHE = "webcache.googleusercontent.com"
_TRANSLATIONS = ".translate.goog"
_AMP_VALUES = ("", "1", "true", "amp", "yes")


class Mirror(NamedTuple):
    """What kind of copy an address is and of which page; `certain` says that the original follows from the address."""

    kind: str
    original: str
    certain: bool = True


def mirror(parts: Parts, host: str, *, is_news: bool) -> Mirror | None:
    """The copy that an address is, or None. `is_news`: the host is a known outlet's, where `amp` in a path is AMP."""
    path = parts.path
    if not ("amp" in path or "amp" in parts.query or _may_copy(host)):
        return None  # nearly every address
    labels = host.split(".")
    if "amp" in host or "amp" in path or "amp" in parts.query:
        found = _amp_cache(host, labels, path) or _amp_edition(parts, host, is_news)
        if found:
            return found
    if host == _CACHE and "cache:" in parts.query:
        target = percent_decoded(parts.query).partition("cache:")[2].partition("&")[0].partition("+")[0]
        head, colon, rest = target.partition(":")
        return _plain("Google's cache", rest if colon and head.isalnum() and head not in ("http", "https") else target)
    if host.endswith(_TRANSLATIONS):
        return Mirror("Google Translate", f"https://{_translated(labels[0])}{path or '/'}")
    if labels[:2] == ["translate", "google"]:
        target = _parameter("u", parts.query)
        return _plain("Google Translate", target) if "." in target else None
    if host in _READERS:
        target = path.lstrip("/").removeprefix("proxy?q=") or _parameter("q", parts.query)
        return Mirror(_READERS[host], target) if target.startswith(("https://", "http://")) else None
    name, site = _FRONT_ENDS.get(host) or _FRONT_END_NAMES.get(labels[0], ("", ""))
    if site and len(path) > 1:
        query = f"?{parts.query}" if parts.query else ""
        return Mirror(name, f"https://{site}{path}{query}")
    return None


@lru_cache(maxsize=4_096)
def _may_copy(host: str) -> bool:
    """Whether `host` is one of those whose pages are copies, or AMP by its name."""
    name = host.partition(".")[0]
    return (
        "amp" in host
        or name in _FRONT_END_NAMES
        or host in _FRONT_ENDS
        or host in _READERS
        or host == _CACHE
        or host.endswith(_TRANSLATIONS)
        or f"{host}.".startswith("translate.google.")
    )


def _amp_cache(host: str, labels: list[str], path: str) -> Mirror | None:
    if "google" in labels[:2] and path.startswith("/amp/"):
        return _secure("Google's AMP viewer", path[5:])
    if host.endswith("cdn.ampproject.org"):
        rest = path.lstrip("/").partition("/")
        return _secure("AMP cache", rest[2]) if len(rest[0]) <= 3 else None
    if labels[-2:] == ["bing-amp", "com"]:
        return _secure("Bing's AMP cache", path.lstrip("/").partition("/")[2])
    if labels[-2:] == ["bing", "com"] and path.startswith("/amp/"):
        return _secure("Bing's AMP viewer", path[5:])
    return None


def _amp_edition(parts: Parts, host: str, is_news: bool) -> Mirror | None:
    """The page that the AMP edition on the site's own host was most likely made from."""
    path, query = parts.path, parts.query
    segments = path.split("/")
    if host.startswith("amp.") and host.count(".") > 1:
        host = "www." + host[4:]
    elif "amp_articleshow" in segments:
        path = path.replace("amp_articleshow", "articleshow")
    elif path.endswith((".amp", ".amp.html")):
        path = path.removesuffix(".html").removesuffix(".amp") + (".html" if path.endswith(".html") else "")
    elif "amp" in segments and (is_news or segments[-1] == "amp" or segments[-2:] == ["amp", ""]) and len(segments) > 2:
        at = len(segments) - 1 - segments[::-1].index("amp")
        path = "/".join(segments[:at] + segments[at + 1 :]) or "/"
    elif is_news and (kept := [part for part in query.split("&") if not _is_amp(part)]) != query.split("&"):
        query = "&".join(kept)
    else:
        return None
    return Mirror(
        "AMP edition", f"{parts.scheme or 'https'}://{host}{path}{f'?{query}' if query else ''}", certain=False
    )


def _is_amp(part: str) -> bool:
    name, _, value = part.partition("=")
    return (name == "amp" and value in _AMP_VALUES) or (name == "outputType" and value == "amp")


def _secure(kind: str, rest: str) -> Mirror | None:
    """The address after `s/` (https) or as it stands (http)."""
    scheme = "https" if rest.startswith("s/") else "http"
    target = rest.removeprefix("s/")
    return Mirror(kind, f"{scheme}://{target}") if "." in target.partition("/")[0] else None


def _plain(kind: str, target: str) -> Mirror:
    return Mirror(kind, target if "://" in target else f"http://{target}")


def _translated(label: str) -> str:
    """The host that a translate.goog label stands for: `-` is a dot, `--` a hyphen."""
    return label.replace("--", "\0").replace("-", ".").replace("\0", "-")


def _parameter(name: str, query: str) -> str:
    begins = f"{name}="
    return next((percent_decoded(part[len(begins) :]) for part in query.split("&") if part.startswith(begins)), "")

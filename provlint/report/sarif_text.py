"""Words and paths as SARIF wants them: escaped messages (§3.11), valid URI references, severities as levels."""

from provlint.model.words import Severity
from provlint.report.commands import inert
from provlint.text.visible import cut, visible

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_MESSAGE = 1_000  # characters; no sentence of ours is near it
#: `[text](1)` would be a link and `{0}` an argument (§3.11.5, §3.11.6).
_ALIVE = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def message(text: str, limit: int = _MESSAGE) -> dict[str, object]:
    """A message object that says the text in one line of at most `limit` characters, none of it alive."""
    return {"text": inert(visible(cut(text, limit))).translate(_ALIVE)}


def plain(text: str, limit: int = _MESSAGE) -> str:
    """Text that no viewer reads for links and arguments, such as a rule's description."""
    return inert(visible(cut(" ".join(text.split()), limit)))


def artifact(path: str) -> dict[str, object]:
    """Where a document lies: relative to the folder provlint was run in, or as a file URI if its path is absolute."""
    from urllib.parse import quote

    try:
        name = path.encode("utf-8", "surrogateescape")  # a file's name may be no UTF-8
    except UnicodeEncodeError:
        name = path.encode("utf-8", "replace")
    uri = quote(name, safe="/!$&'()*+,;=@")
    if path.startswith("/"):
        return {"uri": f"file:///{uri.lstrip('/')}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[0]}:{uri[4:]}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}

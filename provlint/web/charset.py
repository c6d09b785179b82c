"""The bytes of a page as text: its byte order mark, the Content-Type, the page's own word, UTF-8, else Windows-1252."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?([\w:.-]{1,40})", re.IGNORECASE)
_PRESCAN = 1_024  # bytes: HTML standard, "prescan a byte stream to determine its encoding"
#: Encodings that the Encoding Standard reads as a wider one.
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}


def text(body: bytes, charset: str = "") -> str:
    """The text, whatever the bytes; what cannot be read becomes U+FFFD."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body.decode(codec, "replace")
    found = _META.search(body, 0, _PRESCAN)
    for name in (charset, found[1].decode("ascii") if found else ""):
        if name and (codec := _codec(name)):
            return body.decode(codec, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:  # cut within a letter
            return body.decode("utf-8", "replace")
        return body.decode("cp1252", "replace")


def _codec(name: str) -> str:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    if not getattr(found, "_is_text_encoding", False):
        return ""
    return _WIDER.get(found.name, found.name)

"""Bytes of a page → its text, in the order of the HTML standard: byte-order mark, header, what the page says of itself.

Only encodings of the Encoding standard are heeded: Python knows others, some of which take quadratic time or mean code.
"""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAID = re.compile(
    rb"<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I
)
_HEAD = 2_048  # bytes in which a page has to say its encoding; the standard has 1,024
#: What the standard reads as Windows-1252, and other names that stand for a wider encoding.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
          "euc_kr": "cp949", "tis-620": "cp874", "shift_jis": "cp932"}  # fmt: skip
_KNOWN = frozenset((
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman", "cp874", "cp932", "cp949",
    "euc_jp", "iso2022_jp", "big5", "gb18030", *(f"iso8859-{part}" for part in range(2, 17)),
    *(f"cp{page}" for page in range(1250, 1259)),
))  # fmt: skip


def decoded(body: bytes, charset: str = "") -> str:
    """The text of a page; `charset` is what the header said, "" for nothing. What cannot be read becomes U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    said = _SAID.search(body, 0, _HEAD)
    for name in (charset, said[1].decode("ascii") if said else ""):
        if codec := _codec(name):
            return body.decode(codec, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.start > len(body) - 4  # the last letter was cut in two
        return body.decode("utf-8" if cut else "cp1252", "replace")


def _codec(name: str) -> str:
    try:
        codec = codecs.lookup(name.strip().lower()).name if name else ""
    except (LookupError, ValueError):
        return ""
    codec = _WIDER.get(codec, codec)
    return codec if codec in _KNOWN or codec == "cp1252" else ""

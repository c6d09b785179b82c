"""A file → its bytes → its text: reads up to a cap, then names the encoding or says why this is no text."""

import os
import stat
from typing import NamedTuple

from provlint.model.words import Problem

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_LFS_LARGEST = 1024  # bytes; the Git LFS specification keeps a pointer below this

_UTF8_MARK = b"\xef\xbb\xbf"
# The 32-bit marks begin with the 16-bit ones, so they are looked for first.
_MARKS = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

# First bytes of what people most often save under a text's name. Read only once the bytes have failed as text, except
# for PDF, whose head is plain ASCII.
_PDF = b"%PDF-"
_MAGIC = (
    (_PDF, "a PDF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, OpenDocument or EPUB file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)

# Git's test for a binary file (convert.c, gather_stats and convert_is_binary): a NUL byte, or more than one control
# character in 128. Backspace, tab, line ends, form feed and escape do not count.
_CONTROLS = bytes(byte for byte in (*range(0x20), 0x7F) if byte not in b"\b\t\n\r\f\x1b")
_CONTROL_SHARE = 128

_SAMPLE = 65_536  # bytes a test or a detection looks at
_LEAD_IN = 4_096  # bytes of the sample that stand before the first byte that is not UTF-8

# The WHATWG Encoding Standard's legacy encodings that people still save documents in: Python's codec → its label there.
_LEGACY = {
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp874": "windows-874",
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp949": "euc-kr",
}


class Loaded(NamedTuple):
    """The bytes of a file, or the problem that kept it from being read and one phrase about it."""

    data: bytes
    problem: Problem = ""
    detail: str = ""


class Decoded(NamedTuple):
    """The text of a file and the encoding it was in, or the problem with its bytes and one phrase about it."""

    source: str
    encoding: str
    problem: Problem = ""
    detail: str = ""


def load(path: str, limit: int) -> Loaded:
    """The bytes of the regular file at `path`, at most `limit` of them; any failure comes back as a problem."""
    try:
        # Looked at before it is opened: to open a device or a pipe can wait or act.
        if not stat.S_ISREG(os.stat(path).st_mode):
            return Loaded(b"", "not-regular", "it is not a regular file")
        # It may be swapped for a pipe in between, so the opening must not wait either.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            return _read(file, limit)
        finally:
            os.close(file)
    except FileNotFoundError:
        return Loaded(b"", "missing", "there is no such file")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return Loaded(b"", "unreadable", (getattr(error, "strerror", None) or str(error)).lower())


def _read(file: int, limit: int) -> Loaded:
    state = os.fstat(file)
    if not stat.S_ISREG(state.st_mode):
        return Loaded(b"", "not-regular", "it is not a regular file")
    if state.st_size > limit:
        return Loaded(b"", "too-large", f"it has {state.st_size:,} bytes, the limit is {limit:,}")
    parts = []
    # One byte beyond the size tells the end of the file; a file that grows meanwhile is read on, up to the limit.
    left = limit + 1
    wanted = state.st_size + 1
    while left > 0 and (part := os.read(file, min(left, wanted))):
        parts.append(part)
        left -= len(part)
        wanted = max(wanted - len(part), _SAMPLE)
    if left <= 0:
        return Loaded(b"", "too-large", f"it grew beyond the limit of {limit:,} bytes while it was read")
    return Loaded(b"".join(parts))


def decode(data: bytes) -> Decoded:
    """The text of `data` without a byte-order mark, line ends unchanged, never a lone surrogate; or the problem.

    What a page names as its encoding is believed where neither a mark nor UTF-8 says otherwise and all bytes fit.
    """
    if data.startswith(_LFS_POINTER) and len(data) < _LFS_LARGEST:
        return Decoded("", "utf-8", "not-regular", "it is a Git LFS pointer, the document itself is not here")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    body = data.removeprefix(_UTF8_MARK)
    if body.startswith(_PDF) or _has_controls(body):
        return Decoded("", "", "binary", _binary_kind(body))
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_said(body) or _decode_other(body, error.start)


def _decode_said(data: bytes) -> Decoded | None:
    """Text in the encoding that it names itself; None where it names none, or bytes do not fit."""
    from provlint.text.page_encoding import said  # few documents are not UTF-8

    codec = said(data)
    try:
        return Decoded(data.decode(codec), _LEGACY.get(codec, codec)) if codec else None
    except UnicodeDecodeError:
        return None


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)  # takes the byte order from the mark, and the mark away
    except UnicodeDecodeError as error:
        return Decoded("", encoding, "undecodable", f"its mark says {encoding.upper()}, byte {error.start} does not")
    if "\0" in text:
        return Decoded("", encoding, "binary", "it holds NUL characters")
    return Decoded(text, encoding)


def _has_controls(data: bytes) -> bool:
    if b"\0" in data:
        return True
    sample = data[:_SAMPLE]
    printable = len(sample.translate(None, _CONTROLS))
    return len(sample) - printable > printable // _CONTROL_SHARE


def _binary_kind(data: bytes) -> str:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return f"it is {kind}"
    if b"\0" not in data:
        return "too many of its bytes are control characters"
    # Every other byte NUL: Western text in two bytes a character.
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if max(even, odd) > len(data[:_SAMPLE]) * 0.3 and min(even, odd) < len(data[:_SAMPLE]) * 0.05:
        return "it holds NUL bytes, as UTF-16 without its byte-order mark does"
    return "it holds NUL bytes"


def _decode_other(data: bytes, at: int) -> Decoded:
    """Text that is not UTF-8 from byte `at` on: damaged UTF-8, a legacy encoding, or neither."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return Decoded("", "", "binary", f"it is {kind}")
    line = data.count(b"\n", 0, at) + 1
    place = f"byte {at} (0x{data[at]:02x}, line {line})"
    # More characters that only UTF-8 writes like this than bytes that break it: to read such a file in a legacy
    # encoding would garble all of them in silence.
    forgiving = data.decode("utf-8", "replace")
    broken = forgiving.count("\ufffd")
    if len(forgiving) - len(forgiving.encode("ascii", "ignore")) - broken > broken:
        return Decoded("", "utf-8", "undecodable", f"it is UTF-8 except for {place}")
    for codec in _legacy_codecs(_sample(data, max(0, at - _LEAD_IN))):
        try:
            return Decoded(data.decode(codec), _LEGACY[codec])
        except UnicodeDecodeError:
            continue
    return Decoded("", "", "undecodable", f"no known encoding fits, it stops being UTF-8 at {place}")


def _sample(data: bytes, start: int) -> bytes:
    """Bytes from `start` on, ending at a line or a word, where no encoding is in the middle of a character."""
    sample = data[start : start + _SAMPLE]
    if start + _SAMPLE >= len(data):
        return sample
    return sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample


def _legacy_codecs(sample: bytes) -> list[str]:
    """The codecs that may have written `sample`, likeliest first, as charset-normalizer measures mess and language.

    Windows-1252 wins a tie: it is what the WHATWG Encoding Standard falls back to, and short texts in Western European
    languages look no messier in windows-1250.
    """
    from charset_normalizer import from_bytes  # 15 to 40 ms, and few documents need it

    matches = list(from_bytes(sample, cp_isolation=list(_LEGACY)))
    least = min((match.chaos for match in matches), default=0.0)
    found = [match.encoding for match in matches if match.encoding in _LEGACY]
    tied = "cp1252" in [match.encoding for match in matches if match.chaos == least]
    same = bool(found) and sample.decode("cp1252", "replace") == sample.decode(found[0], "replace")
    return ["cp1252", *found] if tied or same else found

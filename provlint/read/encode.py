"""Text → the bytes of the file it came from, in the encoding and with the byte-order mark that file has."""

from provlint.read.decode import decode

#: Byte-order marks and the codecs that write what follows them. The 32-bit ones begin with the 16-bit ones.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
#: Python's codecs for the labels of the Encoding Standard, where they have other names.
_CODECS = {"shift_jis": "cp932", "euc-kr": "cp949"}


def encoding_of(was: bytes) -> tuple[bytes, str]:
    """The byte-order mark a file begins with, b"" for none, and the codec of what follows."""
    read = decode(was)
    return next(
        ((mark, codec) for mark, codec in _MARKS if was.startswith(mark)),
        (b"", _CODECS.get(read.encoding, read.encoding)),
    )


def encode(text: str, was: bytes) -> bytes | None:
    """The bytes of `text` as the file `was` would hold it; None if its encoding cannot give them back to the letter."""
    read = decode(was)
    mark, codec = encoding_of(was)
    try:
        if read.problem or mark + read.source.encode(codec) != was:
            return None
        data = mark + text.encode(codec)
    except (UnicodeEncodeError, LookupError):
        return None
    # What tells a legacy encoding are the bytes: with others it may be taken for another one.
    again = decode(data)
    return None if again.problem or again.source != text else data

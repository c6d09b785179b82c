"""Bytes of a page to its text: whose word counts, and that no name of an encoding does harm."""

import codecs

import pytest

from provlint.text.page_encoding import _codecs, codec_of, decoded

JAPANESE = "<meta charset=x-sjis><p>港の天気</p>"


@pytest.mark.parametrize(
    "name",
    ["rot13", "rot_13", "zlib", "zip", "bz2", "hex", "base64", "uu", "quopri", "idna", "punycode", "utf-7", "utf-32",
     "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "cp037", "replacement", "hz-gb-2312", "../../os", ""],
)  # fmt: skip
def test_what_is_no_label_of_the_standard_is_not_heeded(name: str) -> None:
    assert codec_of(name) == ""
    assert decoded("é".encode(), name) == "é"


def test_every_label_has_a_codec_for_text() -> None:
    for label, codec in _codecs().items():
        assert codec_of(f" {label.upper()}\n") == codec
        assert isinstance(bytes(range(256)).decode(codec, "replace"), str)
        assert codecs.lookup(codec).name


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        (codecs.BOM_UTF8 + "é".encode(), "windows-1251", "é"),
        ("é".encode("utf-16"), "utf-8", "é"),
        ("Řeka".encode("cp1250"), "Windows-1250", "Řeka"),
        (b"\x93Caf\xe9\x94", "ISO-8859-1", "“Café”"),
        (JAPANESE.encode("cp932"), "", JAPANESE),
        (JAPANESE.encode(), "utf-8", JAPANESE),
        ("<meta charset=utf-16>é".encode(), "", "<meta charset=utf-16>é"),
        ("<?xml version='1.0' encoding='koi8-r'?>река".encode("koi8-r"), "", "<?xml version='1.0' encoding='koi8-r'?>река"),
        (b"caf\xe9 noir", "", "café noir"),
        ("eel 鰻".encode()[:-1], "", "eel \ufffd"),
    ],
)  # fmt: skip
def test_whose_word_counts(body: bytes, charset: str, text: str) -> None:
    assert decoded(body, charset) == text


def test_a_large_page_is_spared_the_width_of_one_emoji() -> None:
    body = "Ä ship \U0001f6a2 at the quay €".encode()
    assert decoded(body, narrow=True) == "Ä ship \ufffd at the quay €"
    assert decoded("\U0001f6a2".encode("gb18030"), "gb18030", narrow=True) == "\U0001f6a2"

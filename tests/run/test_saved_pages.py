"""Pages that somebody saved: web archives and PDF as their writers make them, and as nobody should."""

import gzip
import io
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from provlint.errors import UserError
from provlint.model.document import Document
from provlint.model.matches import Fetched
from provlint.run.saved_pages import SavedPages

# The writer leaves temporary files to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore:Unclosed file")

URL = "https://harbour.co.uk/ferry"
HTML = "<html lang=en><title>Ferry</title><p>“The ferry stays,” said Tomas Oduya at the café.</p></html>"
DOCUMENT = Document("a.md", "markdown", "")


def record(
    url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> Callable[[WARCWriter], None]:
    """A response record as crawlers write it."""

    def write(writer: WARCWriter) -> None:
        said = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]
        answer = StatusAndHeaders(status, said, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=answer))

    return write


def archive(folder: Path, *records: Callable[[WARCWriter], None], name: str = "a.warc.gz") -> Path:
    path = folder / name
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=name.endswith(".gz"))
        for write in records:
            write(writer)
    return path


def page(folder: Path, url: str = URL) -> Fetched | None:
    return SavedPages((str(folder),)).page(DOCUMENT, url)


def content(folder: Path, url: str = URL) -> str:
    found = page(folder, url)
    assert found is not None
    assert isinstance(found.content, str), found.why
    return found.content


def why(folder: Path, url: str = URL) -> str:
    found = page(folder, url)
    assert found is not None
    assert found.content is None
    return found.why


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_page_of_an_archive_is_found_by_its_address(tmp_path: Path, name: str) -> None:
    others = [record(f"https://harbour.co.uk/{number}", b"<p>other</p>") for number in range(20)]
    archive(tmp_path, *others[:10], record(URL, HTML.encode()), *others[10:], name=name)
    assert content(tmp_path) == HTML
    assert content(tmp_path, "http://www.harbour.co.uk/ferry#top") == HTML
    assert why(tmp_path, "https://harbour.co.uk/21") == "no page is saved for it"


def test_an_archive_packed_as_one_file_is_read(tmp_path: Path) -> None:
    plain = archive(tmp_path, record("https://a.co.uk/", b"<p>a</p>"), record(URL, HTML.encode()), name="a.warc")
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert content(tmp_path) == HTML


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(HTML.encode()), {"Content_Encoding": "gzip"}),
        (zlib.compress(HTML.encode()), {"Content_Encoding": "deflate"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML.encode()), HTML.encode()), {"Transfer_Encoding": "chunked"}),
    ],
)
def test_bodies_as_they_went_over_the_wire(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    archive(tmp_path, record(URL, body, **headers))
    assert content(tmp_path) == HTML


def test_the_encoding_that_the_server_said_counts(tmp_path: Path) -> None:
    archive(
        tmp_path,
        record(URL, HTML.replace("“", "").replace("”", "").encode("latin-1"), kind="text/html; charset=iso-8859-1"),
    )
    assert "café" in content(tmp_path)


def test_redirects_lead_to_their_page_and_loops_nowhere(tmp_path: Path) -> None:
    def hop(url: str, to: str) -> Callable[[WARCWriter], None]:
        return record(url, b"", status="301 Moved", Location=to)

    archive(tmp_path, hop("https://t.co.uk/x", "https://harbour.co.uk/old"), hop("https://harbour.co.uk/old", "/ferry"),
            record(URL, HTML.encode()), hop("https://a.co.uk/", "https://b.co.uk/"), hop("https://b.co.uk/", "https://a.co.uk/"))  # fmt: skip
    assert content(tmp_path, "https://t.co.uk/x") == HTML
    assert "nowhere" in why(tmp_path, "https://a.co.uk/")


def test_an_answer_that_is_no_page_is_told_and_gives_way_to_one(tmp_path: Path) -> None:
    archive(tmp_path, record(URL, b"no", status="403 Forbidden"), record("https://a.co.uk/", b"", status="404 Not Found"),
            record(URL, HTML.encode()))  # fmt: skip
    assert content(tmp_path) == HTML
    assert why(tmp_path, "https://a.co.uk/") == "the archive holds the answer 404"


def test_what_cannot_be_unpacked_is_not_taken_for_words(tmp_path: Path) -> None:
    archive(tmp_path, record(URL, b"\x1b\x03\x00\xf8", Content_Encoding="zstd"),
            record("https://a.co.uk/", gzip.compress(b"<p>a</p>")))  # fmt: skip
    assert "zstd" in why(tmp_path)
    assert "unpacked" in why(tmp_path, "https://a.co.uk/")


def test_of_a_broken_archive_what_came_before_is_read(tmp_path: Path) -> None:
    path = archive(tmp_path, record(URL, HTML.encode()), record("https://a.co.uk/", os.urandom(9000)))
    path.write_bytes(path.read_bytes()[:-4000])
    assert content(tmp_path) == HTML


@pytest.mark.parametrize("content", [b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"WARC/1.0\r\nContent-Length: 99\r\n\r\n"])
def test_an_archive_that_ends_before_its_first_page_is_empty(
    tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    assert why(tmp_path) == "no page is saved for it"
    assert capfd.readouterr() == ("", "")


def test_what_is_no_archive_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.warc").write_bytes(b"\x00" * 100)
    with pytest.raises(UserError, match=r"a\.warc"):
        page(tmp_path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("filling", [b"\0", b"\n", b"a: b\r\n", b"WARC/1.0\r\n\r\n"])
def test_an_archive_that_unpacks_without_end_is_left(tmp_path: Path, filling: bytes) -> None:
    path = archive(tmp_path, record(URL, HTML.encode()))
    with path.open("ab") as file:
        packer = zlib.compressobj(9, wbits=31)
        for _ in range(100):
            file.write(packer.compress(filling * (1_000_000 // len(filling))))
        file.write(packer.flush())
    assert content(tmp_path) == HTML


def test_a_page_that_unpacks_to_too_much_is_left(tmp_path: Path) -> None:
    archive(tmp_path, record(URL, gzip.compress(bytes(30_000_000)), Content_Encoding="gzip"))
    assert "more than 20,000,000 bytes" in why(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text(HTML)
    archive(tmp_path, record("https://harbour.co.uk/wall", HTML.encode()))
    folder = tmp_path / "saved" / "harbour.co.uk"
    folder.mkdir(parents=True)
    (folder / "ferry.html").symlink_to(tmp_path / "secret.html")
    (folder / "b.warc.gz").symlink_to(tmp_path / "a.warc.gz")
    saved = tmp_path / "saved"
    assert why(saved) == why(saved, "https://harbour.co.uk/wall") == "no page is saved for it"


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "harbour.co.uk"
    folder.mkdir()
    os.mkfifo(folder / "ferry.html")
    os.mkfifo(tmp_path / "a.warc")
    assert why(tmp_path) == "no page is saved for it"


def pdf(*pages: str) -> bytes:
    """The smallest file that holds these lines of text, one page each."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    for number, words in enumerate(pages):
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in words.split("\n"))
        stream = f"BT /F1 12 Tf 40 700 Td {lines}ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R"
                       " /Resources << /Font << /F1 3 0 R >> >> >>")  # fmt: skip
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    made, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return made + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
                   f"startxref\n{len(made)}\n%%EOF\n").encode()  # fmt: skip


def test_the_words_of_a_pdf_go_on_over_its_pages(tmp_path: Path) -> None:
    folder = tmp_path / "harbour.co.uk"
    folder.mkdir()
    (folder / "ferry.pdf").write_bytes(
        pdf("The ferry will stay until the new", "bridge is open, the coun-\ncil decided.")
    )
    words = " ".join(content(tmp_path, f"{URL}.pdf").split())
    assert words == "The ferry will stay until the new bridge is open, the coun- cil decided."


def test_a_pdf_in_an_archive_is_read(tmp_path: Path) -> None:
    archive(tmp_path, record(URL, pdf("The ferry will stay."), kind="application/pdf"))
    assert "The ferry will stay." in content(tmp_path)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.4\n" + b"[" * 50_000, pdf("a")[:-40], b"<html>"])
def test_a_broken_pdf_is_told_and_says_nothing_itself(
    tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "harbour.co.uk"
    folder.mkdir()
    (folder / "ferry.pdf").write_bytes(content)
    assert why(tmp_path, f"{URL}.pdf").startswith("the PDF cannot be read")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("ferry", URL),
        ("news/ferry-1.204", "https://harbour.co.uk/news/ferry-1.204"),
        ("index.php", "https://harbour.co.uk/index.php"),
    ],
)
def test_a_mirror_names_pages_as_their_addresses_end(tmp_path: Path, name: str, url: str) -> None:
    page = tmp_path / "harbour.co.uk" / name
    page.parent.mkdir(parents=True)
    page.write_text(HTML, encoding="utf-8")
    page.with_name("logo").write_bytes(b"\x89PNG")
    saved = SavedPages([str(tmp_path)])
    assert saved.page(DOCUMENT, url) == Fetched(HTML.encode(), "html")
    found = saved.page(DOCUMENT, url.rpartition("/")[0] + "/logo")
    assert found is not None
    assert found.content is None


def test_a_broken_index_is_named_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "sources.json").write_text("{", encoding="utf-8")
    with pytest.raises(UserError) as error:
        SavedPages(["saved"])
    assert str(error.value).startswith(str(Path("saved") / "sources.json"))

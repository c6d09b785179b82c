"""The lines of a patch, whatever the document in it says."""

from provlint.history.patch import Touched, parsed


def test_lines_added_changed_and_taken_out() -> None:
    patch = (
        b"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+one\n+two\n@@ -5 +7 @@ x\n-old\n+new\n"
        b"@@ -9,2 +10,0 @@\n-gone\n-gone\n"
    )
    assert parsed(patch).touched == {b"a.md": Touched(((1, 2), (7, 7)), ((10, 11),))}


def test_a_line_of_a_document_passes_for_no_header() -> None:
    patch = (
        b"--- a/a.md\n+++ b/a.md\n@@ -3,1 +3,3 @@\n--- a/b.md\n+++ b/b.md\n+@@ -1 +1,99 @@\n++++ b/c.md\n"
        b"\\ No newline at end of file\n@@ -8,0 +11 @@\n+x\n"
    )
    assert parsed(patch).touched == {b"a.md": Touched(((3, 5), (11, 11)))}


def test_names_with_spaces_quotes_and_bytes() -> None:
    patch = b'+++ b/a b.md\t\n@@ -0,0 +1 @@\n+x\n+++ "b/\\"q\\"\\t\\303\\274.md"\n@@ -0,0 +1 @@\n+x\n'
    assert set(parsed(patch).touched) == {b"a b.md", '"q"\tü.md'.encode()}


def test_what_stands_on_touched_lines_or_across_a_seam_is_touched() -> None:
    lines = Touched(((3, 5),), ((10, 11),))
    assert lines.touches(5, 8)
    assert lines.touches(1, 9)
    assert not lines.touches(6, 10)
    assert lines.touches(10, 11)
    assert not lines.touches(11, 12)
    assert Touched(whole=True).touches(99, 99)

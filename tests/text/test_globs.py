import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.errors import UserError
from provlint.text.globs import Patterns, path_matches, url_matcher


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("*.md", "a.md"),
        ("*.md", "notes/deep/a.md"),
        ("notes", "notes/a.md"),
        ("notes/", "notes/a.md"),
        ("notes/*.md", "notes/a.md"),
        ("notes/**", "notes/deep/a.md"),
        ("**/old/*.md", "old/a.md"),
        ("**/old/*.md", "x/y/old/a.md"),
        ("/a.md", "a.md"),
        ("./a.md", "a.md"),
        ("a?.md", "ab.md"),
        ("a[0-9].md", "a7.md"),
        ("a[!0-9].md", "ax.md"),
        ("\\*.md", "*.md"),
        ("a b.md", "a b.md"),
        ("x/**/y", "x/y"),
    ],
)
def test_a_path_is_matched(glob: str, path: str) -> None:
    assert path_matches(path, (glob,))


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("*.md", "a.mdx"),
        ("/a.md", "x/a.md"),
        ("./a.md", "x/a.md"),
        ("notes/*.md", "notes/deep/a.md"),
        ("notes/a.md", "old/notes/a.md"),
        ("a?.md", "a/.md"),
        ("a[!0-9].md", "a7.md"),
        ("\\*.md", "a.md"),
        ("a.md/", "a.md"),
        ("A.md", "a.md"),
        ("[a", "[a"),
    ],
)
def test_another_path_is_not(glob: str, path: str) -> None:
    assert not path_matches(path, (glob,))


def test_one_of_several_globs_is_enough_and_none_is_never() -> None:
    assert path_matches("b.md", ("a.md", "b.md"))
    assert not path_matches("b.md", ())


@given(st.text("ab/*?[]!\\.", min_size=1, max_size=12), st.text("ab/.", max_size=12))
def test_any_glob_gives_an_answer(glob: str, path: str) -> None:
    assert path_matches(path, (glob,)) in (True, False)


@given(st.lists(st.text("ab-_. é", min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_path_without_wildcards_matches_itself(parts: list[str]) -> None:
    path = "/".join(parts)
    assert path_matches(path, ("/" + path,))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 60 + "*b", "a" * 250),
        ("?*" * 60 + "b", "a" * 250),
        ("[a-z]*" * 40 + "9", "a" * 250),
        ("**/a/" * 60 + "b", "a/" * 1_000 + "c"),
        ("**/*a*a*a*/" * 20 + "b", "aaaaaaaa/" * 400 + "c"),
        ("*/" * 60 + "b", "a/" * 60 + "c"),
        ("a**/" * 60 + "b", "a/" * 1_000 + "c"),
    ],
)
def test_a_hostile_pattern_ends(pattern: str, path: str) -> None:
    # Under a matcher that backtracks, any of these takes longer than the universe has lasted.
    assert Patterns([pattern]).verdict(path, path.rpartition("/")[2], False) is None


@pytest.mark.parametrize(
    "patterns", [["a" * 1_001], [f"a*{number:090}?" for number in range(1_200)], ["a", "!a"] * 600]
)
def test_lists_that_would_take_too_long_are_refused(patterns: list[str]) -> None:
    with pytest.raises(UserError, match="too long") as refused:
        Patterns(patterns, ".gitignore")
    assert refused.value.where == ".gitignore"


def test_many_plain_names_are_fine() -> None:
    patterns = Patterns([f"name-{number}" for number in range(50_000)] + [f"a/{number}" for number in range(50_000)])
    assert patterns.verdict("x/name-49999", "name-49999", False) is True
    assert patterns.verdict("a/49999", "49999", False) is True
    assert patterns.verdict("x/a/1", "1", False) is None


def test_the_nearest_folder_decides_for_a_file_that_no_pattern_names() -> None:
    patterns = Patterns(["docs/", "!docs/old/", "docs/old/kept.md"])
    assert patterns.covers("docs/a.md")
    assert not patterns.covers("docs/old/a.md")
    assert patterns.covers("docs/old/kept.md")
    assert not patterns.covers("a.md")


@pytest.mark.parametrize(
    ("glob", "url", "matched"),
    [
        ("https://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "https://a.example/x/y", False),
        ("https://a.example/*", "https://a.example/x/y?z#w", True),
        ("*.example/*", "https://a.example/", True),
        ("*.example/*", "https://a.example", False),
        ("*", "", True),
        ("https://a.example/find?q=*", "https://a.example/find?q=1", True),
        ("https://a.example/find?q=*", "https://a.example/findXq=1", False),
        ("http://[::1]/*", "http://[::1]/x", True),
        ("HTTPS://A.example/*", "https://a.example/X", True),
        ("a*a", "a", False),
        ("a*ab*b", "aabb", True),
        ("a*ab*b", "aab", False),
    ],
)
def test_addresses_are_matched_as_a_whole(glob: str, url: str, matched: bool) -> None:
    assert url_matcher((glob,))(url) is matched


def test_no_address_glob_matches_nothing_and_any_of_several_does() -> None:
    assert not url_matcher(())("https://a.example/")
    assert url_matcher(("http://*", "https://a.*"))("https://a.example/")


def test_a_hostile_address_glob_ends() -> None:
    assert not url_matcher(("*a" * 200 + "*b",))("a" * 2_000)


@pytest.mark.parametrize(
    ("glob", "path", "matched"),
    [
        ("ab**/c", "ab/x/y/c", True),
        ("ab**/c", "abc", True),
        ("ab**/c", "abx/c", True),
        ("ab**/c", "xab/c", False),
        ("a**//b", "a/b", True),
        ("a**//b", "a/x/b", False),
    ],
)
def test_two_stars_behind_a_plain_beginning_cross_folders_as_in_git(glob: str, path: str, matched: bool) -> None:
    assert path_matches(path, ("/" + glob,)) is matched

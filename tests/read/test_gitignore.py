import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.read.files import find
from tests.read.repositories import git, write

FOLDERS = ("a/b/c/d", "a/a", "ab", ".h", "b/[a]")
NAMES = ("a", "b", "ab", "aab", "a.b", ".b", "[a]", "b c", "a-b", "!a", "#b", "A", "a]", "a^", "1", "x.md", "*")
EVERYTHING = Settings(include=("*",), exclude=(), formats=(("*", "text"),))

PIECES = st.sampled_from(
    ["a", "b", "c", "d", "x", "*", "**", "***", "/", "/", "?", "[ab]", "[!a]", "[^b]", "[a-c]", "[c-a]", "[]a]", "[!]]",
     "[[:alpha:]]", "[[:digit:]a]", "[[:nope:]]", "[a", "[", "]", "\\", "\\a", "\\*", "\\[", ".", "-", " ", "#", "!",
     "^", "A", "1", ".md", "**/", "/**", "/**/", "*/", "[a/b]", "[\\]]", "[a\\-c]", "[+-0]", "[[:]", "[a-]", "[--0]"]
)  # fmt: skip
# A backslash before a slash says nothing, save that Git reads `**\\/` by a rule of its own: nobody writes it.
PATTERNS = st.builds(
    lambda mark, pieces: (mark + "".join(pieces)).replace("\\/", "/"),
    st.sampled_from(["", "", "", "!", "/"]),
    st.lists(PIECES, min_size=1, max_size=5),
)
LISTS = st.lists(PATTERNS, max_size=6)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("oracle")
    git(folder, "init", "-q")
    for path in FOLDERS:
        (folder / path).mkdir(parents=True)
    for inner in [folder, *(path for path in folder.rglob("*") if path.is_dir() and ".git" not in path.parts)]:
        write(inner, *(name for name in NAMES if not (inner / name).exists()))
    return folder


def left_by_git(folder: Path) -> list[str]:
    listed = git(folder, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return sorted(path for path in listed if path and not path.endswith(".gitignore"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=LISTS, inner=LISTS, own=LISTS)
def test_files_are_found_as_git_finds_them(repository: Path, top: list[str], inner: list[str], own: list[str]) -> None:
    (repository / ".gitignore").write_text("\n".join(top))
    (repository / "a/b/.gitignore").write_text("\r\n".join(inner) + "\n")
    (repository / ".git/info/exclude").write_text("\n".join(own))
    found = [path for path in find(["."], EVERYTHING, str(repository)).files if not path.endswith(".gitignore")]
    assert found == left_by_git(repository)


@pytest.mark.parametrize(
    "text",
    ["# a\n\nb  \n",
     "a\\ \n", "a \\\n", "\ufeffa\n", "a\r\nb\r\n", "b c", "b c ", "b\\ c\\ ", "\\#b\n\\!a",
     "a\t\n", "   \nb", "!"],
)  # fmt: skip
def test_lines_are_read_as_git_reads_them(repository: Path, text: str) -> None:
    (repository / ".gitignore").write_bytes(text.encode())
    (repository / "a/b/.gitignore").unlink(missing_ok=True)
    (repository / ".git/info/exclude").write_text("")
    found = [path for path in find(["."], EVERYTHING, str(repository)).files if not path.endswith(".gitignore")]
    assert found == left_by_git(repository)


def test_a_gitignore_that_is_too_large_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / ".gitignore").write_text("name\n" * 250_000)
    with pytest.raises(UserError, match=r"\.gitignore: it has 1,250,000 bytes"):
        find(["."], Settings(), str(tmp_path))


def test_a_gitignore_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write(tmp_path, "a.md")
    write(tmp_path, "list", text="a.md\n")
    (tmp_path / ".gitignore").symlink_to("list")
    assert find(["."], Settings(), str(tmp_path)).files == ("a.md",)

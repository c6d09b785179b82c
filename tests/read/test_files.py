import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as checked
from hypothesis import strategies as st

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.read.files import Found, Refused, find, format_of
from tests.read.repositories import git, write

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
EVERY = Settings(exclude=())


def files(folder: Path, *paths: str, settings: Settings = EVERY) -> tuple[str, ...]:
    return find(paths or (".",), settings, str(folder)).files


def test_documents_of_every_folder_come_in_one_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        "b.md",
        "a/z.md",
        "a/b/c.txt",
        "B.MD",
        "a.html",
        "x.rst",
        "a-b.md",
        "noise.py",
        "README",
        ".md",
        "é.md",
    )
    expected = ("B.MD", "a-b.md", "a.html", "a/b/c.txt", "a/z.md", "b.md", "x.rst", "é.md")
    assert files(tmp_path) == expected
    assert files(tmp_path, "b.md", "a", ".", "./a/../b.md") == expected


def test_paths_are_shown_from_the_working_folder(tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md", "docs/in/b.md", "c.md")
    assert files(tmp_path / "docs/in", "..", "../../c.md") == ("../../c.md", "../a.md", "b.md")
    assert files(tmp_path, str(tmp_path / "docs")) == ("docs/a.md", "docs/in/b.md")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert find(["."], EVERY, str(tmp_path)) == Found(())
    assert find([], EVERY, str(tmp_path)) == Found(())


@pytest.mark.parametrize("path", ["missing.md", "a.md/b.md", "a.md/", "missing/", "a\0b.md", "x" * 300 + ".md"])
def test_a_path_that_does_not_exist_is_the_users_mistake(path: str, tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    if path == "a.md/":
        assert files(tmp_path, path) == ("a.md",)
        return
    with pytest.raises(UserError) as refused:
        files(tmp_path, path)
    assert refused.value.where == path


def test_an_empty_path_is_never_the_whole_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="empty path"):
        files(tmp_path, "")


def test_a_file_that_is_named_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    write(tmp_path, "notes", "a.py", "b.md")
    assert files(tmp_path, "notes", "a.py") == ("a.py", "notes")


def test_names_may_hold_anything(tmp_path: Path) -> None:
    odd = ["new\nline.md", " lead.md", "-dash.md", "[a].md", "*.md", "tab\t.md", "a" * 252 + ".md", "\U0001f600.md"]
    write(tmp_path, *odd, "d\nd/a.md")
    assert files(tmp_path) == tuple(sorted([*odd, "d\nd/a.md"]))
    assert files(tmp_path, "new\nline.md", "*.md") == ("*.md", "new\nline.md")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf8_is_found(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("x")
    assert files(tmp_path) == ("caf\udce9.md",)
    assert files(tmp_path, "caf\udce9.md", settings=Settings(exclude=("*\udce9.md",), force_exclude=True)) == ()


# --- what is left out


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "a.md", "out/b.md", "drafts/c.md", "drafts/kept.md", "sub/d.md", "own.md")
    (tmp_path / ".gitignore").write_text("out/\ndrafts/*\n!drafts/kept.md\n")
    (tmp_path / "sub/.gitignore").write_text("*\n")
    (tmp_path / ".git/info/exclude").write_text("own.md\n")
    found = find(["."], EVERY, str(tmp_path))
    assert found.files == ("a.md", "drafts/kept.md")
    assert found.left_out == (("gitignored", 4),)
    assert len(files(tmp_path, settings=EVERY._replace(respect_gitignore=False))) == 6


def test_lists_above_the_working_folder_count_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "docs/in/a.md", "docs/in/b.md", "docs/in/c.md")
    (tmp_path / ".gitignore").write_text("a.md\n")
    (tmp_path / "docs/.gitignore").write_text("in/b.md\n")
    assert files(tmp_path / "docs/in") == ("c.md",)
    assert files(tmp_path, "docs/in") == ("docs/in/c.md",)


def test_a_list_above_the_repository_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, "inner/a.md")
    (tmp_path / ".gitignore").write_text("*.md\n")
    git(tmp_path / "inner", "init", "-q")
    assert files(tmp_path / "inner") == ("a.md",)


def test_a_file_that_is_named_is_read_although_git_ignores_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "a.md", "build/b.md")
    (tmp_path / ".gitignore").write_text("*.md\n")
    assert files(tmp_path) == ()
    assert files(tmp_path, "a.md", "build/b.md") == ("a.md", "build/b.md")
    assert files(tmp_path, "a.md", settings=EVERY._replace(force_exclude=True)) == ("a.md",)


def test_excluded_paths_are_left_out_and_counted(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "old/b.md", "old/keep/c.md", "x/old.md", "node_modules/p/README.md")
    found = find(["."], Settings(extend_exclude=("old/", "!old/keep/")), str(tmp_path))
    assert found.files == ("a.md", "x/old.md")
    assert found.left_out == (("excluded", 2),)


def test_excluded_documents_may_be_named_unless_it_is_forced(tmp_path: Path) -> None:
    write(tmp_path, "old/a.md", "b.md")
    settings = Settings(exclude=("old",))
    assert files(tmp_path, "old/a.md", settings=settings) == ("old/a.md",)
    assert files(tmp_path, "old", settings=settings) == ("old/a.md",)
    forced = find(["old/a.md", "old", "b.md"], settings._replace(force_exclude=True), str(tmp_path))
    assert forced.files == ("b.md",)
    assert forced.left_out == (("excluded", 2),)


def test_globs_start_from_the_folder_of_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "docs/old/a.md", "docs/b.md", "docs/x.page")
    monkeypatch.chdir(tmp_path / "docs")
    settings = Settings(
        root="..", exclude=("/docs/old",), include=("*.md", "docs/*.page"), formats=(("/docs/*.page", "rst"),)
    )
    assert files(tmp_path / "docs", settings=settings) == ("b.md", "x.page")
    assert files(tmp_path / "docs", "..", settings=settings) == ("b.md", "x.page")
    assert format_of("docs/x.page", settings._replace(root=".")) == "rst"


def test_include_says_which_documents_are_looked_for(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "A.TXT", "in/b.md", "c.rst")
    assert files(tmp_path, settings=Settings(include=("*.txt", "in"))) == ("A.TXT", "in/b.md")
    assert files(tmp_path, settings=Settings(include=("*", "!*.md"))) == ("A.TXT", "c.rst")
    assert files(tmp_path, "in", settings=Settings(include=("in",))) == ("in/b.md",)


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("d/a.mdx", "markdown"), ("a.htm", "html"), ("a.rst", "rst"),
     ("a.txt", "text"), ("a.py", None), ("README", None), (".md", None), ("md/x", None), ("a.md/", None)],
)  # fmt: skip
def test_the_ending_tells_the_format(path: str, format: str | None) -> None:
    assert format_of(path, Settings()) == format


def test_settings_tell_the_format_before_the_ending_does() -> None:
    settings = Settings(formats=(("*.md", "text"), ("posts/*.md", "rst")))
    assert format_of("a.md", settings) == "text"
    assert format_of("posts/a.MD", settings) == "rst"


# --- links and what is no file


@POSIX_ONLY
def test_links_inside_the_tree_give_each_document_once(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "real/a.md")
    (tmp_path / "b.md").symlink_to("real/a.md")
    (tmp_path / "linked").symlink_to("real")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "nothing.md").symlink_to("missing.md")
    found = find(["."], EVERY, str(tmp_path))
    assert found.files == ("real/a.md",)
    assert dict(found.left_out) == {"link": 4}
    assert files(tmp_path, "b.md") == ("b.md",)
    assert files(tmp_path, "linked") == ("linked/a.md",)


@POSIX_ONLY
@pytest.mark.parametrize("is_repository", [True, False])
def test_no_link_leads_out_of_the_tree(is_repository: bool, tmp_path: Path) -> None:
    write(tmp_path, "secret.md", "other/b.md", "inner/a.md")
    inner = tmp_path / "inner"
    if is_repository:
        git(inner, "init", "-q")
    (inner / "out.md").symlink_to("../secret.md")
    (inner / "outside").symlink_to("../other")
    assert files(inner) == ("a.md",)
    named = find(["out.md", "outside", "outside/b.md"], EVERY, str(inner))
    if is_repository:
        assert named.files == ()
        assert {refused.path for refused in named.refused} == {"out.md", "outside", "outside/b.md"}
        assert {refused.detail for refused in named.refused} == {"it is a link that leads out of the repository"}
    else:  # nobody's tree: whoever names a link means it
        assert len(named.files) == 2


@POSIX_ONLY
def test_no_link_shows_the_insides_of_git_or_what_is_no_document(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, ".env", ".git/x.md")
    for name, target in (("a.md", ".git/config"), ("b.md", ".git/x.md"), ("c.md", ".env")):
        (tmp_path / name).symlink_to(target)
    assert find(["."], EVERY, str(tmp_path)).files == ()
    named = find(["a.md", "b.md", "c.md"], EVERY, str(tmp_path))
    assert named.files == ()
    assert [refused.problem for refused in named.refused] == ["not-regular"] * 3


@POSIX_ONLY
def test_pipes_and_links_to_devices_are_no_documents(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    assert find(["."], EVERY, str(tmp_path)) == Found((), (("link", 1), ("not-regular", 1)))
    named = find(["pipe.md", "zero.md"], EVERY, str(tmp_path))
    assert [(refused.path, refused.problem) for refused in named.refused] == [
        ("pipe.md", "not-regular"),
        ("zero.md", "not-regular"),
    ]


@POSIX_ONLY
def test_a_link_to_nothing_that_is_named_is_refused_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("missing.md")
    assert find(["a.md"], EVERY, str(tmp_path)).refused == (Refused("a.md", "missing", "it is a link to nothing"),)


@POSIX_ONLY
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read_is_counted_or_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "closed/b.md")
    (tmp_path / "closed").chmod(0)
    try:
        assert find(["."], EVERY, str(tmp_path)) == Found(("a.md",), (("unreadable", 1),))
        assert find(["closed"], EVERY, str(tmp_path)).refused[0].problem == "unreadable"
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_submodules_and_other_clones_are_not_this_repositorys(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "a.md", "other/b.md", "third/in/c.md")
    git(tmp_path / "other", "init", "-q")
    (tmp_path / "third/.git").write_text("gitdir: ../.git/modules/third\n")
    found = find(["."], EVERY, str(tmp_path))
    assert found == Found(("a.md",), (("repository", 2),))
    assert files(tmp_path, "other") == ("other/b.md",)


def test_a_folder_of_many_levels_is_walked(tmp_path: Path) -> None:
    folders = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1_201)]  # beyond Python's limit of calls
    deepest = Path(folders[-1])
    try:
        for folder in folders:
            Path(folder).mkdir()
        (deepest / "a.md").write_text("x")
        assert files(tmp_path) == ("d/" * 1_200 + "a.md",)
    finally:
        (deepest / "a.md").unlink(missing_ok=True)
        for folder in reversed(folders):  # shutil.rmtree calls itself for each level
            Path(folder).rmdir()


def test_ignore_lists_with_too_many_wildcards_in_all_stop_the_run(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for number in range(12):
        write(tmp_path, f"{number:02}/a.md")
        (tmp_path / f"{number:02}/.gitignore").write_text("".join(f"a*{line}{'b' * 900}\n" for line in range(30)))
    with pytest.raises(UserError, match="one of too many ignore lists"):
        files(tmp_path)


NAMES = st.sampled_from(["a.md", "b.md", "c.txt", "d", "e", "é.md"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


@checked(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paths=st.lists(PATHS, max_size=6), ignored=st.lists(NAMES, max_size=2))
def test_a_walk_finds_what_git_would_add(tmp_path: Path, paths: list[str], ignored: list[str]) -> None:
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    git(tmp_path, "init", "-q")
    for path in paths:
        full = tmp_path / path
        if not any(parent.is_file() for parent in full.parents) and not full.exists():
            write(tmp_path, path)
    (tmp_path / ".gitignore").write_text("\n".join(ignored))
    listed = git(tmp_path, "ls-files", "-o", "--exclude-standard", "-z").split("\0")
    assert list(files(tmp_path)) == sorted(path for path in listed if path.endswith((".md", ".txt")))

"""Which path lies in which folder."""

import pytest

from provlint.text.paths import is_inside


@pytest.mark.parametrize(
    ("path", "folder", "inside"),
    [
        ("/notes", "/notes", True),
        ("/notes/a.md", "/notes", True),
        ("/notes/a.md", "/notes/", True),
        ("/notes-2/a.md", "/notes", False),
        ("/not", "/notes", False),
        ("/a.md", "/", True),
        ("/", "/notes", False),
        ("/Notes/a.md", "/notes", False),
    ],
)
def test_a_path_is_in_a_folder_by_whole_names(path: str, folder: str, inside: bool) -> None:
    assert is_inside(path, folder) is inside

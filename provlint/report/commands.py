"""What keeps a build machine from obeying a document: its log is read for commands, ours included."""

from provlint.text.visible import visible


def inert(text: str) -> str:
    """Finished output without "##[command]", which GitHub's runner obeys wherever in a line it stands.

    The bracket that takes the other's place is as wide, so that markers stay under their words.
    """
    return text.replace("##[", "##⁅")


def shown_path(path: str) -> str:
    """A path that may begin a line: no control character, and no "::command", before which the runner skips spaces."""
    path = visible(path)
    return f"./{path}" if path.lstrip().startswith("::") else path

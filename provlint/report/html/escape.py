"""Text of documents → what may stand in the page's own markup."""

from html import escape

from provlint.text.visible import visible


def shown(text: str) -> str:
    """The text escaped, control characters spelt out; "##[", which build machines obey, is written with an entity."""
    return escape(visible(text), quote=True).replace("##[", "#&#35;[")

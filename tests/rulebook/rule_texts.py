"""Two small rules as a newsroom might write them, and a way to spoil one key at a time."""

from pathlib import Path

WIKI_LINK = """
id       = "DESK101"
name     = "wiki-link"
on       = "link"
severity = "error"
message  = "{url} is a page of {host}, which readers cannot open"
when     = 'host in hosts or ends_with(host, ".desk.test")'
why      = "Readers outside the office cannot check it."
remedy   = "Cite what the wiki page itself rests on."

[options]
hosts = ["wiki.desk.test", "pad.desk.test"]

[[bad]]
text = "See [the notes](https://wiki.desk.test/notes)."
at   = "https://wiki.desk.test/notes"

[[good]]
text = "See [the paper](https://journal.test/paper)."
"""

SHORT_NOTE = """
id         = "DESK200"
name       = "short-note"
on         = "document"
confidence = "low"
default    = false
message    = "{title} has {word_count} words"
when       = 'title != "" and word_count < least_words'
was        = ["thin-note"]

[options]
least_words = 40
"""

SHIPPED = """
id         = "PL190"
name       = "wiki-link"
on         = "link"
needs      = "text"
severity   = "warning"
confidence = "high"
default    = true
since      = "0.1"
message    = "{url} is a wiki page"
when       = 'starts_with(host, "wiki.")'
why        = "A wiki changes."
remedy     = "Cite a version with its date."

[fix]
field = "url"
by    = "canonical"
safe  = true

[[bad]]
hex = "ff"

[[good]]
text = "See https://journal.test/paper."
"""


def write_rules(folder: Path, **texts: str) -> Path:
    """Write each text to `folder`/NAME.toml, underscores in NAME as hyphens; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(text, "utf-8")
    return folder


def with_line(text: str, key: str, line: str) -> str:
    """The rule with the line of one of its keys replaced; the key must be there exactly once."""
    lines = text.split("\n")
    (index,) = [index for index, old in enumerate(lines) if old.split("=")[0].strip() == key]
    return "\n".join([*lines[:index], line, *lines[index + 1 :]])

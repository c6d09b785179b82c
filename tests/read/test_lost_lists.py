"""Lists of related pages without addresses, as a pasted page leaves them in Markdown."""

import pytest

from provlint.read.reader import read_text

TITLES = ("Who pays for the ferry?", "The mud under the harbour", "Five questions for the mayor")


def held(text: str) -> list[tuple[str, list[str]]]:
    """Each list of links: its text, and the words of the blocks it holds."""
    document = read_text(text, "markdown", "a.md")
    return [
        (document.source[block.start : block.end], [one.plain for one in document.blocks if one.parent == number])
        for number, block in enumerate(document.blocks)
        if block.kind == "link-list"
    ]


@pytest.mark.parametrize("heading", ["Related posts:", "## See also", "**You might also like**", "### Read more"])
@pytest.mark.parametrize("form", ["{}\n\n", "- {}\n"])
def test_titles_under_a_heading_of_links_are_one_list(heading: str, form: str) -> None:
    body = "".join(form.format(title) for title in TITLES)
    ((text, words),) = held(f"The ferry stops in May.\n\n{heading}\n\n{body}")
    assert (text.strip(), words) == (body.strip().removeprefix("- "), [*TITLES])


@pytest.mark.parametrize(
    "text",
    [
        "## Resources\n\n- Three laptops for the class\n- A projector and a screen\n- Paper for all the pupils\n",
        "## Related posts\n\n- [The mud](https://harbour.co.uk/)\n- Who pays for it?\n- Five questions for her\n",
        "## Related posts\n\n- The mud https://harbour.co.uk/\n- Who pays for it?\n- Five questions for her\n",
        "## See also\n\n- Harbour\n- Ferry\n- Pier\n",
        "Read more\n\nWho pays for it\n\nWho made the mud\n\nWho asked the mayor\n\nNobody knows, nobody was asked.\n",
    ],
)
def test_lists_of_things_and_lists_with_an_address_are_left_alone(text: str) -> None:
    assert held(text) == []


def test_what_stands_behind_keeps_its_place() -> None:
    body = "\n\n".join(TITLES)
    text = f"> First.\n\nSee also\n\n{body}\n\n# Next\n\n> Quoted words.\n\nRead more\n\n{body}\n"
    document = read_text(text, "markdown", "a.md")
    assert len(held(text)) == 2
    parents = {block.plain: document.blocks[block.parent].kind for block in document.blocks if block.parent >= 0}
    assert parents == {"First.": "quote", "Quoted words.": "quote", **dict.fromkeys(TITLES, "link-list")}

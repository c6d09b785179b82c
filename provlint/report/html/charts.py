"""Counts → bar charts as SVG that stands in a page: pygal draws, and what it draws is stripped to shapes and words.

What pygal adds beside them – styles, a script, the day – would need its own leave in the page's security policy and
would differ from day to day; colours come from the page's style sheet.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from provlint.report.html.escape import shown

_MOST = 12  # bars
_ROW = 26  # pixels a bar
_WIDTH = 520
_LONGEST = 34  # characters of a label
_KEPT: Mapping[str, tuple[str, ...]] = {
    "svg": ("viewBox",),
    "g": ("class", "transform"),
    "path": ("class", "d"),
    "rect": ("class", "x", "y", "width", "height", "rx", "ry"),
    "text": ("class", "x", "y", "text-anchor"),
}
_MARGIN = 4  # pixels around the bars
_CHARACTERS = 8.0  # pixels a character of a label


class Chart(NamedTuple):
    """A chart: its heading and its bars, the longest first; those that do not fit stand in its table only."""

    title: str
    bars: tuple[tuple[str, int], ...]
    filter: str = ""  # the filter of findings that a bar's name is a value of


def chart(title: str, counts: Iterable[tuple[str, int]], filter: str = "") -> Chart:
    """The chart of some counts, the largest first, equal ones by name."""
    bars = sorted((row for row in counts if row[1]), key=lambda row: (-row[1], row[0]))
    return Chart(title, tuple(bars), filter)


def figure(drawn: Chart, number: int) -> str:
    """The chart as a figure, with its numbers as a table for whoever does not see it; "" without a bar."""
    if not drawn.bars:
        return ""
    rows = "".join(map(_row, drawn.bars))
    title = shown(drawn.title)
    leads = f' data-filter="{drawn.filter}"' if drawn.filter else ""
    return (
        f'<figure aria-labelledby="chart-{number}"{leads}>'
        f'<figcaption id="chart-{number}">{title}</figcaption>{svg(drawn.bars[:_MOST])}'
        f"<details><summary>{_summary(drawn)}</summary><table><caption>{title}</caption>"
        f"<tbody>{rows}</tbody></table></details></figure>"
    )


def _summary(drawn: Chart) -> str:
    more = len(drawn.bars) - _MOST
    return f"The numbers, with {more:,} more" if more > 0 else "The numbers"


def _row(bar: tuple[str, int]) -> str:
    name, count = bar
    name = shown(name)
    return f'<tr><th scope="row" data-value="{name}">{name}</th><td class="number">{count:,}</td></tr>'


def svg(bars: Sequence[tuple[str, int]]) -> str:
    """Horizontal bars, the first on top."""
    import pygal

    labels = [name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…" for name, _ in reversed(bars)]
    margin = int(max(map(len, labels)) * _CHARACTERS) + 10
    drawing = pygal.HorizontalBar(
        width=_WIDTH,
        height=_ROW * len(bars) + 2 * _MARGIN,
        margin=_MARGIN,
        margin_left=margin,
        margin_right=56,
        show_legend=False,
        show_y_labels=False,
        show_x_labels=False,
        show_x_guides=False,
        show_y_guides=False,
        print_values=True,
        print_values_position="top",
        formatter="{:,.0f}".format,
        spacing=0,
        no_prefix=True,
        js=[],
        css=[],
    )
    drawing.add("", [count for _, count in reversed(bars)])
    tree = drawing.render_tree()
    middles = [
        float(bar.get("y")) + float(bar.get("height")) / 2 for bar in tree.iter() if "rect " in (bar.get("class") or "")
    ]
    # The names are placed by us: pygal measures them with a font of its own.
    names = "".join(
        f'<text class="name" x="{margin - 6}" y="{_MARGIN + middle + 4:.1f}">{shown(label)}</text>'
        for label, middle in zip(labels, middles, strict=True)
    )
    return _stripped(tree).removesuffix("</svg>") + names + "</svg>"


def _stripped(element: Any) -> str:
    """An element of pygal's tree as markup, with nothing but shapes, words and classes."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if name not in _KEPT or "tooltip" in (element.get("class") or "").split():
        return ""
    kept = "".join(f' {key}="{shown(element.get(key))}"' for key in _KEPT[name] if element.get(key) is not None)
    held = shown((element.text or "").strip()) if name == "text" else "".join(map(_stripped, element))
    more = ' role="img" aria-hidden="true" focusable="false"' if name == "svg" else ""
    return f"<{name}{kept}{more}>{held}</{name}>"

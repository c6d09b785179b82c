"""Hostile reStructuredText: each row is doubled, and reading must not take more than two and a half times as long."""

from collections.abc import Callable
from time import process_time

from provlint.read import rst

Row = Callable[[int], str]


def _stairs(size: int) -> list[int]:
    return list(range(int((2 * size) ** 0.5)))


def _grid(size: int) -> str:
    side = int(size**0.5)
    return ("+-" * side + "+\n" + "| " * side + "|\n") * side + "+-" * side + "+"


ROWS: dict[str, Row] = {
    "backticks": lambda size: "`" * size,
    "asterisks": lambda size: "*" * size,
    "unclosed emphasis": lambda size: "*a " * size,
    "unclosed phrases": lambda size: "`a " * size,
    "unclosed literals": lambda size: "``a " * size,
    "unclosed substitutions": lambda size: "|a " * size,
    "emphasis before letters": lambda size: " *é*é" * size,
    "unclosed angles": lambda size: "`a <" * size + ">`_",
    "one long name": lambda size: "a-" * size + "_",
    "one long role": lambda size: ":a" * size + ":`x`",
    "open brackets": lambda size: "[" * size,
    "footnote marks": lambda size: "[1]_ " * size,
    "undefined names": lambda size: "a_ " * size,
    "anonymous names": lambda size: "a__ " * size + "\n\n" + "__ b\n" * size,
    "backslashes": lambda size: "\\" * size,
    "NUL": lambda size: "\0" * size,
    "tabs": lambda size: "\t" * size + "a",
    "CR": lambda size: "a\r" * size,
    "bullets in bullets": lambda size: "- " * size + "a",
    "empty bullets": lambda size: "-\n" * size,
    "stairs down": lambda size: "\n\n".join(" " * depth + "a" for depth in _stairs(size)),
    "stairs up": lambda size: "\n\n".join(" " * depth + "a" for depth in reversed(_stairs(size))),
    "saw of indents": lambda size: "\n\n".join(" " * (line % 50) + "a" for line in range(size // 25)),
    "saw of definitions": lambda size: "\n".join(" " * (line % 40) + "a" for line in range(size // 20)),
    "notes in notes": lambda size: ".. note:: " * size + "a",
    "footnotes in footnotes": lambda size: ".. [1] " * size + "a",
    "directives": lambda size: ".. a::\n" * size,
    "options": lambda size: ".. image:: a\n" + "   :b: c\n" * size,
    "internal targets": lambda size: ".. _a:\n" * size,
    "chained targets": lambda size: "".join(f".. _a{n}: a{n + 1}_\n" for n in range(size // 10)) + "\na0_",
    "comments": lambda size: "..\n" * size,
    "unclosed targets": lambda size: ".. _`a" * size,
    "unclosed definitions": lambda size: ".. |" * size,
    "fields": lambda size: "a\n\n" + ":a:\n" * size,
    "options of commands": lambda size: "-a, " * size,
    "items": lambda size: "1. a\n" * size,
    "simple borders": lambda size: "== ==\na\n" * size,
    "simple rows": lambda size: "== ==\n" + "a  b\n" * size + "== ==\n",
    "grid borders": lambda size: "+---+\n" * size,
    "grid rows": lambda size: "+---+\n|   |\n" * size,
    "grid": _grid,
    "titles": lambda size: "a\n=\n" * size,
    "overlines": lambda size: "====\n" * size,
    "literal blocks": lambda size: "a::\n\n" * size,
    "attributions": lambda size: " a\n\n -- b\n\n" * size,
    "raw tags": lambda size: ".. raw:: html\n\n" + "   <a \n" * size,
}


def slowest_growth(size: int = 20_000) -> tuple[float, str, float, str]:
    """The worst ratio of a doubling and its row, the most seconds for a million characters and their row."""
    worst, worst_row, slowest, slowest_row = 0.0, "", 0.0, ""
    for name, row in ROWS.items():
        texts = [row(size * factor) for factor in (1, 2, 4)]
        times = [_best(text) for text in texts]
        ratio = max(times[1] / times[0], times[2] / times[1])
        # Below a few milliseconds the clock says nothing.
        if times[2] > 0.02 and ratio > 2.5:
            times = [_best(text, rounds=7) for text in texts]
            ratio = max(times[1] / times[0], times[2] / times[1])
        if times[2] > 0.02 and ratio > worst:
            worst, worst_row = ratio, name
        if (cost := times[2] / len(texts[2]) * 1e6) > slowest:
            slowest, slowest_row = cost, name
    return worst, worst_row, slowest, slowest_row


def _best(text: str, rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        started = process_time()
        rst.read(text, "hostile.rst")
        times.append(process_time() - started)
    return min(times)

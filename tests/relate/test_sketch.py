"""What a document shows to the others: small, the same in every process, its own quotations left out of its prose."""

import pickle
import subprocess
import sys

from provlint.extract.document import extract
from provlint.read.reader import read_text
from provlint.relate.sketch import Sketch, sketch
from provlint.tables.tables import open_tables

TEXT = "The keepers remember everything.\n\n“The harbour receives nineteen enormous freighters every summer,” said Mara Lindqvist.\n"
PROGRAM = f"""
from provlint.extract.document import extract
from provlint.read.reader import read_text
from provlint.relate.sketch import sketch
from provlint.tables.tables import open_tables
document = read_text({TEXT!r}, "markdown", "a.md")
print(sketch(document, extract(document, open_tables(()))))
"""


def sketched(source: str) -> Sketch:
    document = read_text(source, "markdown", "a.md")
    return sketch(document, extract(document, open_tables(())))


def test_every_process_gives_the_same_sketch() -> None:
    seeds = ("0", "1")
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in seeds
    }
    assert told == {f"{sketched(TEXT)}\n"}


def test_a_quotation_is_no_prose_of_its_document() -> None:
    quoted = sketched(TEXT)
    assert len(quoted.quotations) == 1
    plain = sketched(TEXT.replace("“", "").replace("”", ""))
    assert len(plain.prose) > len(quoted.prose)


def test_short_quotations_and_names_are_left_out() -> None:
    assert not sketched("“The harbour is closed,” said Mara Lindqvist. Her book is “The Boats”.").quotations


def test_the_sketch_is_a_small_part_of_the_document() -> None:
    text = " ".join(f"The keeper of lock {number} remembers the summer in which nobody came." for number in range(2000))
    assert len(pickle.dumps(sketched(text))) < len(text) / 4

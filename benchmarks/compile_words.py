"""Renew rules/tables/english-words.tsv: the words of English, the common ones first.

    python -m benchmarks.compile_words --data DIR

DIR holds `frequency_dictionary_en_82_765.txt` as the wheel of symspellpy carries it (MIT): words that stand both in
Google's n-grams and in the spelling lists of SCOWL, each with its count.
"""

import argparse
from pathlib import Path

from benchmarks import datasets

TABLE = Path(__file__).parent.parent / "rules" / "tables" / "english-words.tsv"
SOURCE = "frequency_dictionary_en_82_765.txt"
NOTICE = """\
# English words: the 20,000 commonest, sorted, then the rest, sorted. From the frequency dictionary of SymSpell as
# symspellpy 6.10.1 carries it, MIT License: Copyright (c) 2025 mmb L (https://github.com/mammothb/symspellpy),
# Copyright (c) 2021 Wolf Garbe (https://github.com/wolfgarbe/SymSpell). It intersects the Google Books n-grams
# (CC BY 3.0) with SCOWL (Copyright 2000-2018 Kevin Atkinson, free to copy with this notice).
word
"""
COMMON = 20_000
BETWEEN = "# the rest"
_LETTERS_ALONE = frozenset("ai")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, action="append", required=True, help="folder that holds the dictionary")
    path = datasets.named(parser.parse_args().data, SOURCE)
    if path is None:
        parser.error(f"no {SOURCE} in the folders given")
    rows = [line.split() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    counted = sorted(((-int(count), word) for word, count in rows if is_word(word)))
    words = [word for _, word in counted]
    ordered = [*sorted(words[:COMMON]), BETWEEN, *sorted(words[COMMON:])]
    TABLE.write_text(NOTICE + "".join(f"{word}\n" for word in ordered), encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {len(counted):,} words")


def is_word(word: str) -> bool:
    return word.isascii() and word.isalpha() and (len(word) > 1 or word in _LETTERS_ALONE)


if __name__ == "__main__":
    main()

"""Quotations and their speakers on labelled text, beside a regular expression of thirty lines.

    python -m benchmarks.quotes --data DIR

DIR holds `*.jsonl` or `*.jsonl.gz` with one document a line, its keys id, text, quotes (each with start, end, kind and
speaker_text), and a `score.py` with `load` and `score` that judges predictions of that form. Without them the run is a
counted skip.
"""

import argparse
import gzip
import importlib.util
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from provlint.extract.quotations.find import QuotationFinder
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables

Predictions = list[dict[str, Any]]
_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "you", "who", "that", "which", "his", "her", "their"))
_ROUNDS = 3

# The baseline: marks by pairs, the nearest verb of saying on either side, the name beside it.
_QUOTE = re.compile(r"[“\"]([^“”\"]{2,2000}?)[”\"]|''([^']{2,2000}?)''")
_VERB = (
    r"(?:said|says|told|asked|added|wrote|writes|called|calls|tweeted|replied|explained|noted|argued|continued"
    r"|insisted)"
)
_NAME = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}|he|she|they|I|we|the [a-z]+(?: [a-z]+)?)"
_AFTER = re.compile(rf"[\s,]{{0,3}}(?:{_VERB}\s+({_NAME})|({_NAME})(?:, [^,.]{{2,60}},)?\s+{_VERB})\b")
_BEFORE = re.compile(rf"({_NAME})(?:, [^,.]{{2,60}},)?\s+(?:has |had |also )?{_VERB}\b[^.“”\"]{{0,80}}$")


def baseline(text: str) -> Predictions:
    found: Predictions = []
    speaker = ""
    end = 0
    for quote in _QUOTE.finditer(text):
        after = _AFTER.match(text, quote.end(), quote.end() + 120)
        before = _BEFORE.search(text[max(end, quote.start() - 160) : quote.start()])
        between = text[end : quote.start()]
        if after:
            speaker = after[1] or after[2]
        elif before:
            speaker = before[1]
        elif "\n\n" in between or len(between) > 200:
            speaker = ""
        group = 1 if quote[1] is not None else 2
        found.append({"start": quote.start(group), "end": quote.end(group), "speaker_text": speaker or None})
        end = quote.end()
    return found


def ours() -> Callable[[str], Predictions]:
    finder = QuotationFinder(open_tables(()))

    def predict(text: str) -> Predictions:
        found = finder.quotations(read_text(text, "text", "a.txt"))
        return [
            {"start": one.start, "end": one.end, "speaker_text": one.speaker.text if one.speaker else None}
            for one in found
            if one.kind in ("direct", "partial")
        ]

    return predict


def documents(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def speed(predict: Callable[[str], Predictions], texts: list[str]) -> float:
    """Megabytes of text a CPU second, the best of a few rounds; ours without the reader's share."""
    best = 0.0
    size = sum(len(text.encode()) for text in texts) / 1e6
    for _ in range(_ROUNDS):
        start = time.process_time()
        for text in texts:
            predict(text)
        best = max(best, size / max(1e-9, time.process_time() - start))
    return best


def stage_speed(texts: list[str]) -> float:
    finder = QuotationFinder(open_tables(()))
    read = [read_text(text, "text", "a.txt") for text in texts]
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = 0.0
    for _ in range(_ROUNDS):
        start = time.process_time()
        for document in read:
            finder.quotations(document)
        best = max(best, size / max(1e-9, time.process_time() - start))
    return best


def forms(gold: list[dict[str, Any]]) -> dict[tuple[str, int], set[str]]:
    """Each labelled quotation (document, start) → the forms it has."""
    told: dict[tuple[str, int], set[str]] = {}
    for document in gold:
        text, last = document["text"], None
        for quote in sorted(document["quotes"], key=lambda one: one["start"]):
            if quote["kind"] == "indirect":
                continue
            names = {"partial"} if quote["kind"] == "mixed" else {"direct"}
            if (quote.get("speaker_text") or "").lower() in _PRONOUNS:
                names.add("pronoun")
            if last and quote.get("speaker_start") == last.get("speaker_start") and quote.get("speaker_text"):
                crosses = "\n" in text[last["end"] : quote["start"]]
                names.add("continued" if crosses else "interrupted")
            told[document["id"], quote["start"]] = names
            last = quote
    return told


def shares(score: ModuleType, gold: list[dict[str, Any]], predicted: dict[str, Predictions]) -> list[str]:
    found, right = Counter[str](), Counter[str]()
    told = forms(gold)
    total = Counter(name for names in told.values() for name in names)
    for document in gold:
        text = document["text"]
        spans = [(score.norm(text, one["start"], one["end"]), one) for one in predicted[document["id"]]]
        for quote in document["quotes"]:
            for name in told.get((document["id"], quote["start"]), ()):
                place = score.norm(text, quote["start"], quote["end"])
                match = next((one for span, one in spans if score.iou(place, span) >= 0.8), None)
                found[name] += match is not None
                right[name] += bool(match and score.head_match(quote.get("speaker_text") or "", match["speaker_text"]))
    return [
        f"  {name:12} {count:5}  found {found[name] / count:.3f}  speaker too {right[name] / count:.3f}"
        for name, count in sorted(total.items())
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Quotations and their speakers on labelled text.")
    parser.add_argument("--data", type=Path, required=True, help="folder with labelled documents and their score.py")
    folder = parser.parse_args().data
    sets = sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")])
    if not sets or not (folder / "score.py").exists():
        print(f"1 skipped: no labelled documents with a score.py in {folder}")
        return 0
    score = scorer(folder)
    predictors = {"provlint": ours(), "regex": baseline}
    for path in sets:
        gold = documents(path)
        texts = [document["text"] for document in gold]
        print(f"{path.name.split('.')[0]}: {len(gold)} documents")
        for name, predict in predictors.items():
            predicted = {document["id"]: predict(document["text"]) for document in gold}
            result = score.score(gold, predicted, attributed=True)
            joint, span = result["joint_head"], result["span_overlap"]
            rate = stage_speed(texts) if name == "provlint" else speed(predict, texts)
            print(
                f"  {name:10} joint P {joint['P']:.3f} R {joint['R']:.3f} F1 {joint['F1']:.3f}"
                f"   span P {span['P']:.3f} R {span['R']:.3f}   {rate:.1f} MB/s"
            )
            if name == "provlint":
                print("\n".join(shares(score, gold, predicted)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What knows English only is silent in other languages, and says so once."""

from pathlib import Path

import pytest

from provlint.extract.languages import other_language
from provlint.run.check import check
from provlint.settings.load import load

GERMAN = (
    "Der Hafen wurde im Jahr 2019 für 40 Millionen Euro gebaut, und die Mauer ist seit dem Sturm von 2021 nicht mehr "
    "zu sehen. Die Stadt hat das Geld für eine neue Mauer bis heute nicht, und der Rat wird es auch nicht bekommen."
)
FRENCH = (
    "Le port a été construit en 2019 pour 40 millions, et le mur de la ville est dans la mer depuis une tempête que "
    "les habitants ne veulent pas oublier."
)
ENGLISH = (
    "The harbour was built in 2019 for 40 million pounds, and the wall has not been seen since the storm of 2021. The "
    "town does not have the money for a new one, and the council will not be given it."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, ""),
        (FRENCH, "fr"),
        ("Гавань была построена в 2019 году, и стены больше нет.", "other"),
        ("Guten Tag.", ""),
        (ENGLISH + ' "' + GERMAN[:90] + '"', ""),
        ("Ann Pike, Bo Lund, Cy Orr, Dora Vane, Ed Wye, Flo Ames, Gil Bray, Hal Cole, Ida Dunn, Jo East, Kit Ford", ""),
        ("", ""),
    ],
)
def test_the_language_of_prose(text: str, language: str) -> None:
    assert other_language(text) == language


def test_a_run_says_once_where_it_was_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("de1.md", GERMAN), ("de2.md", GERMAN), ("en.md", ENGLISH)):
        Path(name).write_text(text)
    report = check((".",), load((".",), overrides={"select": ("PL5",)}), today="2026-01-01").report
    assert [note for note in report.notes if "not in English" in note] == [
        "2 documents are not in English (de1.md, de2.md); what looks for claims and for vague phrases was silent there."
    ]
    assert {finding.path for finding in report.findings} <= {"en.md"}

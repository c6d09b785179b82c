"""The simulated web, row by row: every situation gets a word that is right for it."""

from collections.abc import Iterator

import pytest

from provlint.model.answers import Answer
from tests.web_sim.asking import judged
from tests.web_sim.cases import Case
from tests.web_sim.web import CASES, Web, running


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    with running(tmp_path_factory.mktemp("sim")) as web:
        yield web


@pytest.fixture(scope="module")
def answers(web: Web) -> dict[str, Answer]:
    return judged([web.address(case) for case in CASES], web.options())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_situation_gets_a_right_word(case: Case, web: Web, answers: dict[str, Answer]) -> None:
    answer = answers[web.address(case)]
    assert answer.verdict in case.right, answer

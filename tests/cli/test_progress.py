"""The line that moves while addresses are asked."""

import pytest

from provlint.cli.progress import line, words
from provlint.model.web_options import Progress

STATE = Progress(done=1_204, total=20_961, hosts_done=311, hosts=4_015, rate=38.0, left=520.0)


@pytest.mark.parametrize("columns", [79, 90, 99, 119, 200])
def test_the_time_left_is_seen_where_a_terminal_has_room_for_the_words(columns: int) -> None:
    assert line(STATE, columns).endswith(words(STATE))
    assert len(line(STATE, columns)) <= columns


def test_a_bar_stands_before_the_words_where_there_is_room() -> None:
    assert line(STATE, 79)[0] == "a"
    assert line(STATE, 119)[0] == "━"


def test_a_narrow_terminal_gets_one_line() -> None:
    assert len(line(STATE, 19)) == 19

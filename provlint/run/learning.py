"""Between the two looks at the documents: what they lack is asked of the store and the web."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.settings import Settings
from provlint.run.outcome import Outcome
from provlint.run.wishes import Missing

if TYPE_CHECKING:
    from provlint.model.online import Online
    from provlint.model.web_options import OnProgress
    from provlint.run.online import Session
    from provlint.run.web_view import Answers


class Learning(NamedTuple):
    """What a run has learnt of the web between its two looks at the documents."""

    answers: "Answers | None" = None
    notes: tuple[str, ...] = ()
    recording: str = ""
    no_network: bool = False
    interrupted: bool = False


def open_session(
    settings: Settings, online: "Online | None", paths: Sequence[str], today: str
) -> "tuple[Session | None, tuple[str, ...]]":
    """The session of a run that may ask the web, None for one that may not; and notes for its report."""
    if online is None:
        return None, ()
    from provlint.run.online import begin  # which a run that asks nobody does not import

    return begin(settings, online, paths, today)


def learn(session: "Session", results: Iterable[Outcome], progress: "OnProgress | None") -> Learning:
    """What the store and the web say of all that the documents lack."""
    return learn_missing(session, {wish for outcome in results for wish in outcome.missing}, progress)


def learn_missing(session: "Session", wishes: Iterable[Missing], progress: "OnProgress | None") -> Learning:
    """What the store and the web say of what is missing."""
    missing = sorted(set(wishes))
    if not missing and not session.online.record:
        return Learning()
    from provlint.run.online import recording

    learnt, problem = session.learn(missing, progress)
    notes = [f"{problem[:1].upper()}{problem[1:]}."] * bool(problem)
    if learnt.no_network:
        notes.append("There seems to be no network: no address could be reached.")
    if learnt.interrupted:
        notes.append("The run was stopped: what had not answered by then is unchecked.")
    text = recording(learnt, session) if session.online.record else ""
    return Learning(learnt.answers, tuple(notes), text, learnt.no_network, learnt.interrupted)

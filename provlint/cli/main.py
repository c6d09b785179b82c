"""The command line's one way in and one way out: every failure becomes one sentence and an exit code.

Nothing is imported above that the interpreter has not loaded: Ctrl-C is answered from here on, while imports run, too.
"""

import errno
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EIO)  # the machine's trouble, not a mistake
_FINDINGS, _USER, _OURS, _INTERRUPTED = 1, 2, 3, 130


def main() -> "NoReturn":
    """Run the command line in `sys.argv` and leave the process with its exit code (see docs/architecture.md)."""
    # A run makes millions of small tuples and no cycles that grow with the documents: to look for some only costs time.
    gc.disable()
    _open_streams()
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has left
        _close_output()
        code = _FINDINGS
    except OSError as error:  # the disk that our output goes to is full
        _close_output()
        code = _refuse(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
    except KeyboardInterrupt:
        opening = "\n" if sys.stderr.isatty() else ""  # the terminal has just shown ^C
        print(f"{opening}provlint: interrupted", file=sys.stderr)
        code = _INTERRUPTED
    gc.freeze()  # or the interpreter would look for cycles after all, before it leaves
    sys.exit(code)


def _open_streams() -> None:
    """Give a process that was started without a stream an empty one: the next file opened would take its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 it lasts as long as the process


def _close_output() -> None:
    """Nothing more can be said on standard output, and the interpreter must not try to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _run() -> int:
    import click

    from provlint.cli.group import group
    from provlint.errors import UserError

    try:
        code = group.main(prog_name="provlint", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except UserError as error:
        return _refuse(str(error))
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return _USER
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise
        return _admit()
    except Exception:
        return _admit()


def _refuse(sentence: str) -> int:
    from provlint.text.visible import visible

    print(f"provlint: {visible(sentence)}", file=sys.stderr)
    return _USER


def _admit() -> int:
    """A bug of ours: the traceback, with any secret of an address masked, and where to report it."""
    import traceback

    from provlint.text.masking import mask_text

    print(mask_text(traceback.format_exc()), file=sys.stderr)
    print(
        "provlint: this is a mistake in provlint, not in your documents: please report it with the lines above",
        file=sys.stderr,
    )
    return _OURS

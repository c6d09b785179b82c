"""What all tests share: properties are tried on the same examples each time, so that a change is what fails."""

import os
import signal
import tempfile

from hypothesis import settings

_KEPT = tempfile.TemporaryDirectory()
os.environ["XDG_CACHE_HOME"] = _KEPT.name  # what runs keep between them is not the user's

# A shell lets what runs behind it ignore Ctrl-C, and so would every process that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

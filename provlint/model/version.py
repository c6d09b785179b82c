"""The version of provlint, as reports and the command line say it (kept equal to pyproject.toml by a test)."""

VERSION = "0.1.0"

#: Where people read what provlint is, as its requests to the web say it.
PROJECT_URL = "https://github.com/provlint/provlint"

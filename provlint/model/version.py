"""The version of provlint, as reports and the command line say it (kept equal to pyproject.toml by a test)."""

VERSION = "0.1.0"

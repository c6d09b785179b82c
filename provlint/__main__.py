"""`python -m provlint`."""

from provlint.cli.main import main

main()

"""The day of the run, the one thing a report takes from the clock."""


def today() -> str:
    """Today in local time as an ISO date."""
    import time

    return time.strftime("%Y-%m-%d")

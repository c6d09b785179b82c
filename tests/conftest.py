"""What all tests share: properties are tried on the same examples each time, so that a change is what fails."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

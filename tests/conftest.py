"""Settings of every test."""

from hypothesis import settings

# A test that is slow on a busy machine is not a wrong one.
settings.register_profile("heyan", deadline=None)
settings.load_profile("heyan")

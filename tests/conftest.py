"""How the properties are tried: the same examples every time, unless one asks to search on.

`make test` is repeatable. `make search` tries new examples, and many more of them.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile(
    "search", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# Where the tests themselves run is nothing that the commands they try should heed.
os.environ.pop("GITHUB_ACTIONS", None)

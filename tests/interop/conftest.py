"""The project's own mandates, built once for all tests of a run."""

import pytest
from built_mandates import Built, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    return build(tmp_path_factory.mktemp("interop"))

"""What all tests share: golden files that `--accept` rewrites, and Hypothesis without a clock or a memory."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("thads", database=None, deadline=None, derandomize=True)
settings.load_profile("thads")

# The danh mục and the grammar are many small objects that stay: looking through all of them as often as Python does by itself
# takes a sixth of the run.
gc.set_threshold(100_000, 50, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew; then read the diff")


@pytest.fixture
def same(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """same(path, text): the file says exactly this; --accept makes it so."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(text, "utf-8", newline="\n")
        assert path.exists(), f"{path} is missing: run pytest --accept, then read the diff"
        assert text == path.read_text("utf-8")

    return check

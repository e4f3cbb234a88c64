"""Other files that a plan names (danh mục, `Trên cơ sở:`): whoever calls the compiler reads them for it."""

from collections.abc import Callable

# A name as the plan writes it → the content of the file, or None where there is none. At most `MOST_LOADED` + 1 bytes are wanted.
Load = Callable[[str], bytes | str | None]
MOST_LOADED = 2**20  # far beyond any danh mục or plan


def nothing(name: str) -> bytes | str | None:
    """Where no other file can be read."""
    return None


def too_large(raw: bytes | str) -> bool:
    """Whether a file holds more than is looked at."""
    return len(raw) > MOST_LOADED

"""A file that is written again: its line ends and its mark stay as they were."""

import codecs
import re

_ENDS = re.compile(r"\r\n|\r|\n")
_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def line_ends(raw: bytes) -> list[str]:
    """What ends each line of a readable file, one for each line of its SourceText; the last line has none."""
    return [*_ENDS.findall(raw.decode("utf-16" if raw.startswith(_MARKS_16) else "utf-8")), ""]


def encoded(text: str, like: bytes) -> bytes:
    """UTF-8, with a BOM where the old file had one."""
    return (codecs.BOM_UTF8 if like.startswith((codecs.BOM_UTF8, *_MARKS_16)) else b"") + text.encode("utf-8")

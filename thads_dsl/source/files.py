"""A file that is written again: its line ends and its mark stay as they were."""

import codecs
import re

_ENDS = re.compile(r"\r\n|\r|\n")
_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def line_ends(raw: bytes) -> list[str]:
    """What ends each line of a readable file, one for each line of its SourceText; the last line has none."""
    return [*_ENDS.findall(raw.decode("utf-16" if raw.startswith(_MARKS_16) else "utf-8")), ""]


def encoded(text: str, like: bytes) -> bytes:
    """The text in the encoding of the old file, with its mark where it had one."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if like.startswith(mark):
            return mark + text.encode(name)
    return text.encode("utf-8")

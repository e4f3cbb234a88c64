"""The words that every document prints whatever the plan says, and the author's characters made fit for a file.

Places in brackets are of Phụ lục I, Phần I, Nghị định 30/2020/NĐ-CP.
"""

import re

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # Quốc hiệu (II.1.a)
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # Tiêu ngữ (II.1.b)
NUMBER = "Số:"  # (II.3.c)
ADDRESSEES = "Kính gửi:"  # (II.9.d)
RECIPIENTS = "Nơi nhận:"  # (II.9.d)
ABOUT = "V/v"  # (II.5.b)

# A control character between two words is a break that Word or a PDF left behind; without it the words would stick together.
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
# XML cannot hold these, nor UTF-8 the first of them.
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The author's characters, each as it is, but for control characters (a space) and those that no file can hold (U+FFFD)."""
    return _UNWRITABLE.sub("\ufffd", _CONTROL.sub(" ", text))


def with_marker(marker: str, text: str) -> str:
    """One line of the document: “1. Mục đích”; a marker or a text alone has no space beside it."""
    return printable(" ".join(part for part in (marker, text) if part))


def about(abstract: str) -> str:
    """The abstract of a letter: “V/v …”."""
    return abstract if abstract.casefold().startswith(ABOUT.casefold()) else with_marker(ABOUT, abstract)


def dashed(text: str) -> str:
    """An entry of a list of agencies, with the dash that II.9.d asks for."""
    return with_marker("-", text)


def addressed(addressees: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The line “Kính gửi: …” and the entries of the list below it: one addressee stands beside the word, several below it (II.9.d)."""
    if len(addressees) == 1:
        return with_marker(ADDRESSEES, addressees[0]), ()
    return ADDRESSEES, addressees

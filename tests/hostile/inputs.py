"""Twenty-two kinds of inputs that no office means and any machine may meet, ten or more of each; always the same ones.

An input puts something into an empty folder and says which path to hand to the command. Paths are made, never kept:
a folder of hostile files would be copied, indexed and opened by people.
"""

import os
import random
import socket
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.contract.places import first_plan
from thads_dsl.syntax.reading import LONGEST_LINE, MOST_LINES

MEBIBYTE = 2**20
NAME = "ke-hoach.plan"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input: its kind and number, and what lays it into a folder and returns the path to hand over."""

    kind: str
    number: int
    lay: Callable[[Path], Path]

    def __str__(self) -> str:
        """A test's id."""
        return f"{self.kind}-{self.number}"


def all_inputs() -> tuple[Hostile, ...]:
    """Every input, kind by kind."""
    made: dict[str, list[Callable[[Path], Path]]] = {
        **{kind: [partial(_file, content) for content in contents()] for kind, contents in _CONTENTS.items()},
        **_PATHS,
    }
    return tuple(Hostile(kind, number, lay) for kind, each in made.items() for number, lay in enumerate(each))


def real_plan() -> str:
    """The plan that most of these are made from."""
    return first_plan().read_text("utf-8")


def _file(content: bytes, folder: Path) -> Path:
    path = folder / NAME
    path.write_bytes(content)
    return path


def _texts(texts: Iterable[str]) -> list[bytes]:
    return [text.encode("utf-8") for text in texts]


def _empty() -> list[bytes]:
    return [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\r",
        b"#",
        b">",
        b"\xef\xbb\xbf\n",
        b"\xff\xfe\n\x00",
    ]


def _blank() -> list[bytes]:
    blanks = " \t\u00a0\u2003\u3000\u200b\ufeff\u00ad\u2060\v\f\u2028\u0085"
    return _texts([blank * 5000 for blank in blanks] + [f"{blank}\n" * 300 for blank in blanks])


def _binary() -> list[bytes]:
    chance = random.Random(1)
    heads = [
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0",
        b"\x7fELF",
        b"MZ",
        b"\x1f\x8b",
        b"GIF89a",
        b"RIFF",
        b"",
    ]
    return [head + chance.randbytes(20_000) for head in heads]


def _nul() -> list[bytes]:
    raw, chance = real_plan().encode("utf-8"), random.Random(2)
    cut = [chance.randrange(len(raw)) for _ in range(8)]
    return [b"\0", b"\0" * 100_000, *(raw[:place] + b"\0" * 3 + raw[place:] for place in cut)]


def _repeated(piece: str, folder: Path) -> Path:
    """Ten megabytes of a piece; made when it is needed, for all of them together are half a gigabyte."""
    raw = piece.encode("utf-8")
    return _file(raw * (10 * MEBIBYTE // len(raw)), folder)


def _long_line() -> list[bytes]:
    """The longest lines that are read at all."""
    pieces = [
        "a",
        " ",
        "ệ",
        "e\u0323\u0302",
        "từ 1.500 việc ",
        "9",
        "9 ",
        "(",
        "“",
        "| ",
        "1.",
        "đạt ",
        "cụm từ “a” là “b” ",
        "\u0301",
        "01/4/2024 ",
    ]
    return _texts(_body(piece * (LONGEST_LINE // len(piece))) for piece in pieces)


def _many_lines() -> list[bytes]:
    """Three times as many lines as a real plan has, without and with its opening."""
    lines = [
        "",
        "- a",
        "1. a",
        "I. A",
        "+ Chi cục THADS đạt 77%;",
        "Hiểu là: a",
        "> 1",
        "| a | 1 |",
        "Trích yếu: 1",
        "Đối với tập thể:",
        "VÍ DỤ: a",
    ]
    lines.append("- đạt từ trên 500 việc đến dưới 1.500 việc và không quá 77% về việc trước ngày 30/6/2024")
    bare = [f"{line}\n" * 500 for line in lines]
    return _texts([*bare, *map(_body, bare)])


def _lines_above_the_limit(line: str, folder: Path) -> Path:
    """One line more than the compiler reads."""
    return _file(f"{line}\n".encode() * (MOST_LINES + 1), folder)


def _truncated() -> list[bytes]:
    raw = real_plan().encode("utf-8")
    inside = [place for place in range(1, len(raw)) if raw[place] & 0xC0 == 0x80]
    return [raw[: inside[number * len(inside) // 12]] for number in range(12)]


def _encodings() -> list[bytes]:
    text = real_plan()
    plain = unicodedata.normalize("NFD", text)
    # Windows-1258 writes tones as combining marks; what it lacks is left out, as a bad converter would.
    named = [
        "cp1258",
        "cp1252",
        "latin-1",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-7",
        "mac-roman",
        "cp437",
        "gb18030",
        "koi8-r",
        "shift-jis",
    ]
    return [plain.encode(name, errors="ignore") for name in named] + [_tcvn(text), text.encode("utf-8").decode("latin-1").encode("utf-8")]


def _tcvn(text: str) -> bytes:
    """Like TCVN3: every Vietnamese letter one byte above 0xA0."""
    return bytes(ord(char) if ord(char) < 128 else 0xA1 + ord(char) % 94 for char in text)


def _brackets() -> list[bytes]:
    pairs = ["()", "“”", "[]", "{}", '""', "«»"]
    shapes = [pair[0] * depth + "1.500 việc" + pair[1] * depth for pair in pairs for depth in (100, 10_000)]
    return _texts(_body(f"- Chi cục THADS {shape} đạt 77% về việc") for shape in shapes)


def _outline() -> list[bytes]:
    numbers = ".".join(["1"] * 1000)
    lines = [
        f"{numbers}. a", "1." * 2000, "- " * 5000, "+ - " * 3000, "\n".join(f"{'.'.join(['1'] * depth)}. a" for depth in range(1, 300)),
        "\n".join(f"{'I' * depth}. A" for depth in range(1, 400)), "\n".join(f"{number}. Đối với tập thể:" for number in range(1, 2000)),
        "\n".join("-" * depth + " a:" for depth in range(1, 300)), "a) " * 3000, "(i) " * 3000, "MMMMCMXCIX. A", "0. a\n-1. b\n1.0. c",
        "\n".join(f"{99999999999999999999 + number}. a" for number in range(300)), "Điều 1.\n" * 500,
    ]  # fmt: skip
    return _texts(map(_body, lines))


def _tables() -> list[bytes]:
    shapes = [(5000, 2), (2, 3000), (300, 30), (1, 1), (0, 3), (10_000, 1)]
    cells = ["1", "Chi cục THADS", "từ 1.500 việc"]
    square = [("|" + f" {cell} |" * columns + "\n") * rows for columns, rows in shapes for cell in cells]
    ragged = "".join("|" + " 1 |" * (row % 50) + "\n" for row in range(500))
    return _texts(_body(table) for table in [*square, ragged, "|\n" * 3000, "||||||\n|---|\n", "| a\tb |\n" * 500])


def _quotes() -> list[bytes]:
    openings = ["“", '"', "”", "“a” là “", "cụm từ “", "« ", "„", "'", "“”", "””““"]
    return _texts(_body(f"- Chi cục THADS {opening}đạt 77%\nHiểu là: cụm từ {opening}đạt là “có”\n" * 50) for opening in openings)


def _restatements() -> list[bytes]:
    lines = [
        "Hiểu là:", "Hiểu là: a", "Hiểu là: cụm từ “a” là “b”", "Hiểu là: cụm từ “” là “”", "Hiểu là (dòng 4, cột 3): 1",
        "Hiểu là (bỏ 5%; thêm 0%): 1%",
        "Đề xuất hiểu là: a", "Đính chính: “30/2/2024” thành “”", "Đính chính:", "Hiểu là: Hiểu là: Hiểu là: a",
        "Hiểu là (theo …): …", "Hiểu là (dòng 99999999999999999999): a",
    ]  # fmt: skip
    return _texts(f"{line}\n" * 300 for line in lines) + _texts(f"{real_plan()}\n{line}\n" for line in lines)


def _numbers() -> list[bytes]:
    digits = "9" * 50_000
    numbers = [
        digits, f"{digits}%", "1" + ".000" * 5000, f"0,{digits}", "0" * 10_000, f"-{digits}",
        "1.500.00", f"{digits}/{digits}", "٣٤٥", "１５００", "²³", "½",
        f"{digits} tỷ {digits} triệu", "1e999999", "0x1F", "NaN", "∞", "1,5,5", "9" * 5000,
    ]  # fmt: skip
    return _texts(_body(f"+ Chi cục THADS có tổng số giải quyết dưới {number} việc, đạt {number}%;") for number in numbers)


def _dates() -> list[bytes]:
    days = [
        "30/2/2024", "00/00/0000", "32/13/99999", "31/6/2024", "29/2/1900", "1/1/0", "01/01/10000", "9" * 5000 + "/1/2024",
        "ngày 31 tháng 4 năm 2024",
        "ngày 99 tháng 99 năm 99999999", "31.9.2024", "１/４/2024", "²/4/2024", "tháng 0 năm 0", "29/02/2023",
    ]  # fmt: skip
    return _texts(_body(f"1. Thời gian: Từ ngày {day} đến hết ngày {day}.\n2. Hồ sơ gửi trước ngày {day}.") for day in days)


def _controls() -> list[bytes]:
    marks = "\x01\x07\x08\x0b\x0c\x1b\x1c\x7f\u0080\u0085\u2028\u2029\u202e\u2066\ufff9"
    text = real_plan()
    return _texts(text.replace(" ", f" {mark}", 400) for mark in marks) + _texts([_body("\x1b[2J\x1b]0;x\x07- đạt 77%")])


def _random_unicode() -> list[bytes]:
    made = []
    for seed in range(12):
        chance = random.Random(seed)
        top = (0x300, 0x2000, 0x10000, 0x110000)[seed % 4]
        points = (chance.randrange(top) for _ in range(4000))
        made.append("".join(chr(point) for point in points if not 0xD800 <= point < 0xE000))
    return _texts([*made, "👨‍👩‍👧‍👦" * 2000, "\u202e" + real_plan(), "e" + "\u0301" * 50_000])


def _surrogates() -> list[bytes]:
    text = real_plan()
    halves = [
        b"\xed\xa0\x80",
        b"\xed\xbf\xbf",
        b"\xed\xa0\xbd\xed\xb8\x80",
        b"\xf4\x90\x80\x80",
        b"\xc0\x80",
        b"\xe0\x80\x80",
        b"\xff",
        b"\xf8\x88\x80\x80\x80",
    ]
    wide = [b"\xff\xfe" + half + text.encode("utf-16-le") for half in (b"\x00\xd8", b"\x00\xdc", b"\x00")]
    odd = _texts(["\uffff\ufffe" * 1000, "\ufdd0" + text, "\U0010ffff" * 1000])
    return [text.encode("utf-8")[:400] + half + text.encode("utf-8")[400:] for half in halves] + wide + odd


def _sentences() -> list[bytes]:
    """Function words in an order that no sentence has."""
    chance = random.Random(3)
    words = [
        *(
            "từ",
            "trên",
            "dưới",
            "đến",
            "đến hết",
            "trước ngày",
            "chậm nhất",
            "không quá",
            "ít nhất",
            "trở lên",
            "trở xuống",
            "đạt",
            "và",
            "hoặc",
        ),
        *("về việc", "về tiền", "đối với", "chi cục thads", "1.500 việc", "77%", "300 tỷ đồng", "01/4/2024", "02 tập thể", "giấy khen"),
        *("hội đồng bình xét", "bị kỷ luật", "(", ")", "“", "”", ",", ";", ":"),
    ]
    return _texts(
        _body("\n".join(f"- {' '.join(chance.choices(words, k=length))}" for _ in range(40)))
        for length in (1, 2, 3, 5, 8, 13, 30, 60, 100, 300, 1000)
    )


def _body(text: str) -> str:
    """The opening of the real plan, then this text."""
    opening, _, _ = real_plan().partition("\nI. ")
    return f"{opening}\nI. NỘI DUNG\n{text}\n"


def _named(name: str, folder: Path) -> Path:
    return folder / name


def _folder(name: str, folder: Path) -> Path:
    (folder / name).mkdir(parents=True)
    return folder / name


def _loop(length: int, folder: Path) -> Path:
    for number in range(length):
        (folder / f"{number}.plan").symlink_to(folder / f"{(number + 1) % length}.plan")
    return folder / "0.plan"


def _pointing(target: str, folder: Path) -> Path:
    (folder / NAME).symlink_to(target)
    return folder / NAME


def _pipe(name: str, folder: Path) -> Path:
    os.mkfifo(folder / name)
    return folder / name


def _socket(name: str, folder: Path) -> Path:
    here = Path.cwd()
    os.chdir(folder)  # a socket's path has room for 108 bytes only
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(name)
    finally:
        os.chdir(here)
    return folder / name


def _device(path: str, folder: Path) -> Path:
    return Path(path)


def _locked(content: bytes, mode: int, folder: Path) -> Path:
    """A file that its mode forbids to read; who runs the command gives up the rights of root first (see test_hostile)."""
    path = _file(content, folder)
    path.chmod(mode)
    return path


def _locked_folder(mode: int, folder: Path) -> Path:
    inside = folder / "khoa"
    inside.mkdir()
    path = _file(b"a", inside)
    inside.chmod(mode)
    return path


_CONTENTS: dict[str, Callable[[], list[bytes]]] = {
    "empty": _empty,
    "blank": _blank,
    "binary": _binary,
    "nul": _nul,
    "long-line": _long_line,
    "many-lines": _many_lines,
    "truncated": _truncated,
    "wrong-encoding": _encodings,
    "brackets": _brackets,
    "outline": _outline,
    "table": _tables,
    "quotes": _quotes,
    "restatements": _restatements,
    "numbers": _numbers,
    "dates": _dates,
    "controls": _controls,
    "random-unicode": _random_unicode,
    "surrogates": _surrogates,
    "shuffled-words": _sentences,
}
_LONG_LINES = ["a", " ", "ệ", "e\u0323\u0302", "từ 1.500 việc ", "9", "(", "“", "| ", "- ", "Hiểu là: ", "\u0301"]
_SHORT_LINES = ["", "a", "- a", "1. a", "I. A", "+ Chi cục THADS đạt 77% về việc", "Hiểu là: a", "# a", "> 1", "| a |", "Tên loại: A"]
_MISSING = [
    "khong-co.plan",
    "a/b/c.plan",
    "x" * 300,
    "x/" * 3000,
    " ",
    "..plan",
    "-",
    "~",
    "*.plan",
    "tệp “lạ”.plan",
    "a\nb.plan",
    "\udcff.plan",
]
_FOLDERS = ["thu-muc.plan", "a/b", " .plan", "x" * 200, "ệ.plan", "..a", "a.plan/b.plan", "1", "“”", "-x", "con"]
_SPECIAL: list[Callable[[Path], Path]] = [
    *(partial(_loop, length) for length in (1, 2, 5, 50)),
    *(partial(_pointing, target) for target in (".", "khong-co", "/dev/zero", "/dev/null", "x" * 200)),
    *(partial(_pipe, name) for name in ("ong", "ong.plan")),
    *(partial(_socket, name) for name in ("o-cam", "o-cam.plan")),
    *(partial(_device, path) for path in ("/dev/zero", "/dev/null", "/dev/random", "/dev/full", "/dev/tty")),
]
_LOCKED: list[Callable[[Path], Path]] = [
    *(partial(_locked, content, mode) for content in (b"", b"a", b"\xff", b"a" * 1000) for mode in (0o000, 0o200, 0o100)),
    *(partial(_locked_folder, mode) for mode in (0o000, 0o600, 0o200)),
]
_PATHS: dict[str, list[Callable[[Path], Path]]] = {
    "ten-megabyte-line": [partial(_repeated, piece) for piece in _LONG_LINES],
    "too-many-lines": [partial(_lines_above_the_limit, line) for line in _SHORT_LINES],
    "ten-megabytes-of-lines": [partial(_repeated, f"{line}\n") for line in _SHORT_LINES],
    "missing": [partial(_named, name) for name in _MISSING],
    "folder": [partial(_folder, name) for name in _FOLDERS],
    "no-file": _SPECIAL,
    "no-permission": _LOCKED,
}


def kinds(inputs: Iterable[Hostile]) -> Iterator[tuple[str, int]]:
    """How many there are of each kind."""
    counted: dict[str, int] = {}
    for each in inputs:
        counted[each.kind] = counted.get(each.kind, 0) + 1
    yield from counted.items()

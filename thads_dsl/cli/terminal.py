"""What the commands share about the terminal: Vietnamese, UTF-8, colours, and the last word when we ourselves fail."""

import gettext
import io
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # rich is loaded only by the commands that draw something
    from rich.text import Text

_OWN_BUG = 70  # EX_SOFTWARE of sysexits.h
_LOCALE = Path(__file__).parent / "locale"


def prepare() -> None:
    """Make click speak Vietnamese and both streams UTF-8, whatever the language and the code page of the machine."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", _LOCALE)
    gettext.textdomain("messages")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def draw(texts: Iterable["Text"]) -> None:
    """Print drawn texts, each followed by a blank line; coloured only on a terminal, and not where NO_COLOR is set."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for text in texts:
        if console.is_terminal:
            console.print(text, end="\n\n")
        else:  # no colours and no breaking of lines: thousands of texts need no drawing
            sys.stdout.write(f"{text.plain}\n\n")


def can_ask() -> bool:
    """Whether somebody sits at the terminal to answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def width() -> int:
    """How many cells a quoted line may take: those of the terminal, else the usual."""
    from thads_dsl.diagnostics.render import WIDTH

    return max(40, os.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH


def report_own_bugs() -> None:
    """From here on an exception that nobody expected ends in a Vietnamese sentence and exit code 70."""
    sys.excepthook = _own_bug


def _own_bug(kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
    click.echo(
        "Chương trình gặp lỗi của chính nó, không phải lỗi của kế hoạch. Xin gửi tệp đang làm và lệnh vừa gõ cho người phụ trách "
        f"chương trình. (mã: {kind.__name__})",
        err=True,
    )
    if os.environ.get("THADS_DEBUG") == "1":
        traceback.print_exception(kind, failure, trace)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_OWN_BUG)  # the interpreter would answer 1 after an excepthook, and 1 means errors in the plan

"""The command `thads`: files, colours and exit codes; everything else is asked of the package.

Exit codes: 0 done · 1 errors in the plan or in the statistics · 2 wrong usage or a file that is not there · 70 our own bug.
"""

from typing import Any

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.check import check
from thads_dsl.cli.compile import compile_
from thads_dsl.cli.explain import explain
from thads_dsl.cli.new import new
from thads_dsl.cli.read import read
from thads_dsl.cli.roll import roll
from thads_dsl.cli.score import score

__all__ = ["COMMANDS", "main", "thads"]

COMMANDS: tuple[click.Command, ...] = (new, roll, check, read, compile_, score, explain)


class _Vietnamese(click.Group):
    """A group that speaks Vietnamese and writes UTF-8 whatever the machine's settings are."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Set up the terminal, then do what every click group does."""
        terminal.prepare()
        return super().main(*args, **kwargs)


@click.group(
    cls=_Vietnamese,
    commands=COMMANDS,
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    epilog="Ví dụ: thads check ke-hoach.plan",
)
@click.version_option(package_name="thads-dsl", message="%(prog)s, phiên bản %(version)s", help="Hiện phiên bản rồi thôi.")
def thads() -> None:
    """Kiểm tra kế hoạch thi đua, lập văn bản và xét kết quả theo đúng kế hoạch đó."""


def main() -> None:
    """The entry point of the installed command."""
    terminal.report_own_bugs()
    thads(prog_name="thads")

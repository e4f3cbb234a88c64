"""`thads read`: what the machine has made of each line, for the author to compare."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import beside, read_plan

if TYPE_CHECKING:
    from thads_dsl.model.reading import Taken
    from thads_dsl.pipeline import Analysis


@click.command("read", options_metavar="[TÙY CHỌN]")
@click.argument("plan", metavar="KẾ-HOẠCH", type=Path, help="Tệp .plan.")
@click.option("--prose", is_flag=True, help="Chỉ in những dòng máy coi là lời văn.")
@click.pass_context
def read(ctx: click.Context, plan: Path, prose: bool) -> None:
    """Xem máy đọc từng dòng thế nào.

    Dưới mỗi dòng: là quy định (hiểu ra sao), Hội đồng bình xét, hay lời văn.
    """
    from thads_dsl.diagnostics.render import closing
    from thads_dsl.pipeline import analyse

    analysis = analyse(str(plan), read_plan(plan), beside(plan))
    for line in _told(analysis, prose):
        click.echo(line)
    click.echo(closing(analysis.diagnostics))
    if analysis.plan is None:
        ctx.exit(1)


def _told(analysis: "Analysis", prose: bool) -> Iterator[str]:
    """Each line of the body with what it was taken for under it."""
    from thads_dsl.diagnostics.quoting import visible
    from thads_dsl.model.reading import Role

    lines = [line for line in analysis.reading if not prose or line.has(Role.PROSE, Role.MARKED)]
    gutter = len(str(max((line.line for line in lines), default=0)))
    room = terminal.width() - gutter - 4
    for line in lines:
        text = visible(line.text)
        yield f" {line.line:>{gutter}} | {text if len(text) <= room else text[: room - 1] + '…'}"
        for taken in line.taken:
            if not prose or taken.role in (Role.PROSE, Role.MARKED):
                yield f" {'':>{gutter}} |    → {visible(_words(taken))}"


def _words(taken: "Taken") -> str:
    """The role before what was understood, but where the words say the role themselves."""
    if not taken.words:
        return taken.role.value
    return taken.words if taken.role.value in taken.words else f"{taken.role.value}: {taken.words}"


def in_short(analysis: "Analysis") -> Iterator[str]:
    """Where people decide, and what decides nothing although it stands among rules."""
    from thads_dsl.model.reading import Role

    council = [line.line for line in analysis.reading if line.has(Role.COUNCIL)]
    prose = [line.line for line in analysis.reading if line.beside_rules and line.has(Role.PROSE)]
    if council:
        yield f"Hội đồng bình xét, mỗi điều một cột của bảng số liệu: dòng {_numbers(council)}"
    if prose:
        yield f"Lời văn đứng giữa các quy định, máy không xét: dòng {_numbers(prose)} (xem bằng lệnh: thads read --prose)"


def _numbers(lines: list[int]) -> str:
    return ", ".join(map(str, sorted(set(lines))))

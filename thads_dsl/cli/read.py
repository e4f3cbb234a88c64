"""`thads read`: what the machine has made of each line, for the author to compare."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import beside, read_plan

if TYPE_CHECKING:
    from thads_dsl.model.plan import Plan
    from thads_dsl.model.reading import ReadLine, Taken
    from thads_dsl.pipeline import Analysis

_CHANGES = {"replace": "thay", "repeal": "bỏ", "insert": "thêm sau"}


@click.command("read", options_metavar="[TÙY CHỌN]")
@click.argument("plan", metavar="KẾ-HOẠCH", type=Path, help="Tệp .plan.")
@click.option("--prose", is_flag=True, help="Chỉ in những dòng máy coi là lời văn.")
@click.pass_context
def read(ctx: click.Context, plan: Path, prose: bool) -> None:
    """Xem máy đọc từng dòng thế nào.

    Dưới mỗi dòng: là quy định (hiểu ra sao), Hội đồng bình xét, hay lời văn.
    Văn bản sửa đổi thì in cả kế hoạch sau khi sửa, mỗi dòng ghi rõ của tệp nào.
    """
    from thads_dsl.diagnostics.render import closing
    from thads_dsl.pipeline import analyse

    analysis = analyse(str(plan), read_plan(plan), beside(plan))
    if analysis.plan is not None and analysis.plan.amendments:
        for line in amended(analysis.plan):
            click.echo(line)
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
    for at, line in enumerate(lines):
        yield from _file(analysis, line, lines[at - 1] if at else None)
        text = visible(line.text)
        yield f" {line.line:>{gutter}} | {text if len(text) <= room else text[: room - 1] + '…'}"
        if line.restated and not prose:
            yield f" {'':>{gutter}} |    (hiểu theo dòng “Hiểu là”, “Đính chính” ghi bên dưới)"
        for taken in line.taken:
            if not prose or taken.role in (Role.PROSE, Role.MARKED):
                yield f" {'':>{gutter}} |    → {visible(_words(taken))}"


def _file(analysis: "Analysis", line: "ReadLine", before: "ReadLine | None") -> Iterator[str]:
    """The file in which a line stands, where it is not the one of the line above."""
    if line.file != (before.file if before else ""):
        yield f"tệp {line.file or analysis.source.path}:"


def _words(taken: "Taken") -> str:
    """The role before what was understood, but where the words say the role themselves."""
    if not taken.words:
        return taken.role.value
    return taken.words if taken.role.value in taken.words else f"{taken.role.value}: {taken.words}"


def in_short(analysis: "Analysis") -> Iterator[str]:
    """Where people decide, and what decides nothing although it stands among rules; of an amended plan in the amending file alone."""
    from thads_dsl.model.reading import Role

    own = [line for line in analysis.reading if not line.file]
    council = [line.line for line in own if line.has(Role.COUNCIL)]
    prose = [line.line for line in own if line.beside_rules and line.has(Role.PROSE)]
    if unknown := sorted({rule.line for rule in analysis.plan.open_deadlines} & {line.line for line in own}) if analysis.plan else []:
        yield f"Thời hạn máy chưa tính được ngày cuối, vì kế hoạch chưa ghi ngày bắt đầu tính: dòng {_numbers(unknown)}"
    if council:
        yield f"Hội đồng bình xét, mỗi điều một cột của bảng số liệu: dòng {_numbers(council)}"
    if prose:
        yield f"Lời văn đứng giữa các quy định, máy không xét: dòng {_numbers(prose)} (xem bằng lệnh: thads read --prose)"


def _numbers(lines: list[int]) -> str:
    return ", ".join(map(str, sorted(set(lines))))


def amended(plan: "Plan") -> Iterator[str]:
    """“Sửa Kế hoạch “…”: thay khoản 2, mục I; bỏ khoản 3, mục III. Có hiệu lực từ 15/7/2024.”"""
    from thads_dsl.model.dates import day_text

    amendment = plan.amendments[-1]
    said = "; ".join(f"{_CHANGES[change.kind]} {change.place.cited()}" for change in amendment.changes)
    since = day_text(amendment.in_force) if amendment.in_force else "ngày ký"
    yield f"Sửa {amendment.base.type_name.capitalize()} “{amendment.base.abstract}”: {said}. Có hiệu lực từ {since}."

"""`thads new`: a complete starter plan, by questions on a terminal or by options."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import Refused, write_new
from thads_dsl.tools.kinds import KINDS, kind_named

if TYPE_CHECKING:
    from thads_dsl.tools.new import Answers


class _Day(click.ParamType[date]):
    """A day as offices write it, 05/7/2025."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails with the reason in words."""
        from thads_dsl.tools.new import day_of

        try:
            return value if isinstance(value, date) else day_of(value)
        except ValueError as reason:
            self.fail(str(reason), param, ctx)


_DAY = _Day()
_KINDS = ", ".join(f"{kind.id} ({kind.title})" for kind in KINDS)


@click.command("new", options_metavar="[TÙY CHỌN]")
@click.option("--kind", metavar="MẪU", type=click.Choice([kind.id for kind in KINDS]), help=f"Mẫu kế hoạch: {_KINDS}.")
@click.option("--agency", metavar="TÊN", help="Cơ quan ban hành, ghi đủ, ví dụ: Cục Thi hành án dân sự tỉnh A.")
@click.option("--parent", metavar="TÊN", help="Cơ quan chủ quản; mặc định theo mẫu.")
@click.option("--place", metavar="TÊN", help="Địa danh nơi ký; mặc định lấy trong tên cơ quan ban hành.")
@click.option("--title", metavar="CÂU", help="Trích yếu; mặc định: Phát động đợt thi đua cao điểm năm ….")
@click.option("--from", "first", metavar="NGÀY", type=_DAY, help="Ngày đầu của thời gian thi đua, ví dụ 01/4/2025.")
@click.option("--to", "last", metavar="NGÀY", type=_DAY, help="Ngày cuối của thời gian thi đua.")
@click.option("--measured-from", metavar="NGÀY", type=_DAY, help="Ngày đầu của kỳ số liệu; mặc định là ngày đầu năm công tác (01/10).")
@click.option("--measured-to", metavar="NGÀY", type=_DAY, help="Ngày cuối của kỳ số liệu; mặc định là ngày cuối thi đua.")
@click.option("--deadline", metavar="NGÀY", type=_DAY, help="Ngày cuối nộp hồ sơ; mặc định 10 ngày sau khi chốt số liệu.")
@click.option("--out", metavar="TỆP", type=Path, help="Tệp .plan sẽ ghi; tệp đã có thì không ghi đè.")
def new(
    kind: str | None,
    agency: str | None,
    parent: str | None,
    place: str | None,
    title: str | None,
    first: date | None,
    last: date | None,
    measured_from: date | None,
    measured_to: date | None,
    deadline: date | None,
    out: Path | None,
) -> None:
    """Lập một kế hoạch mẫu đầy đủ, kiểm tra được ngay.

    Trên màn hình thì hỏi từng điều chưa biết; chạy không có người ngồi máy thì phải ghi đủ --kind, --agency, --from, --to, --out.
    Mức và chỉ tiêu trong mẫu là số mẫu: sửa theo số được giao, rồi kiểm tra bằng thads check.
    """
    from thads_dsl.model.dates import Period
    from thads_dsl.tools.new import Answers, usual_deadline, usual_measured, usual_place, usual_title

    _need(kind=kind, agency=agency, out=out, **{"from": first, "to": last})
    chosen = kind_named(kind or _choice())
    agency = (agency if agency is not None else _text(f"Cơ quan ban hành ({chosen.agency} …)")).strip()
    parent = _or_ask(parent, "Cơ quan chủ quản", chosen.parent).strip()
    place = _or_ask(place, "Địa danh nơi ký", usual_place(agency)).strip()
    campaign = Period(first or _day("Thi đua từ ngày"), last or _day("đến hết ngày"))
    title = _or_ask(title, "Trích yếu", usual_title(campaign)).strip()
    usual = usual_measured(campaign)
    measured = Period(measured_from or _day("Kỳ số liệu từ ngày", usual.first), measured_to or _day("đến hết ngày", usual.last))
    deadline = deadline or _day("Ngày cuối nộp hồ sơ", usual_deadline(campaign, measured))
    target = out or Path(_text("Ghi vào tệp", "ke-hoach.plan"))
    _write(Answers(chosen, agency, parent, place, title, campaign, measured, deadline), target)


def _need(**given: object) -> None:
    """Where nobody can be asked, what has no usual answer must be given."""
    missing = [f"--{name}" for name, value in given.items() if value is None]
    if missing and not terminal.can_ask():
        raise click.UsageError(f"Thiếu {', '.join(missing)}; ghi thêm vào lệnh, hoặc chạy trên màn hình để máy hỏi.")


def _choice() -> str:
    for kind in KINDS:
        click.echo(f"  {kind.id}: {kind.title}")
    return _asked("Mẫu kế hoạch", KINDS[0].id, click.Choice([kind.id for kind in KINDS]))


def _text(question: str, usual: str | None = None) -> str:
    return _asked(question, usual, click.STRING)


def _or_ask(given: str | None, question: str, usual: str) -> str:
    """What was given; else the answer on a terminal, and the usual one where nobody can be asked."""
    if given is not None:
        return given
    return _text(question, usual or None) if terminal.can_ask() else usual


def _day(question: str, usual: date | None = None) -> date:
    from thads_dsl.model.dates import day_text

    if usual is not None and not terminal.can_ask():
        return usual
    answer: date = click.prompt(question, default=None if usual is None else day_text(usual), type=_DAY)
    return answer


def _asked(question: str, usual: str | None, kind: click.ParamType[str]) -> str:
    answer: str = click.prompt(question, default=usual, type=kind)
    return answer


def _write(answers: "Answers", target: Path) -> None:
    """Write the plan. Raises Refused with every reason why none can be made of the answers."""
    from thads_dsl.diagnostics.quoting import visible
    from thads_dsl.tools.new import Unusable, new_plan

    plan = new_plan(answers)
    if isinstance(plan, Unusable):
        reasons = "".join(f"\n  {visible(reason)}" for reason in plan.reasons)
        raise Refused(f"Chưa lập được kế hoạch:{reasons}")
    write_new(target, plan.encode("utf-8"))
    click.echo(f"Đã ghi {target}: kế hoạch mẫu, đã kiểm tra, không có lỗi.")
    click.echo("Việc tiếp theo: sửa mức, chỉ tiêu, số lượng theo số được giao, rồi chạy: thads check " + str(target))

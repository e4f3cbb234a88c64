"""`thads new`: a complete starter plan, by questions on a terminal or by options."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import Refused, beside, read_plan, write_new
from thads_dsl.tools.kinds import KINDS, PlanKind, kind_named, organisation_on

if TYPE_CHECKING:
    from thads_dsl.tools.new import Answers, Unusable


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
_KINDS = "; ".join(f"{kind.id}: {kind.title}" for kind in KINDS)


@click.command("new", options_metavar="[TÙY CHỌN]")
@click.option("--kind", metavar="LOẠI", type=click.Choice([kind.id for kind in KINDS]), help=f"Loại văn bản. {_KINDS}.")
@click.option("--from", "first", metavar="NGÀY", type=_DAY, help="Ngày đầu của thời gian thi đua, ví dụ 01/4/2026.")
@click.option("--to", "last", metavar="NGÀY", type=_DAY, help="Ngày cuối của thời gian thi đua.")
@click.option("--split", metavar="NGÀY", type=_DAY, help="Ngày cuối của đợt thứ nhất (loại hai-dot); mặc định gần giữa thời gian thi đua.")
@click.option("--agency", metavar="TÊN", help="Cơ quan ban hành, ghi đủ, ví dụ: Thi hành án dân sự tỉnh A.")
@click.option("--parent", metavar="TÊN", help="Cơ quan chủ quản; mặc định theo tổ chức của thời gian thi đua.")
@click.option("--place", metavar="TÊN", help="Địa danh nơi ký; mặc định lấy trong tên cơ quan ban hành.")
@click.option("--title", metavar="CÂU", help="Trích yếu; mặc định theo loại văn bản, ví dụ: Phát động đợt thi đua cao điểm năm ….")
@click.option("--measured-from", metavar="NGÀY", type=_DAY, help="Ngày đầu của kỳ số liệu; mặc định là ngày đầu năm công tác (01/10).")
@click.option("--measured-to", metavar="NGÀY", type=_DAY, help="Ngày cuối của kỳ số liệu; mặc định là ngày cuối thi đua.")
@click.option("--deadline", metavar="NGÀY", type=_DAY, help="Ngày cuối nộp hồ sơ, báo cáo; mặc định 10 ngày sau khi chốt số liệu.")
@click.option("--base", metavar="TỆP", type=Path, help="Bảng tiêu chí năm trước, tệp .plan (loại sua-bang).")
@click.option("--year", metavar="NĂM", type=click.IntRange(2000, 2100), help="Năm của bảng mới (loại sua-bang).")
@click.option("--out", metavar="TỆP", type=Path, help="Tệp .plan sẽ ghi; tệp đã có thì không ghi đè.")
def new(kind: str | None, out: Path | None, base: Path | None, year: int | None, **given: "str | date | None") -> None:
    """Lập một văn bản mẫu đầy đủ, kiểm tra được ngay.

    Trên màn hình thì hỏi từng điều chưa biết; chạy không có người ngồi máy thì phải ghi đủ --kind, --agency, --from, --to, --out
    (loại sua-bang: --base, --year, --out).
    Cơ quan, chức vụ, đơn vị trong mẫu theo tổ chức của thời gian thi đua: trước ngày 01/7/2025, hoặc từ ngày ấy.
    Mức, chỉ tiêu, điểm trong mẫu là số mẫu: sửa theo số được giao, rồi kiểm tra bằng thads check.
    """
    chosen = _kind(kind, out, base, year, given)
    if chosen.amends:
        _amend(base or Path(_text("Bảng tiêu chí năm trước (tệp .plan, ví dụ bang-2025.plan)")), year or _year(), out)
    else:
        _write(_answers(chosen, given), out or Path(_text("Ghi vào tệp", "ke-hoach.plan")))


def _kind(kind: str | None, out: Path | None, base: Path | None, year: int | None, given: "dict[str, str | date | None]") -> PlanKind:
    """The kind of text. Where nobody can be asked, what it cannot do without must be given; what it has no use for must not."""
    amending = kind is not None and kind_named(kind).amends
    needed = {"base": base, "year": year} if amending else {"agency": given["agency"], "from": given["first"], "to": given["last"]}
    _need(kind=kind, **needed, out=out)
    chosen = kind_named(kind or _choice())
    if not chosen.amends and (base or year):
        raise click.UsageError("--base, --year chỉ dùng với --kind sua-bang.")
    if chosen.amends and any(given.values()):
        raise click.UsageError("Loại sua-bang lấy cơ quan và ngày trong bảng năm trước; chỉ ghi --base, --year, --out.")
    if given["split"] and not chosen.waves:
        raise click.UsageError("--split chỉ dùng với --kind hai-dot.")
    return chosen


def _answers(kind: PlanKind, given: "dict[str, str | date | None]") -> "Answers":
    """What was given, then what is answered on a terminal, then what is usual."""
    from thads_dsl.model.dates import Period
    from thads_dsl.tools.new import Answers, usual_deadline, usual_measured, usual_place, usual_split, usual_title

    campaign = Period(_day("Thi đua từ ngày (ví dụ 01/4/2026)", given["first"]), _day("đến hết ngày (ví dụ 30/6/2026)", given["last"]))
    organisation = organisation_on(campaign.first)
    split = _day("Ngày cuối của đợt thứ nhất", given["split"], usual_split(campaign)) if kind.waves else None
    agency = _or_ask(given["agency"], f"Cơ quan ban hành (ví dụ {organisation.agency} A)", "")
    parent = _or_ask(given["parent"], "Cơ quan chủ quản", organisation.parent)
    place = _or_ask(given["place"], "Địa danh nơi ký", usual_place(agency))
    title = _or_ask(given["title"], "Trích yếu", usual_title(kind, campaign))
    usual = usual_measured(campaign)
    measured = Period(
        _day("Kỳ số liệu từ ngày", given["measured_from"], usual.first), _day("đến hết ngày", given["measured_to"], usual.last)
    )
    deadline = _day("Ngày cuối nộp hồ sơ, báo cáo", given["deadline"], usual_deadline(campaign, measured))
    return Answers(kind, agency, parent, place, title, campaign, measured, deadline, split)


def _need(**given: object) -> None:
    """Where nobody can be asked, what has no usual answer must be given."""
    missing = [f"--{name}" for name, value in given.items() if value is None]
    if missing and not terminal.can_ask():
        raise click.UsageError(f"Thiếu {', '.join(missing)}; ghi thêm vào lệnh, hoặc chạy trên màn hình để máy hỏi.")


def _choice() -> str:
    for kind in KINDS:
        click.echo(f"  {kind.id}: {kind.title}")
    return _asked("Loại văn bản", KINDS[0].id, click.Choice([kind.id for kind in KINDS]))


def _year() -> int:
    answer: int = click.prompt("Năm của bảng mới (ví dụ 2026)", type=click.IntRange(2000, 2100))
    return answer


def _text(question: str, usual: str | None = None) -> str:
    return _asked(question, usual, click.STRING)


def _or_ask(given: "str | date | None", question: str, usual: str) -> str:
    """What was given; else the answer on a terminal, and the usual one where nobody can be asked."""
    if given is not None:
        return str(given).strip()
    return (_text(question, usual or None) if terminal.can_ask() else usual).strip()


def _day(question: str, given: "str | date | None", usual: date | None = None) -> date:
    from thads_dsl.model.dates import day_text

    if isinstance(given, date):
        return given
    if usual is not None and not terminal.can_ask():
        return usual
    answer: date = click.prompt(question, default=None if usual is None else day_text(usual), type=_DAY)
    return answer


def _asked(question: str, usual: str | None, kind: click.ParamType[str]) -> str:
    answer: str = click.prompt(question, default=usual, type=kind)
    return answer


def _amend(base: Path, year: int, out: Path | None) -> None:
    """Write the plan that amends a table; it must lie beside it, for it names it."""
    from thads_dsl.tools.successor_table import amended

    target = out or Path(_text("Ghi vào tệp", str(base.with_name(f"{base.stem}-sua-{year}.plan"))))
    if target.resolve().parent != base.resolve().parent:
        raise Refused("Bảng mới dẫn tên tệp của bảng năm trước nên phải ghi vào cùng thư mục với tệp ấy.")
    _save(amended(base.name, read_plan(base), year, beside(base)), target)


def _write(answers: "Answers", target: Path) -> None:
    from thads_dsl.tools.new import new_plan

    _save(new_plan(answers), target)


def _save(plan: "str | Unusable", target: Path) -> None:
    """Write the plan. Raises Refused with every reason why none could be made."""
    from thads_dsl.diagnostics.quoting import visible

    if not isinstance(plan, str):
        reasons = "".join(f"\n  {visible(reason)}" for reason in plan.reasons)
        raise Refused(f"Chưa lập được kế hoạch:{reasons}")
    write_new(target, plan.encode("utf-8"))
    click.echo(f"Đã ghi {target}: kế hoạch mẫu, đã kiểm tra, không có lỗi.")
    click.echo("Việc tiếp theo: sửa mức, chỉ tiêu, số lượng theo số được giao, rồi chạy: thads check " + str(target))

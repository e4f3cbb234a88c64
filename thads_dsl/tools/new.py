"""A complete starter plan: what an office says of itself and of its campaign, in a template that already compiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from thads_dsl.diagnostics import Severity
from thads_dsl.model.dates import THADS_YEAR, Period, add_months, day_text
from thads_dsl.model.document import Document
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.tools.kinds import Organisation, PlanKind, organisation_on

TEMPLATES = Path(__file__).parent / "templates"
_LONGEST = 300  # characters of an answer: no name of an agency, no abstract is longer
_PLACE = re.compile(r"(?:\btỉnh|\bthành phố|\bTP\.?)\s+(\S.*)", re.IGNORECASE)
_DAYS_FOR_FILES = 10
_YEARS = (2000, 2100)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the author says; texts as typed, without the spaces around them."""

    kind: PlanKind
    agency: str
    parent: str
    place: str
    title: str
    campaign: Period
    measured: Period
    deadline: date
    split: date | None = None  # the last day of the first of two waves; None where the kind has none


@dataclass(frozen=True, slots=True)
class Unusable:
    """Answers of which no sound plan can be made: every reason why, in sentences."""

    reasons: tuple[str, ...]


def day_of(text: str) -> date:
    """“05/7/2025” → the day. Raises ValueError with the reason in words."""
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text.strip())
    if found is None:
        raise ValueError(f"“{text.strip()}” chưa phải một ngày; viết như 05/7/2025.")
    if not _YEARS[0] <= int(found[3]) <= _YEARS[1]:
        raise ValueError(f"năm {found[3]} không phải năm của một kế hoạch.")
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise ValueError(f"không có ngày {text.strip()} trên lịch.") from None


def usual_place(agency: str) -> str:
    """The place in an agency's name: “… tỉnh Hậu Giang” → “Hậu Giang”; empty if it names none."""
    found = _PLACE.search(agency)
    return found[1].strip() if found else ""


def usual_title(kind: PlanKind, campaign: Period) -> str:
    """What the plan is about, if the author says nothing else."""
    return f"{kind.about} {campaign.last.year}"


def usual_split(campaign: Period) -> date:
    """The last day of the first of two waves: the end of the month before the middle of the campaign, if the campaign holds it."""
    middle = _middle(campaign)
    month_end = middle.replace(day=1) - timedelta(days=1)
    return month_end if month_end > campaign.first else middle


def _middle(campaign: Period) -> date:
    return campaign.first + (campaign.last - campaign.first) / 2


def usual_measured(campaign: Period) -> Period:
    """The figures that usually count: of the reporting year that the campaign mostly belongs to, until the campaign or that year ends."""
    year = THADS_YEAR.containing(_middle(campaign))
    return Period(year.first, min(year.last, campaign.last))


def usual_deadline(campaign: Period, measured: Period) -> date:
    """The day on which files are usually due: ten days after the figures are closed."""
    return max(campaign.last, measured.last) + timedelta(days=_DAYS_FOR_FILES)


def new_plan(answers: Answers) -> str | Unusable:
    """The text of the starter plan. It has been checked: no error, and every answer is printed as it was typed."""
    reasons = (*_of_texts(answers), *_of_dates(answers))
    if reasons:
        return Unusable(reasons)
    text = environment().get_template(f"{answers.kind.id}.plan.j2").render(_context(answers))
    analysis = analyse("", text)
    wrong = tuple(errors_of(analysis) if analysis.plan is None else _lost(answers, analysis.plan.document))
    return Unusable(wrong) if wrong else text


def environment() -> Environment:
    """Where the templates of starter plans are."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )


def _context(answers: Answers) -> dict[str, object]:
    split = answers.split or answers.campaign.last
    successor = _successor(answers.campaign)
    days = {
        "first": answers.campaign.first,
        "last": answers.campaign.last,
        "measured_first": answers.measured.first,
        "measured_last": answers.measured.last,
        "deadline": answers.deadline,
        "split": split,
        "after_split": split + timedelta(days=1),
        "split_deadline": split + timedelta(days=_DAYS_FOR_FILES),
    }
    return {
        "kind": answers.kind,
        "org": organisation_on(answers.campaign.first).issuing_as(answers.agency),
        "successor": successor and successor.issuing_as(answers.agency),
        "changed": successor and day_text(successor.first),
        "agency": answers.agency,
        "parent": answers.parent,
        "place": answers.place,
        "title": answers.title,
        "signed_in": answers.campaign.first.year,
        "year": answers.campaign.last.year,
        **{name: day_text(day) for name, day in days.items()},
    }


def _successor(campaign: Period) -> Organisation | None:
    """The organisation that takes over while the campaign runs; None where the same one runs it to its end."""
    later = organisation_on(campaign.last)
    return later if later != organisation_on(campaign.first) else None


def _of_texts(answers: Answers) -> Iterator[str]:
    """Texts that cannot stand in a line of a plan."""
    for what, text in _texts(answers):
        if not text:
            yield f"{what}: chưa có gì."
        elif len(text) > _LONGEST:
            yield f"{what}: dài {len(text)} ký tự, nhiều nhất là {_LONGEST}."
        elif not text.isprintable():
            yield f"{what}: có dấu xuống dòng hoặc ký tự không in được."
        elif re.search(r"(?:^|\s)#", text):
            yield f"{what}: dấu # mở đầu phần ghi chú không in; bỏ dấu ấy hoặc viết liền vào chữ phía trước."


def _texts(answers: Answers) -> tuple[tuple[str, str], ...]:
    return (
        ("Cơ quan ban hành", answers.agency),
        ("Cơ quan chủ quản", answers.parent),
        ("Địa danh", answers.place),
        ("Trích yếu", answers.title),
    )


def _of_dates(answers: Answers) -> Iterator[str]:
    """Dates that cannot be together."""
    campaign, measured, split = answers.campaign, answers.measured, answers.split
    for what, period in (("Thời gian thi đua", campaign), ("Kỳ số liệu", measured)):
        if period.first > period.last:
            yield f"{what}: ngày đầu {day_text(period.first)} sau ngày cuối {day_text(period.last)}."
        elif period.last >= add_months(period.first, 24):
            yield f"{what}: từ {day_text(period.first)} đến {day_text(period.last)} dài từ hai năm trở lên."
    if measured.last < campaign.first:
        yield f"Kỳ số liệu kết thúc ngày {day_text(measured.last)}, trước khi thi đua bắt đầu ({day_text(campaign.first)})."
    if split is not None and not max(campaign.first, measured.first) <= split < campaign.last:
        bounds = f"phải trong thời gian thi đua và kỳ số liệu, trước ngày {day_text(campaign.last)}"
        yield f"Ngày cuối của đợt thứ nhất ({day_text(split)}) {bounds}."
    closed = max(campaign.last, measured.last)
    if answers.deadline <= closed:
        yield f"Hạn nộp hồ sơ {day_text(answers.deadline)} phải sau ngày chốt số liệu {day_text(closed)}."


def _lost(answers: Answers, document: Document) -> Iterator[str]:
    """Answers that would be printed otherwise than they were typed."""
    printed = (document.agency, document.parent_agency, document.place_and_date.partition(", ngày …")[0], document.abstract)
    for (what, typed), shown in zip(_texts(answers), printed, strict=True):
        if typed != shown:
            yield f"{what}: “{typed}” sẽ bị in thành “{shown}”."


def errors_of(analysis: Analysis) -> Iterator[str]:
    """What is wrong with an answer, at the line it stands in; else it is the name of the agency that made other lines unreadable."""
    wrong = [each for each in analysis.diagnostics if each.severity is Severity.ERROR]
    body = next(number for number, line in enumerate(analysis.source.lines, 1) if not line)
    own = [each for each in wrong if each.at.span.line < body]
    for each in own:
        yield f"{analysis.source.lines[each.at.span.line - 1]}: {each.code.title.lower()} ({each.message})."
    if not own:
        line = analysis.source.lines[wrong[0].at.span.line - 1].strip()
        yield f"Cơ quan ban hành, cơ quan chủ quản: tên trùng với từ ngữ của quy định, làm câu “{line}” không đọc được; ghi tên đầy đủ."

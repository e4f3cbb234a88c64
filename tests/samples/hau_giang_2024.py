"""Writes plans/hau-giang-2024/so-lieu.xlsx: invented statistics that stand on every edge of the plan.

Run `python -m tests.samples.hau_giang_2024` after a change; a test keeps the workbook fresh.
Nobody and no office in it is real: people are posts with a number, units letters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.samples.sheets import Cell, workbook_of
from thads_dsl.model.inputs import CellKind, input_tables, judgments
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Base, Row
from thads_dsl.model.units import Facet
from thads_dsl.pipeline import analyse

FOLDER = Path(__file__).parents[2] / "plans" / "hau-giang-2024"
PATH = FOLDER / "so-lieu.xlsx"

TY = 10**9

# What a cell says when there is no number: nothing arose, or it is not known (twice, as offices write it).
NOTHING = "-"
LATER = "…"
EMPTY = ""

Figure = int | str
# tổng số giải quyết, có điều kiện, thi hành xong; first of cases, then of money in đồng.
Figures = tuple[Figure, Figure, Figure, Figure, Figure, Figure]
NONE: Figures = (EMPTY,) * 6

NGHIEP_VU = "Phòng Nghiệp vụ và tổ chức THADS"
VAN_PHONG = "Văn phòng"
TO_CHUC = "Phòng Tổ chức cán bộ"
KIEM_TRA = "Phòng Kiểm tra, giải quyết khiếu nại, tố cáo"
A, B, C, D, E, F, G, H = (
    f"Chi cục THADS {place}"
    for place in (
        "thành phố A", "thành phố B", "thị xã C", "huyện D", "huyện E", "huyện F", "huyện G", "huyện H",
    )
)  # fmt: skip

OFFICES: Mapping[str, tuple[str, Figures]] = {
    # 76% of 44 cases is 33,44: 34 are needed; exactly 39% of the money
    NGHIEP_VU: ("Phòng chuyên môn", (58, 44, 34, 186 * TY, 64 * TY, 24_960_000_000)),
    VAN_PHONG: ("Phòng chuyên môn", NONE),
    TO_CHUC: ("Phòng chuyên môn", NONE),
    KIEM_TRA: ("Phòng chuyên môn", NONE),
    # exactly 1.500 cases and 300 tỷ, exactly 74% and 34%
    A: ("Chi cục THADS", (1500, 1100, 814, 300 * TY, 200 * TY, 68 * TY)),
    # one case and one đồng below 74% and 34%
    B: ("Chi cục THADS", (1642, 1180, 873, 385 * TY, 256_400_000_000, 87_175_999_999)),
    # one step below both edges, exactly 75%
    C: ("Chi cục THADS", (1499, 1040, 780, 300 * TY - 1, 180 * TY, 66_120_500_000)),
    # exactly 1.000 cases and 150 tỷ; one case below 75%, exactly 36%
    D: ("Chi cục THADS", (1000, 720, 539, 150 * TY, 96 * TY, 34_560_000_000)),
    E: ("Chi cục THADS", (999, 820, 640, 150 * TY - 1, 92 * TY, 36_250_000_000)),
    # exactly 800 cases and 100 tỷ; exactly 76%, one đồng below 38%
    F: ("Chi cục THADS", (800, 600, 456, 100 * TY, 60 * TY, 22_799_999_999)),
    G: ("Chi cục THADS", (799, 560, 432, 100 * TY - 1, 61_250_000_000, 24_500_000_000)),
    # not known: what is finished, and how much money can be enforced
    H: ("Chi cục THADS", (412, 305, EMPTY, 38_400_000_000, LATER, 9_120_350_000)),
}

# Officers: figures at each edge of the four bands, on both sides of the target, and what is not known.
OFFICERS: Mapping[str, tuple[Figures, ...]] = {
    NGHIEP_VU: (
        (22, 18, 14, 61 * TY, 24 * TY, 9_960_000_000),
        (19, 14, 11, 48_500_000_000, 17 * TY, 7_480_000_000),
        (17, 12, 9, 76_500_000_000, 23 * TY, 9_430_000_000),
    ),
    A: (
        (300, 220, 157, 100 * TY, 62 * TY, 24_180_000_000),  # 71% is 156,2; exactly 39%
        (299, 200, 146, 100 * TY - 1, 60 * TY, 24_600_000_000),  # exactly 73% and 41%
        (318, 240, 170, 112 * TY, 70 * TY, 27_299_999_999),  # 71% is 170,4; one đồng below 39%
        (283, 210, 154, 64_300_000_000, 40 * TY, 16_812_400_000),
    ),
    B: (
        (200, 140, 102, 50 * TY, 30 * TY, 12_300_000_000),  # 73% is 102,2; exactly 41%
        (199, 140, 105, 50 * TY - 1, 31 * TY, 13_330_000_000),  # exactly 75% and 43%
        (342, 251, 181, 131 * TY, 88 * TY, 35_002_000_000),
        (301, 214, 152, 92 * TY, 61 * TY, 25_009_999_999),
    ),
    C: (
        (246, 180, 135, 71 * TY, 45 * TY, 19_100_000_000),
        (268, 188, 138, 83 * TY, 52 * TY, 21_320_000_000),
        (231, 166, 122, 58 * TY, 36 * TY, 14_760_000_000),
        (254, 171, 126, 87_999_000_000, 47 * TY, 18_940_500_000),
    ),
    D: (
        (100, 80, 60, 10 * TY, 6 * TY, 2_580_000_000),  # exactly 75% and 43%
        (99, 70, 54, 10 * TY - 1, 6 * TY, 2_700_000_000),  # 77% is 53,9; exactly 45%
        (212, 153, 112, 46 * TY, 29 * TY, 12_469_999_999),  # one đồng below 43%
        (187, 132, 98, 39 * TY, 22 * TY, 9_900_000_000),  # one case below 75%
    ),
    E: (
        (164, 131, 102, 28 * TY, 17 * TY, 7_735_000_000),
        (221, 178, 131, 34 * TY, 20 * TY, 8_900_000_000),
        (203, 169, 128, 31_500_000_000, 19_400_000_000, 8_536_000_000),
    ),
    F: (
        (148, 110, 84, 21 * TY, 12 * TY, 5_280_000_000),
        (176, 131, 100, 26 * TY, 16 * TY, 7_120_000_000),
        (159, 118, 88, 19 * TY, 11 * TY, EMPTY),  # money finished is not known
    ),
    G: (
        (138, 96, 73, 18_300_000_000, 11_250_000_000, 5_062_500_000),
        (171, 124, 94, 24_750_000_000, 15 * TY, 6_750_000_000),
        (34, NOTHING, NOTHING, 2_150_000_000, 0, 0),  # came in May: nothing can be enforced yet
    ),
    H: (
        (88, 66, 51, 9_400_000_000, 5_600_000_000, 2_576_000_000),
        (EMPTY, 71, 55, 8_250_000_000, 4_900_000_000, 2_254_000_000),  # no band can be chosen
        (104, 77, LATER, 11_300_000_000, 6_200_000_000, 2_790_000_000),
    ),
}

# Other posts, by unit. `Person.excellent` below says whom the council finds excellent.
OTHERS: Mapping[str, tuple[str, ...]] = {
    NGHIEP_VU: ("Thẩm tra viên", "Thư ký"),
    VAN_PHONG: ("Chuyên viên", "Kế toán", "Văn thư", "Nhân viên lái xe"),
    TO_CHUC: ("Chuyên viên", "Chuyên viên", "Chuyên viên"),
    KIEM_TRA: ("Thẩm tra viên", "Chuyên viên"),
    A: ("Thư ký", "Thư ký", "Kế toán"),
    B: ("Thư ký", "Thư ký", "Kế toán"),
    C: ("Thư ký", "Kế toán"),
    D: ("Thư ký", "Kế toán"),
    E: ("Thư ký", "Kế toán"),
    F: ("Thư ký", "Kế toán"),
    G: ("Thư ký", "Kế toán"),
    H: ("Thư ký", "Kế toán"),
}
HEADS: Mapping[str, str] = {
    NGHIEP_VU: "Trưởng phòng Nghiệp vụ",
    VAN_PHONG: "Chánh Văn phòng",
    TO_CHUC: "Trưởng phòng Tổ chức cán bộ",
    KIEM_TRA: "Trưởng phòng Kiểm tra",
    **{office: f"Chi cục trưởng {office.removeprefix('Chi cục THADS ')}" for office in (A, B, C, D, E, F, G, H)},
}


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the sheet Cá nhân; `excellent` answers every question to the council (None: not yet judged)."""

    name: str
    unit: str
    post: str
    head: bool
    figures: Figures
    excellent: bool | None


def people() -> tuple[Person, ...]:
    """All people, unit by unit: the head, the officers, the others."""
    counted: dict[str, int] = {}

    def numbered(post: str) -> str:
        counted[post] = counted.get(post, 0) + 1
        return f"{post} {counted[post]:02d}"

    found: list[Person] = []
    for office in OFFICES:
        officers = OFFICERS.get(office, ())
        # The head of an office with officers is one of them, and has the first row of figures.
        post, figures = ("Chấp hành viên", officers[0]) if officers else ("Trưởng phòng", NONE)
        found.append(Person(HEADS[office], office, post, True, figures, office != TO_CHUC))
        found += [Person(numbered("Chấp hành viên"), office, "Chấp hành viên", False, figures, True) for figures in officers[1:]]
        found += [
            Person(numbered(other), office, other, False, NONE, _excellent(office, index)) for index, other in enumerate(OTHERS[office])
        ]
    return tuple(found)


def _excellent(office: str, index: int) -> bool | None:
    """One of the others in most offices; two for the one place of Phòng Tổ chức cán bộ; some not yet judged."""
    if office in (VAN_PHONG, KIEM_TRA):  # their heads take the place
        return False
    if office == B:
        return True if index == 0 else None
    if office == H:
        return None
    return index == 0 or (office == TO_CHUC and index == 1)


# name, unit, form, day of the decision. The window of the plan is 01/10/2023 – 30/6/2024.
SANCTIONS: tuple[tuple[str, str, str, date], ...] = (
    ("Chấp hành viên 03", A, "Khiển trách", date(2023, 9, 30)),  # the day before the window
    ("Kế toán 07", F, "Cảnh cáo", date(2023, 10, 1)),  # its first day
    ("Chuyên viên 05", KIEM_TRA, "Khiển trách", date(2024, 2, 5)),
    ("Chấp hành viên 16", E, "Khiển trách", date(2024, 3, 15)),
    ("Thư ký 10", G, "Khiển trách", date(2024, 6, 30)),  # its last day
    ("Thư ký 06", C, "Khiển trách", date(2024, 7, 1)),  # the day after it
)

# Files that are not complete, or not in time: subject → number of the document that is missing, day it came in.
FAULTY_FILES: Mapping[str, tuple[int | None, date | None]] = {
    TO_CHUC: (1, date(2024, 6, 27)),
    C: (None, date(2024, 7, 1)),  # one day late
    "Chấp hành viên 02": (3, date(2024, 6, 28)),
    "Chấp hành viên 05": (None, date(2024, 7, 2)),
    "Chuyên viên 02": (None, None),  # nobody noted the day
}
FILED_ON = (date(2024, 6, 25), date(2024, 6, 26), date(2024, 6, 28), date(2024, 6, 30))


def compiled() -> Plan:
    """The plan whose columns the checked-in workbook has."""
    source = FOLDER / "hau-giang-2024.plan"
    plan = analyse(source.name, source.read_bytes()).plan
    assert plan is not None, "the shipped plan has no errors"
    return plan


def workbook(plan: Plan) -> bytes:
    """The sample statistics for this plan, as an .xlsx workbook; the same plan gives the same bytes."""
    offices, persons, sanctions, files = input_tables(plan)
    decisions: list[dict[str, Cell]] = [
        {"name": name, "unit": unit, "form": form, "signed": signed} for name, unit, form, signed in SANCTIONS
    ]
    rows = (
        (offices, [_office(plan, office) for office in OFFICES]),
        (persons, [_person(plan, person) for person in people()]),
        (sanctions, decisions),
        (files, list(_files([column.key for column in files.columns if column.kind is CellKind.YES_NO]))),
    )
    return workbook_of(rows)


def _office(plan: Plan, office: str) -> dict[str, Cell]:
    kind, figures = OFFICES[office]
    judged = {F: False, H: None}.get(office, True)
    fixed: dict[str, Cell] = {"name": office, "kind": kind}
    return fixed | _figures(plan, figures) | _judgments(plan, Row(Base.COLLECTIVE, office, "", kind, False, {}, {}), judged)


def _person(plan: Plan, person: Person) -> dict[str, Cell]:
    fixed: dict[str, Cell] = {
        "name": person.name,
        "unit": person.unit,
        "kind": person.post,
        "head": "có" if person.head else "",
    }
    row = Row(Base.INDIVIDUAL, person.name, person.unit, person.post, person.head, {}, {})
    return fixed | _figures(plan, person.figures) | _judgments(plan, row, person.excellent)


def _figures(plan: Plan, figures: Figures) -> dict[str, Cell]:
    """By the key of each column: the band is measured by what was received, the ratio is finished by có điều kiện."""
    found: dict[str, Cell] = {}
    for facet, (received, with_means, done) in ((Facet.CASES, figures[:3]), (Facet.MONEY, figures[3:])):
        ratio = next(each for each in plan.quantities if each.facet is facet and each.denominator)
        (banded,) = next(target.region.keys for target in plan.targets if target.region and target.facet is facet)
        of_done, of_means = ratio.columns
        found |= {banded: received, of_means: with_means, of_done: done}
    return found


def _judgments(plan: Plan, row: Row, judged: bool | None) -> dict[str, Cell]:
    """The same answer to all that the council is asked of this row; nothing where it is not asked."""
    kinds = kinds_of(plan, row)
    subjects = {target.judgment: target.subject for target in plan.judged_targets if target.subject.base is row.base}
    answer = {True: "đạt", False: "không đạt", None: ""}[judged]
    return {
        judgment: answer if judgment not in subjects or subjects[judgment].covers(kinds) else "" for judgment in judgments(plan, row.base)
    }


def _files(documents: list[str]) -> Iterator[dict[str, Cell]]:
    """Files of those whom their offices propose; Chi cục D, F, H and their people propose nobody."""
    proposing = {office for office in OFFICES if office not in (D, F, H)}
    subjects = [
        *((office, "") for office in OFFICES if office in proposing),
        *((person.name, person.unit) for person in people() if person.excellent and person.unit in proposing),
    ]
    for index, (name, unit) in enumerate(subjects):
        lacking, received = FAULTY_FILES.get(name, (None, FILED_ON[index % len(FILED_ON)]))
        held: dict[str, Cell] = {document: "thiếu" if number == lacking else "có" for number, document in enumerate(documents)}
        yield {"name": name, "unit": unit, **held, "received": received or ""}


if __name__ == "__main__":
    PATH.write_bytes(workbook(compiled()))

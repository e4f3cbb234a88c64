"""Xét kết quả theo BẢNG TIÊU CHÍ KHUNG “Chấm điểm thi đua, xếp hạng Chi cục Thi hành án dân sự năm 2018 (dự thảo, điểm là số mẫu)”.

Cách dùng:
    python scorer.py THƯ-MỤC           in kết quả để đọc
    python scorer.py THƯ-MỤC --json    in kết quả dạng JSON

Thư mục chứa tap-the.csv, ca-nhan.csv và nếu có thì ky-luat.csv, ho-so.csv.
Ô để trống hoặc ghi “…” là chưa có số liệu, ô ghi “-” là 0 (không phát sinh).
Chỉ cần Python 3.11 trở lên, không phải cài thêm gì.
Tệp này do máy soạn từ kế hoạch. Muốn đổi quy định thì sửa kế hoạch rồi soạn lại.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import json
import os
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

FAILED, UNKNOWN, MET, NOT_APPLICABLE = VERDICTS = ("không đạt", "chưa đủ căn cứ", "đạt", "không áp dụng")
COLLECTIVE, INDIVIDUAL = "tập thể", "cá nhân"
VALUE, DIFFERENCE, INCREASE, DECREASE = "giá trị", "chênh lệch", "mức tăng", "mức giảm"
NAME, TEXT, COUNT, PERCENT, YES_NO, JUDGMENT, DAY = "name", "text", "count", "percent", "yes_no", "judgment", "day"
LEVEL, SCORE = "level", "score"


@dataclass
class Row:
    """Một tập thể hoặc cá nhân; số liệu, ý kiến Hội đồng bằng None là chưa có."""

    base: str
    name: str
    unit: str  # trống đối với tập thể
    kind: str
    head: bool
    kinds: frozenset  # loại đơn vị hoặc chức danh, kể cả các loại lớn hơn
    figures: dict
    judgments: dict
    line: str  # chỗ ghi trong tệp số liệu
    levels: dict = field(default_factory=dict)  # mức, điểm mà Hội đồng nhập cho từng tiêu chí
    scores: dict = field(default_factory=dict)


@dataclass
class Data:
    """Toàn bộ số liệu; kỷ luật, hồ sơ bằng None là chưa có bảng."""

    rows: list
    sanctions: list | None = None
    files: dict | None = None
    units: dict = field(default_factory=dict)


@dataclass
class Sanction:
    """Một quyết định kỷ luật."""

    name: str
    unit: str
    form: str
    signed: date
    kinds: set


@dataclass
class File:
    """Hồ sơ của một đối tượng; giấy tờ, ngày nhận bằng None là chưa rõ."""

    documents: dict
    received: date | None


@dataclass
class Statistic:
    """Một số liệu: tử số, mẫu số là tổng của (số lần, cột), cột None là số 1, mẫu số None là không chia; cách ghi, phần còn thiếu."""

    over: tuple
    under: tuple | None
    percent: bool  # tỷ lệ được so theo phần trăm
    unit: str  # viết liền sau con số
    lever: str | None  # cột mà đơn vị có thể làm thay đổi
    more: str
    less: str
    counted: str
    hopeless: str


@dataclass
class Goal:
    """Mức phải đạt: từ (hoặc trên) low đến (hoặc đến dưới) high; None là không giới hạn."""

    text: str
    shown: int | Fraction  # con số so sánh
    low: int | Fraction | None = None
    low_counts: bool = True  # đúng bằng low là đạt
    high: int | Fraction | None = None
    high_counts: bool = True  # đúng bằng high là đạt
    measure: str = VALUE  # so chính số liệu, hay so chênh lệch, mức tăng, mức giảm
    against: Statistic | None = None  # so với số liệu này
    when: str = ""  # số liệu ấy của lúc nào


@dataclass
class Exclusion:
    """Đối tượng không xét; có câu hỏi, hình thức kỷ luật, mức số liệu, lỗi của hồ sơ thì chỉ khi đúng như vậy."""

    rule: str
    place: str
    covers: object
    name: str
    award: str = ""  # chỉ không xét hình thức này
    key: str | None = None
    question: str = ""
    forms: tuple = ()
    first: date | None = None
    last: date | None = None
    members: bool = False  # quyết định kỷ luật người của đơn vị
    people: tuple = ()  # người thuộc loại nào; trống là bất kỳ ai
    group: object = None  # thuộc mức số liệu nào, theo những cột nào, bằng lời
    asked: tuple = ()
    told: str = ""
    late: bool = False
    incomplete: bool = False


@dataclass
class Share:
    """Tỷ lệ phần trăm của một số đối tượng; phần lẻ từ up_from trở lên tính là 01, None là bỏ phần lẻ."""

    percent: int | Fraction
    counted: object
    up_from: int | Fraction | None
    text: str
    rounding: str


@dataclass
class Composition:
    """Trong số được chọn có ít nhất (capped: không quá) bao nhiêu, hoặc bao nhiêu phần trăm, thuộc đối tượng này; beyond: hơn, dưới."""

    covers: object
    name: str
    words: str
    count: int | Fraction
    percent: bool
    capped: bool
    beyond: bool = False


@dataclass
class Quota:
    """Số lượng khen thưởng; limit và share đều None là không giới hạn, per_unit trống là tính chung."""

    rule: str
    place: str
    covers: object
    limit: int | None
    per_unit: frozenset = frozenset()
    together: bool = False  # tính chung các đơn vị thuộc per_unit
    share: Share | None = None
    small_units: tuple = ()  # (từ bao nhiêu người, đến bao nhiêu người, số lượng)
    ranking: tuple = ()  # (số liệu, từ cao xuống thấp)
    compositions: tuple = ()
    after: frozenset = frozenset()  # phải được chọn theo các số lượng này trước
    left_out: frozenset = frozenset()  # trường hợp không xét riêng hình thức của số lượng này
    by_authority: bool = False

    @property
    def of_all(self):
        """Chỉ nói cơ cấu của tất cả những người được chọn theo các số lượng khác."""
        return self.limit is None and self.share is None and bool(self.after and self.compositions)


@dataclass
class Occasion:
    """Một lần xét: hình thức khen thưởng, đợt thi đua (trống là chỉ có một) và những quy định áp dụng."""

    award: str
    wave: str
    targets: frozenset
    standards: frozenset
    others: frozenset  # không xét, phải đạt cả tiêu chuẩn của tập thể
    quotas: frozenset


# ---------------------------------------------------------------- Quy định của kế hoạch

PLAN = {
    "type": 'BẢNG TIÊU CHÍ KHUNG',
    "abstract": 'Chấm điểm thi đua, xếp hạng Chi cục Thi hành án dân sự năm 2018 (dự thảo, điểm là số mẫu)',
    "agency": 'Tổng cục Thi hành án dân sự',
}

# Loại đơn vị, chức danh và các loại lớn hơn mà nó thuộc về.
KINDS = {
    'Chi cục THADS': {'Chi cục THADS'},
    'Phòng chuyên môn': {'Phòng chuyên môn'},
    'Cục THADS': {'Cục THADS'},
    'Thủ trưởng đơn vị': {'Thủ trưởng đơn vị'},
}
COLLECTIVE_KINDS = (
    'Chi cục THADS',
    'Phòng chuyên môn',
    'Cục THADS',
)
INDIVIDUAL_KINDS = (
    'Thủ trưởng đơn vị',
)
# Số liệu toàn cơ quan là tổng số liệu các đơn vị, trừ ô mà cơ quan tự ghi.
TOTAL_KINDS = ()
HEAD_KIND = 'Thủ trưởng đơn vị'
DISCIPLINE = ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc')  # từ nhẹ đến nặng

# Các cột của từng bảng số liệu: tên dùng trong tệp này, tiêu đề cột, loại ô.
COLLECTIVE_COLUMNS = (
    ('name', 'Tên đơn vị', 'name'),
    ('kind', 'Loại đơn vị', 'name'),
    ('Tiêu chí 5. Kiểm tra, thi hành án hành chính: số bản án chậm theo dõi', 'Tiêu chí 5. Kiểm tra, thi hành án hành chính: số bản án chậm theo dõi', 'count'),
    ('Tiêu chí 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài: số vụ việc quá hạn', 'Tiêu chí 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài: số vụ việc quá hạn', 'count'),
    ('Tiêu chí 9. Chấp hành chỉ đạo nghiệp vụ của Cục: số lần chậm thực hiện', 'Tiêu chí 9. Chấp hành chỉ đạo nghiệp vụ của Cục: số lần chậm thực hiện', 'count'),
    ('Tiêu chí 10. Lập, quản lý hồ sơ thi hành án: số hồ sơ sai sót', 'Tiêu chí 10. Lập, quản lý hồ sơ thi hành án: số hồ sơ sai sót', 'count'),
    ('có điều kiện thi hành về việc', 'Có điều kiện thi hành, số việc', 'count'),
    ('thi hành xong về việc', 'Thi hành xong, số việc', 'count'),
    ('có điều kiện thi hành về tiền', 'Có điều kiện thi hành, số tiền', 'count'),
    ('thi hành xong về tiền', 'Thi hành xong, số tiền', 'count'),
    ('Tiêu chí 5. Kiểm tra, thi hành án hành chính', 'Tiêu chí 5. Kiểm tra, thi hành án hành chính', 'level'),
    ('Tiêu chí 6. Kiểm tra, kiểm soát nội bộ', 'Tiêu chí 6. Kiểm tra, kiểm soát nội bộ: điểm Hội đồng chấm', 'score'),
    ('Tiêu chí 8. Thái độ của công chức đối với người dân, doanh nghiệp', 'Tiêu chí 8. Thái độ của công chức đối với người dân, doanh nghiệp', 'level'),
)
INDIVIDUAL_COLUMNS = (
    ('name', 'Họ và tên', 'name'),
    ('unit', 'Đơn vị', 'name'),
    ('kind', 'Chức danh', 'name'),
    ('head', 'Thủ trưởng đơn vị', 'yes_no'),
)
SANCTION_COLUMNS = (
    ('name', 'Họ và tên', 'name'),
    ('unit', 'Đơn vị', 'name'),
    ('form', 'Hình thức kỷ luật', 'name'),
    ('signed', 'Ngày ký quyết định', 'day'),
)
FILE_COLUMNS = (
    ('name', 'Đối tượng', 'name'),
    ('unit', 'Đơn vị', 'text'),
    ('received', 'Ngày nhận hồ sơ', 'day'),
)
# Các bảng của thời gian khác, chỉ tiêu được giao: tệp, các cột.
OTHER_TIMES = (
    (
        'nam-2017.csv',
        (
            ('name', 'Đối tượng', 'name'),
            ('unit', 'Đơn vị', 'text'),
            ('có điều kiện thi hành về việc (năm 2017)', 'Có điều kiện thi hành, số việc', 'count'),
            ('thi hành xong về việc (năm 2017)', 'Thi hành xong, số việc', 'count'),
            ('có điều kiện thi hành về tiền (năm 2017)', 'Có điều kiện thi hành, số tiền', 'count'),
            ('thi hành xong về tiền (năm 2017)', 'Thi hành xong, số tiền', 'count'),
        ),
    ),
    (
        'giao-chi-tieu.csv',
        (
            ('name', 'Đối tượng', 'name'),
            ('unit', 'Đơn vị', 'text'),
            ('tỷ lệ thi hành xong trên có điều kiện về việc (được giao)', 'Tỷ lệ thi hành xong trên có điều kiện, số việc', 'percent'),
            ('tỷ lệ thi hành xong trên có điều kiện về tiền (được giao)', 'Tỷ lệ thi hành xong trên có điều kiện, số tiền', 'percent'),
        ),
    ),
)
HEADINGS = {
    'Tiêu chí 5. Kiểm tra, thi hành án hành chính: số bản án chậm theo dõi': 'Tiêu chí 5. Kiểm tra, thi hành án hành chính: số bản án chậm theo dõi',
    'Tiêu chí 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài: số vụ việc quá hạn': 'Tiêu chí 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài: số vụ việc quá hạn',
    'Tiêu chí 9. Chấp hành chỉ đạo nghiệp vụ của Cục: số lần chậm thực hiện': 'Tiêu chí 9. Chấp hành chỉ đạo nghiệp vụ của Cục: số lần chậm thực hiện',
    'Tiêu chí 10. Lập, quản lý hồ sơ thi hành án: số hồ sơ sai sót': 'Tiêu chí 10. Lập, quản lý hồ sơ thi hành án: số hồ sơ sai sót',
    'có điều kiện thi hành về việc': 'Có điều kiện thi hành, số việc',
    'thi hành xong về việc': 'Thi hành xong, số việc',
    'có điều kiện thi hành về tiền': 'Có điều kiện thi hành, số tiền',
    'thi hành xong về tiền': 'Thi hành xong, số tiền',
    'có điều kiện thi hành về việc (năm 2017)': 'Có điều kiện thi hành, số việc (năm 2017)',
    'thi hành xong về việc (năm 2017)': 'Thi hành xong, số việc (năm 2017)',
    'có điều kiện thi hành về tiền (năm 2017)': 'Có điều kiện thi hành, số tiền (năm 2017)',
    'thi hành xong về tiền (năm 2017)': 'Thi hành xong, số tiền (năm 2017)',
    'tỷ lệ thi hành xong trên có điều kiện về việc (được giao)': 'Tỷ lệ thi hành xong trên có điều kiện, số việc (được giao)',
    'tỷ lệ thi hành xong trên có điều kiện về tiền (được giao)': 'Tỷ lệ thi hành xong trên có điều kiện, số tiền (được giao)',
}
# Phần không thể lớn hơn tổng.
PARTS = (
    ('thi hành xong về việc', 'có điều kiện thi hành về việc'),
    ('thi hành xong về tiền', 'có điều kiện thi hành về tiền'),
)

# Số liệu mà các chỉ tiêu so sánh.
statistic_1 = Statistic(
    ((1, 'thi hành xong về việc'),),
    ((1, 'có điều kiện thi hành về việc'),),
    percent=True,
    unit='%',
    lever='thi hành xong về việc',
    more='Cần thi hành xong thêm',
    less='Cần giảm số thi hành xong',
    counted='việc',
    hopeless='Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này',
)
statistic_2 = Statistic(
    ((1, 'tỷ lệ thi hành xong trên có điều kiện về việc (được giao)'),),
    None,
    percent=False,
    unit='%',
    lever='tỷ lệ thi hành xong trên có điều kiện về việc (được giao)',
    more='Cần tăng tỷ lệ thi hành xong trên có điều kiện thêm',
    less='Cần giảm tỷ lệ thi hành xong trên có điều kiện',
    counted='%',
    hopeless='Tăng hay giảm tỷ lệ thi hành xong trên có điều kiện đều không đạt được chỉ tiêu này',
)
statistic_3 = Statistic(
    ((1, 'thi hành xong về tiền'),),
    ((1, 'có điều kiện thi hành về tiền'),),
    percent=True,
    unit='%',
    lever='thi hành xong về tiền',
    more='Cần thi hành xong thêm',
    less='Cần giảm số thi hành xong',
    counted='đồng',
    hopeless='Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này',
)
statistic_4 = Statistic(
    ((1, 'tỷ lệ thi hành xong trên có điều kiện về tiền (được giao)'),),
    None,
    percent=False,
    unit='%',
    lever='tỷ lệ thi hành xong trên có điều kiện về tiền (được giao)',
    more='Cần tăng tỷ lệ thi hành xong trên có điều kiện thêm',
    less='Cần giảm tỷ lệ thi hành xong trên có điều kiện',
    counted='%',
    hopeless='Tăng hay giảm tỷ lệ thi hành xong trên có điều kiện đều không đạt được chỉ tiêu này',
)
statistic_5 = Statistic(
    ((1, 'có điều kiện thi hành về việc'), (-1, 'thi hành xong về việc')),
    None,
    percent=False,
    unit=' việc',
    lever='thi hành xong về việc',
    more='Cần thi hành xong thêm',
    less='Cần giảm số thi hành xong',
    counted='việc',
    hopeless='Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này',
)
statistic_6 = Statistic(
    ((1, 'có điều kiện thi hành về việc (năm 2017)'), (-1, 'thi hành xong về việc (năm 2017)')),
    None,
    percent=False,
    unit=' việc',
    lever='thi hành xong về việc (năm 2017)',
    more='Cần thi hành xong thêm',
    less='Cần giảm số thi hành xong',
    counted='việc',
    hopeless='Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này',
)
statistic_7 = Statistic(
    ((1, 'có điều kiện thi hành về tiền'), (-1, 'thi hành xong về tiền')),
    None,
    percent=False,
    unit=' đồng',
    lever='thi hành xong về tiền',
    more='Cần thi hành xong thêm',
    less='Cần giảm số thi hành xong',
    counted='đồng',
    hopeless='Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này',
)
statistic_8 = Statistic(
    ((1, 'có điều kiện thi hành về tiền (năm 2017)'), (-1, 'thi hành xong về tiền (năm 2017)')),
    None,
    percent=False,
    unit=' đồng',
    lever='thi hành xong về tiền (năm 2017)',
    more='Cần thi hành xong thêm',
    less='Cần giảm số thi hành xong',
    counted='đồng',
    hopeless='Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này',
)


def is_subject_1(row):
    """Chi cục THADS"""
    return row.base == COLLECTIVE and not row.kinds.isdisjoint({'Chi cục THADS'})


def targets_i_2_1(row):
    """Chỉ tiêu của Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện về việc."""
    if not is_subject_1(row):
        return None
    first = 'I.2-1', 'gạch đầu dòng thứ nhất, khoản 2, mục I'
    # I.2-1: Tỷ lệ thi hành xong trên có điều kiện đạt chỉ tiêu được giao về việc
    place = 'gạch đầu dòng thứ nhất, khoản 2, mục I'
    goal = Goal('đạt chỉ tiêu được giao', 0, low=0, measure=DIFFERENCE, against=statistic_2, when='được giao')
    return compare(row, statistic_1, first, 'I.2-1', place, None, goal)


def targets_i_2_2(row):
    """Chỉ tiêu của Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện về tiền."""
    if not is_subject_1(row):
        return None
    first = 'I.2-2', 'gạch đầu dòng thứ hai, khoản 2, mục I'
    # I.2-2: Tỷ lệ thi hành xong trên có điều kiện đạt chỉ tiêu được giao về tiền
    place = 'gạch đầu dòng thứ hai, khoản 2, mục I'
    goal = Goal('đạt chỉ tiêu được giao', 0, low=0, measure=DIFFERENCE, against=statistic_4, when='được giao')
    return compare(row, statistic_3, first, 'I.2-2', place, None, goal)


def targets_i_3_1(row):
    """Chỉ tiêu của Chi cục THADS: số có điều kiện chuyển kỳ sau về việc."""
    if not is_subject_1(row):
        return None
    first = 'I.3-1', 'gạch đầu dòng thứ nhất, khoản 3, mục I'
    # I.3-1: Số có điều kiện chuyển kỳ sau về việc giảm từ 5% trở lên so với năm 2017
    place = 'gạch đầu dòng thứ nhất, khoản 3, mục I'
    goal = Goal('giảm từ 5% trở lên so với năm 2017', 5, low=5, measure=DECREASE, against=statistic_6, when='năm 2017')
    return compare(row, statistic_5, first, 'I.3-1', place, None, goal)


def targets_i_3_2(row):
    """Chỉ tiêu của Chi cục THADS: số có điều kiện chuyển kỳ sau về tiền."""
    if not is_subject_1(row):
        return None
    first = 'I.3-2', 'gạch đầu dòng thứ hai, khoản 3, mục I'
    # I.3-2: Số có điều kiện chuyển kỳ sau về tiền giảm từ 4% trở lên so với năm 2017
    place = 'gạch đầu dòng thứ hai, khoản 3, mục I'
    goal = Goal('giảm từ 4% trở lên so với năm 2017', 4, low=4, measure=DECREASE, against=statistic_8, when='năm 2017')
    return compare(row, statistic_7, first, 'I.3-2', place, None, goal)


TARGETS = (
    targets_i_2_1,
    targets_i_2_2,
    targets_i_3_1,
    targets_i_3_2,
)


# Đối tượng không xét khen thưởng.
EXCLUSIONS = (
)

# Đối tượng, các điều kiện phải đạt.
STANDARDS = (
)

# Đối tượng mà đơn vị mình phải đạt tiêu chuẩn của tập thể (True: phải đủ điều kiện, nên cũng không thuộc trường hợp không xét).
BOTH = (
)

QUOTAS = (
)

# Các lần xét, theo thứ tự.
OCCASIONS = (
    Occasion(
        '',
        '',
        targets={'I.2-1', 'I.2-2', 'I.3-1', 'I.3-2'},
        standards=frozenset(),
        others=frozenset(),
        quotas=frozenset(),
    ),
)

# Các đợt có hồ sơ riêng; giấy tờ mà hồ sơ phải có (của đợt nào; chữ trống: mọi đợt).
FILE_WAVES = ('',)
FILES = (
)

# Của ai (None: của tất cả), ngày cuối nhận hồ sơ, của đợt nào.
DEADLINES = (
)

# Số liệu mà từng bảng chỉ tiêu so sánh, lời văn của điều kiện và số lượng, để in kèm kết quả.
COMPARED = {
    'I.2-1': 'tỷ lệ thi hành xong trên có điều kiện về việc',
    'I.2-2': 'tỷ lệ thi hành xong trên có điều kiện về tiền',
    'I.3-1': 'số có điều kiện chuyển kỳ sau về việc',
    'I.3-2': 'số có điều kiện chuyển kỳ sau về tiền',
}
SENTENCES = {
}

# ---------------------------------------------------------------- Bảng điểm


@dataclass
class Criterion:
    """Một tiêu chí: điểm chuẩn, cách chấm (start), các khoản cộng trừ (changes); low, high là điểm ít nhất, nhiều nhất."""

    rule: str
    number: str
    title: str
    key: str
    standard: int | Fraction
    low: int | Fraction | None
    high: int | Fraction | None
    start: tuple
    changes: tuple = ()
    highest: bool = False  # chỉ lấy khoản cộng cao nhất
    gains: int | Fraction | None = None  # cộng nhiều nhất, mọi khoản
    losses: int | Fraction | None = None  # trừ nhiều nhất, mọi khoản
    nothing: int | Fraction | None = None  # điểm khi không phát sinh
    targets: dict = field(default_factory=dict)  # số liệu so với chỉ tiêu: các bảng chỉ tiêu


@dataclass
class PointsTable:
    """Bảng tiêu chí chấm điểm của một đối tượng."""

    rule: str
    place: str
    covers: object
    criteria: tuple
    floor: int | Fraction | None
    ceiling: int | Fraction | None
    digits: int | None  # số chữ số thập phân của tổng điểm
    cut: bool  # cắt phần còn lại, không làm tròn
    caps: tuple  # các tiêu chí, cộng (1) hay trừ (-1), nhiều nhất, lời văn
    classes: tuple  # tên hạng, các trường hợp (khoảng điểm, các điều kiện)
    changes: tuple  # điều làm hạ hạng, hạng không được xếp (None là hạ một hạng), lời văn
    quotas: tuple  # tên hạng, số phần trăm, làm tròn lên, lời văn
    ranked: bool
    clusters: bool
    keys: tuple  # tiêu chí, số liệu kèm tên, hoặc tổng điểm (None) lần lượt đem so


POINTS = (
    PointsTable(
        'II',
        'mục II',
        is_subject_1,
        criteria=(
            # 1. Tỷ lệ thi hành xong trên có điều kiện về việc: Đạt chỉ tiêu: 20 điểm; thiếu dưới 1%: 15 điểm; thiếu từ 1% đến dưới 3%: 10 điểm; thiếu từ 3% trở lên: 0 điểm; vượt từ 1% đến dưới 3%: cộng 01 điểm; vượt từ 3% trở lên: cộng 02 điểm; không phát sinh: 20 điểm
            Criterion(
                'II, tiêu chí 1',
                '1',
                'Tỷ lệ thi hành xong trên có điều kiện về việc',
                'Tiêu chí 1. Tỷ lệ thi hành xong trên có điều kiện về việc',
                20,
                0,
                22,
                start=("target", 'tỷ lệ thi hành xong trên có điều kiện về việc', 20, (((None, False, 1, False), 15), ((1, True, 3, False), 10), ((3, True, None, False), 0))),
                changes=(("beyond", 'tỷ lệ thi hành xong trên có điều kiện về việc', ((True, (1, True, 3, False), None, 1), (True, (3, True, None, False), None, 2))),),
                nothing=20,
                targets={'tỷ lệ thi hành xong trên có điều kiện về việc': ('I.2-1',)},
            ),
            # 2. Tỷ lệ thi hành xong trên có điều kiện về tiền: Như tiêu chí 1
            Criterion(
                'II, tiêu chí 2',
                '2',
                'Tỷ lệ thi hành xong trên có điều kiện về tiền',
                'Tiêu chí 2. Tỷ lệ thi hành xong trên có điều kiện về tiền',
                20,
                0,
                22,
                start=("target", 'tỷ lệ thi hành xong trên có điều kiện về tiền', 20, (((None, False, 1, False), 15), ((1, True, 3, False), 10), ((3, True, None, False), 0))),
                changes=(("beyond", 'tỷ lệ thi hành xong trên có điều kiện về tiền', ((True, (1, True, 3, False), None, 1), (True, (3, True, None, False), None, 2))),),
                nothing=20,
                targets={'tỷ lệ thi hành xong trên có điều kiện về tiền': ('I.2-2',)},
            ),
            # 3. Giảm số có điều kiện chuyển kỳ sau về việc: Đạt chỉ tiêu: 10 điểm; không đạt chỉ tiêu: 05 điểm; vượt từ 1% đến dưới 5%: cộng 0,5 điểm; vượt từ 5% trở lên: cộng 01 điểm; không phát sinh: 10 điểm
            Criterion(
                'II, tiêu chí 3',
                '3',
                'Giảm số có điều kiện chuyển kỳ sau về việc',
                'Tiêu chí 3. Giảm số có điều kiện chuyển kỳ sau về việc',
                10,
                5,
                11,
                start=("target", 'số có điều kiện chuyển kỳ sau về việc', 10, (((None, False, None, False), 5),)),
                changes=(("beyond", 'số có điều kiện chuyển kỳ sau về việc', ((True, (1, True, 5, False), None, Fraction(1, 2)), (True, (5, True, None, False), None, 1))),),
                nothing=10,
                targets={'số có điều kiện chuyển kỳ sau về việc': ('I.3-1',)},
            ),
            # 4. Giảm số có điều kiện chuyển kỳ sau về tiền: Như tiêu chí 3
            Criterion(
                'II, tiêu chí 4',
                '4',
                'Giảm số có điều kiện chuyển kỳ sau về tiền',
                'Tiêu chí 4. Giảm số có điều kiện chuyển kỳ sau về tiền',
                10,
                5,
                11,
                start=("target", 'số có điều kiện chuyển kỳ sau về tiền', 10, (((None, False, None, False), 5),)),
                changes=(("beyond", 'số có điều kiện chuyển kỳ sau về tiền', ((True, (1, True, 5, False), None, Fraction(1, 2)), (True, (5, True, None, False), None, 1))),),
                nothing=10,
                targets={'số có điều kiện chuyển kỳ sau về tiền': ('I.3-2',)},
            ),
            # 5. Kiểm tra, thi hành án hành chính: Hoàn thành đúng hạn: 10 điểm; còn lại: 04 điểm; mỗi bản án chậm theo dõi trừ 01 điểm, trừ không quá 04 điểm
            Criterion(
                'II, tiêu chí 5',
                '5',
                'Kiểm tra, thi hành án hành chính',
                'Tiêu chí 5. Kiểm tra, thi hành án hành chính',
                10,
                0,
                10,
                start=("level", (('hoàn thành đúng hạn', 10), ('còn lại', 4))),
                changes=(('event', 'Tiêu chí 5. Kiểm tra, thi hành án hành chính: số bản án chậm theo dõi', 'bản án chậm theo dõi', -1, 4),),
            ),
            # 6. Kiểm tra, kiểm soát nội bộ: Hội đồng chấm từ 0 đến 5 điểm
            Criterion(
                'II, tiêu chí 6',
                '6',
                'Kiểm tra, kiểm soát nội bộ',
                'Tiêu chí 6. Kiểm tra, kiểm soát nội bộ',
                5,
                0,
                5,
                start=("council",),
            ),
            # 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài: Mỗi vụ việc quá hạn trừ 01 điểm, trừ không quá 05 điểm
            Criterion(
                'II, tiêu chí 7',
                '7',
                'Giải quyết vụ việc khiếu nại phức tạp, kéo dài',
                'Tiêu chí 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài',
                5,
                0,
                5,
                start=("full", 5),
                changes=(('event', 'Tiêu chí 7. Giải quyết vụ việc khiếu nại phức tạp, kéo dài: số vụ việc quá hạn', 'vụ việc quá hạn', -1, 5),),
            ),
            # 8. Thái độ của công chức đối với người dân, doanh nghiệp: Tốt: 10 điểm; khá: 06 điểm; còn lại: 0 điểm
            Criterion(
                'II, tiêu chí 8',
                '8',
                'Thái độ của công chức đối với người dân, doanh nghiệp',
                'Tiêu chí 8. Thái độ của công chức đối với người dân, doanh nghiệp',
                10,
                0,
                10,
                start=("level", (('tốt', 10), ('khá', 6), ('còn lại', 0))),
            ),
            # 9. Chấp hành chỉ đạo nghiệp vụ của Cục: Mỗi lần chậm thực hiện trừ 01 điểm, trừ không quá điểm chuẩn
            Criterion(
                'II, tiêu chí 9',
                '9',
                'Chấp hành chỉ đạo nghiệp vụ của Cục',
                'Tiêu chí 9. Chấp hành chỉ đạo nghiệp vụ của Cục',
                5,
                0,
                5,
                start=("full", 5),
                changes=(('event', 'Tiêu chí 9. Chấp hành chỉ đạo nghiệp vụ của Cục: số lần chậm thực hiện', 'lần chậm thực hiện', -1, 5),),
            ),
            # 10. Lập, quản lý hồ sơ thi hành án: Mỗi hồ sơ sai sót trừ 0,5 điểm, trừ không quá điểm chuẩn
            Criterion(
                'II, tiêu chí 10',
                '10',
                'Lập, quản lý hồ sơ thi hành án',
                'Tiêu chí 10. Lập, quản lý hồ sơ thi hành án',
                5,
                0,
                5,
                start=("full", 5),
                changes=(('event', 'Tiêu chí 10. Lập, quản lý hồ sơ thi hành án: số hồ sơ sai sót', 'hồ sơ sai sót', Fraction(-1, 2), 5),),
            ),
        ),
        floor=0,
        ceiling=105,
        digits=2,
        cut=False,
        caps=(),
        classes=(('Hạng A', (((90, True, None, False), (('targets', ('I.2-1', 'I.2-2', 'I.3-1', 'I.3-2'), True),)),)), ('Hạng B', (((75, True, 90, False), ()), ((90, True, None, False), (('targets', ('I.2-1', 'I.2-2', 'I.3-1', 'I.3-2'), False),)))), ('Hạng C', (((50, True, 75, False), ()),)), ('Hạng D', ())),
        changes=((('minimum', (50, 1)), 'Hạng A', 'Không xếp Hạng A đối với đơn vị có tiêu chí dưới 50% số điểm chuẩn'), (('discipline', ('cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc'), date(2017, 10, 1), date(2018, 9, 30), ()), None, 'Đơn vị có cá nhân bị kỷ luật từ hình thức “cảnh cáo” trở lên: hạ một hạng')),
        quotas=(('Hạng A', 40, False, 'Không quá 40% số đơn vị xếp Hạng A, làm tròn xuống; các đơn vị còn lại xuống một hạng'),),
        ranked=True,
        clusters=False,
        keys=(None, 'II, tiêu chí 1', 'II, tiêu chí 2'),
    ),
)
LEVELS = {
    'Tiêu chí 5. Kiểm tra, thi hành án hành chính': ('hoàn thành đúng hạn', 'còn lại'),
    'Tiêu chí 8. Thái độ của công chức đối với người dân, doanh nghiệp': ('tốt', 'khá', 'còn lại'),
}
BOUNDS = {
    'Tiêu chí 6. Kiểm tra, kiểm soát nội bộ': (0, 5),
}


def inside(interval, figure):
    """Con số có nằm trong khoảng (từ, kể cả, đến, kể cả) không; None là không giới hạn."""
    low, with_low, high, with_high = interval
    above = low is None or figure > low or (with_low and figure == low)
    return above and (high is None or figure < high or (with_high and figure == high))


def beyond(statistic, goal, measured, base):
    """Vượt (số dương) hoặc thiếu (số âm) so với chỉ tiêu, phần chỉ tiêu đã hoàn thành, và con số đem so."""
    asked, reached = goal.shown, measured
    if goal.measure == DIFFERENCE:
        other = (100 if goal.against.percent else 1) * Fraction(*base)
        asked, reached = other + goal.shown, other + measured
    excess = (measured - goal.shown) * (-1 if goal.low is None else 1)
    if goal.measure not in (INCREASE, DECREASE) and statistic.unit != "%":
        excess = Fraction(100 * excess, asked) if asked else Fraction(0)
    return excess, Fraction(reached, asked) if asked else None, measured


def figure_of(row, statistic):
    """Giá trị một số liệu đã biết; None là không phát sinh."""
    top, bottom = value(row, statistic)
    return None if bottom == 0 else (100 if statistic.percent else 1) * Fraction(top, bottom)


def amount(points):
    """“vượt, thiếu” bao nhiêu."""
    return f"{rounded(points, 0)} điểm phần trăm"


class Missing(Exception):
    """Chưa đủ căn cứ; mang theo tên những gì còn thiếu."""


def row_of(rows, figure):
    """Mức chứa một con số."""
    return next(row for row in rows if inside(row[0], figure))


def rounded_within(figure, interval):
    """Con số được in thêm chữ số thập phân khi làm tròn sẽ ra ngoài mức của nó: 49,999 không in thành 50,00."""
    return max((rounded(figure, end) for end in (0, interval[0], interval[2]) if end is not None), key=len)


def start_points(row, criterion, standing):
    """Điểm ban đầu của một tiêu chí: lời giải thích và số điểm."""
    kind, *facts = criterion.start
    if kind == "full":
        return ("điểm chuẩn", facts[0]) if facts[0] else None
    if kind == "level":
        level = row.levels.get(criterion.key)
        if level is None:
            raise Missing([criterion.key])
        return level, dict(facts[0])[level]
    if kind == "council":
        score = row.scores.get(criterion.key)
        if score is None:
            raise Missing([criterion.key])
        return "Hội đồng chấm", score
    if kind == "band":
        statistic, unit, rows = facts
        if missing := no_figure(row, columns(statistic)):
            raise Missing(missing)
        figure = figure_of(row, statistic)
        interval, points = row_of(rows, figure)
        return f"{rounded_within(figure, interval)}%" if unit == "%" else f"{number(figure)} {unit}", points
    excess, completion, measured, met = standing[facts[0]]
    if kind == "turn":
        interval, points = row_of(facts[1], measured)
        return f"{rounded_within(measured, interval)}%", points
    if kind == "target":
        if met:
            return "đạt chỉ tiêu", facts[1]
        interval, points = row_of(facts[2], -excess)
        whole = interval[0] is None and interval[2] is None and points == facts[1]
        return "trước khi trừ" if whole else f"thiếu {rounded_within(-excess, interval)} điểm phần trăm", points
    if completion is None:
        raise Missing(["không phát sinh"])
    points = facts[1] * max(completion, 0)
    words = "không hoàn thành phần nào của chỉ tiêu" if completion < 0 else f"hoàn thành {rounded(100 * completion, 0)}% chỉ tiêu"
    return words, points if facts[2] is None else min(points, facts[2])


def change_points(row, criterion, standing, change):
    """Một khoản cộng (số dương) hoặc trừ (số âm); None nếu không có."""
    kind, *facts = change
    if kind == "merit":
        key, text, points = facts
        if row.judgments.get(key) is None:
            raise Missing([key])
        return (text, points) if row.judgments[key] else None
    if kind == "event":
        key, event, points, most = facts
        count = row.figures.get(key)
        if count is None:
            raise Missing([key])
        return (f"{number(count)} {event}", limited(count * points, most)) if count else None
    if kind == "step":
        quantity, over, step, points, most, whole = facts
        far = standing[quantity][0] if over else -standing[quantity][0]
        if far <= 0:
            return None
        steps = Fraction(far, step)
        steps = steps.numerator // steps.denominator if whole else steps
        return f"{'vượt' if over else 'thiếu'} {amount(far)}", limited(steps * points, most)
    return beyond_points(row, standing, *facts)


def beyond_points(row, standing, quantity, rows):
    """Điểm theo số điểm phần trăm vượt hoặc thiếu, và theo khối lượng."""
    far = {True: standing[quantity][0], False: -standing[quantity][0]}
    holding = [each for each in rows if far[each[0]] > 0 and inside(each[1], far[each[0]])]
    if any(load for _, _, load, _ in holding):
        missing = [name for _, _, load, _ in rows if load for name in no_figure(row, columns(load[0]))]
        if missing:
            raise Missing(missing)
    counted = [each for each in holding if each[2] is None or carries(row, *each[2])]
    if not counted:
        return None
    over = counted[0][0]
    return f"{'vượt' if over else 'thiếu'} {amount(far[over])}", sum(points for *_, points in counted)


def carries(row, statistic, interval):
    """Khối lượng có thuộc mức này không."""
    figure = figure_of(row, statistic)
    return figure is not None and inside(interval, figure)


def limited(points, most):
    """Không cộng, trừ quá mức nhiều nhất."""
    if most is None:
        return points
    return min(points, most) if points > 0 else max(points, -most)


def criterion_result(row, criterion, targets, others):
    """Điểm một tiêu chí, hoặc khoảng điểm và những gì còn thiếu."""
    try:
        terms = average_terms(criterion, others) if criterion.start[0] == "average" else criterion_terms(row, criterion, targets)
    except Missing as unknown:
        missing = list(dict.fromkeys(unknown.args[0]))
        low, high = criterion.low, criterion.high
        if criterion.start[0] == "average":
            low, high = (mean(criterion, others, end) for end in ("low", "high"))
        return {"points": None, "low": low, "high": high, "sum": f"{lack_of(missing)}; {range_text(low, high)}", "missing": missing}
    points = sum(points for _, points in terms)
    signs = ["" if at == 0 or each < 0 else "+" for at, (_, each) in enumerate(terms)]
    spelled = [f"{text}: {sign}{points_text(each)}" for sign, (text, each) in zip(signs, terms)]
    return {"points": points, "low": points, "high": points, "sum": "; ".join(spelled), "missing": []}


def criterion_terms(row, criterion, targets):
    """Các khoản làm nên điểm của một tiêu chí."""
    standing = target_standing(criterion, targets)
    if None in standing.values() or nothing_arose(row, criterion):
        if criterion.nothing is None:
            raise Missing(["không phát sinh"])
        return [("không phát sinh", criterion.nothing)]
    found, missing = [], []
    for part in (None, *criterion.changes):
        try:
            found.append(start_points(row, criterion, standing) if part is None else change_points(row, criterion, standing, part))
        except Missing as unknown:
            missing += unknown.args[0]
    if missing:
        raise Missing(missing)
    start, *changes = found
    return [each for each in (start, *counted(criterion, [each for each in changes if each is not None])) if each is not None]


def counted(criterion, changes):
    """Các khoản cộng, trừ: chỉ khoản cộng cao nhất nếu bảng nói vậy; phần quá mức nhiều nhất của tất cả thì bớt lại."""
    gains = [each for each in changes if each[1] > 0]
    if criterion.highest and gains:
        best = max(gains, key=lambda each: each[1])
        changes = [each for each in changes if each[1] <= 0 or each is best]
    limits = []
    for sign, verb, most in ((1, "cộng", criterion.gains), (-1, "trừ", criterion.losses)):
        beyond = sum(sign * points for _, points in changes if sign * points > 0) - (most or 0)
        if most is not None and beyond > 0:
            limits.append((f"{verb} không quá {number(most)} điểm", -sign * beyond))
    return [*changes, *limits]


def target_standing(criterion, targets):
    """Theo số liệu: vượt hoặc thiếu bao nhiêu, hoàn thành bao nhiêu, đạt hay không; None là không có hoặc không phát sinh."""
    standing, missing = {}, []
    for quantity, tables in criterion.targets.items():
        result = next((each for each in targets if each["table"] in tables), None)
        if result is None or result["verdict"] == NOT_APPLICABLE or nothing_then_and_now(result):
            standing[quantity] = None
        elif result["verdict"] == UNKNOWN:
            missing += result["missing"] or [f"chỉ tiêu về {quantity}"]
        else:
            standing[quantity] = (*result["beyond"], result["verdict"] == MET)
    if missing:
        raise Missing(missing)
    return standing


def nothing_then_and_now(result):
    """Kỳ trước không có gì để tăng, giảm; kỳ này cũng không có gì."""
    figures = (result["actual"], result["base"])
    return result["verdict"] == UNKNOWN and None not in figures and all(figure.split("/")[0] == "0" for figure in figures)


def nothing_arose(row, criterion):
    """Tỷ lệ chia mức có mẫu số bằng 0."""
    if criterion.start[0] != "band":
        return False
    statistic = criterion.start[1]
    return not no_figure(row, columns(statistic)) and figure_of(row, statistic) is None


def mean(criterion, others, end):
    """Trung bình cộng có hệ số của điểm, hoặc của một đầu khoảng điểm; None là không giới hạn."""
    parts = [(others[rule][end], weight) for rule, weight in criterion.start[1]]
    if any(points is None for points, _ in parts):
        return None
    return Fraction(sum(points * weight for points, weight in parts), sum(weight for _, weight in parts))


def average_terms(criterion, others):
    """Trung bình cộng điểm của các tiêu chí khác."""
    missing = [name for rule, _ in criterion.start[1] for name in others[rule]["missing"]]
    if missing:
        raise Missing(missing)
    return [("trung bình cộng", mean(criterion, others, "points"))]


def settled(table, total):
    """Tổng điểm sau khi chặn và làm tròn."""
    if table.floor is not None:
        total = max(total, table.floor)
    if table.ceiling is not None:
        total = min(total, table.ceiling)
    if table.digits is None:
        return total
    scaled = Fraction(abs(total) * 10**table.digits)
    whole = scaled.numerator // scaled.denominator if table.cut else (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if total >= 0 else -whole, 10**table.digits)


def capped(caps, points):
    """Tổng điểm của các tiêu chí, có giới hạn chung; None là không giới hạn."""
    left, parts = dict(points), []
    for rules, sign, most, _ in caps:
        inside = [left.pop(rule) for rule in rules]
        beyond = None in inside or sum(inside) * sign > most
        parts.append(sign * most if beyond else sum(inside))
    parts += left.values()
    return None if None in parts else sum(parts)


def table_result(row, table, targets):
    """Điểm từng tiêu chí và tổng điểm."""
    found = {}
    for criterion in sorted(table.criteria, key=lambda each: each.start[0] == "average"):
        found[criterion.rule] = criterion_result(row, criterion, targets, found)
    parts = [found[criterion.rule] for criterion in table.criteria]
    ends = []
    for end, bound in (("low", table.floor), ("high", table.ceiling)):
        total = capped(table.caps, {rule: each[end] for rule, each in found.items()})
        ends.append(bound if total is None else settled(table, total))
    low, high = ends
    total = low if all(each["points"] is not None for each in parts) else None
    criteria = [{"criterion": each.rule, "number": each.number, "title": each.title, **found[each.rule]} for each in table.criteria]
    spelled = total_sum(table, {rule: each["points"] for rule, each in found.items()}, total) if total is not None else range_text(low, high)
    return {
        "table": table.rule,
        "place": table.place,
        "criteria": criteria,
        "total": total,
        "low": low,
        "high": high,
        "sum": spelled,
        "classes": [],
        "steps": [],
        "cluster": "",
        "rank": None,
        "rank_note": "",
        "tied": [],
    }


def add_points(data, subjects):
    """Điểm, hạng và thứ tự của mọi đối tượng."""
    for table in POINTS:
        rivals = [(row, result, table_result(row, table, result["targets"])) for row, result in subjects if table.covers(row)]
        for row, result, found in rivals:
            if table.classes:
                own_class(data, table, row, result["targets"], found)
        for quota in table.quotas:
            apply_class_quota(table, quota, rivals)
        for row, result, found in rivals:
            if table.ranked:
                place_among(table, row, found, rivals)
        for _, result, found in rivals:
            result["points"].append(found)
    for _, result in subjects:
        for each in result["targets"]:
            each.pop("beyond", None)
        for found in result["points"]:
            print_exactly(found)


def print_exactly(found):
    """Phân số thành chữ, không mất phần lẻ."""
    for part in (found, *found["criteria"]):
        for key in ("total", "points", "low", "high"):
            if part.get(key) is not None:
                part[key] = number(part[key])


# ---- xếp hạng


def own_class(data, table, row, targets, found):
    """Các hạng còn có thể, từ cao xuống thấp; một hạng khi đã đủ căn cứ."""
    names = [name for name, _ in table.classes]
    possible = classes_by_points(table, targets, found)
    found["steps"] += targets_of_nothing(table, targets)
    for trigger, bar, text in table.changes:
        verdict = triggered(data, table, trigger, row, targets, found)
        if verdict == FAILED:
            continue
        if bar is None:
            lowered = {min(at + 1, len(names) - 1) for at in possible}
        else:
            lowered = {max(at, min(names.index(bar) + 1, len(names) - 1)) for at in possible}
        if lowered != possible:
            found["steps"].append(text if verdict == MET else f"chưa đủ căn cứ xét: {text}")
        possible = lowered if verdict == MET else possible | lowered
    found["classes"] = [names[at] for at in sorted(possible)]


def targets_of_nothing(table, targets):
    """Chỉ tiêu mà việc xếp hạng hỏi đến nhưng không phát sinh: kết quả phải nói ra."""
    asked = [condition[1] for _, cases in table.classes for _, conditions in cases for condition in conditions if condition[0] == "targets"]
    asked += [trigger[1] for trigger, _, _ in table.changes if trigger[0] == "targets"]
    rules = {rule for each in asked for rule in each}
    unsaid = {rule for each in asked if none_applies(targets_asked(each, targets)) for rule in each}
    left = [each["rule"] or each["table"] for each in targets if each["reason"] == "không phát sinh"]
    return [f"chỉ tiêu tại {rule}: không phát sinh, {UNSAID if rule in unsaid else LEFT_OUT}" for rule in left if rule in rules]


LEFT_OUT, UNSAID = "không tính khi xếp hạng", "chưa có quy định khi xếp hạng"


def classes_by_points(table, targets, found):
    """Thứ tự các hạng có thể xảy ra, với mọi tổng điểm và mọi câu trả lời còn để ngỏ."""
    asked = list(dict.fromkeys(condition[:2] for _, cases in table.classes for _, conditions in cases for condition in conditions))
    answers = [ANSWERS[holds_for(table, condition, targets, found)] for condition in asked]
    totals = possible_totals(table, found)
    possible = {class_at(table, total, dict(zip(asked, holds))) for total in totals for holds in itertools.product(*answers)}
    return possible - {None}


ANSWERS = {MET: (True,), FAILED: (False,), UNKNOWN: (True, False)}


def class_at(table, total, holds):
    """Hạng của một tổng điểm: hạng đầu tiên có trường hợp phù hợp, không có thì hạng dành cho phần còn lại."""
    for at, (_, cases) in enumerate(table.classes):
        for interval, conditions in cases:
            if inside(interval, total) and all(holds[condition[:2]] == condition[-1] for condition in conditions):
                return at
    return next((at for at, (_, cases) in enumerate(table.classes) if not cases), None)


def possible_totals(table, found):
    """Mỗi loại tổng điểm mà các hạng phân biệt: các mốc, và một điểm ở giữa hai mốc liền nhau."""
    bounds = [bound for _, cases in table.classes for interval, _ in cases for bound in (interval[0], interval[2]) if bound is not None]
    ends = [end for end in (found["low"], found["high"]) if end is not None]
    low = found["low"] if found["low"] is not None else min([*bounds, *ends, 0]) - 1
    high = found["high"] if found["high"] is not None else max([*bounds, *ends, 0]) + 1
    known = sorted({low, high, *(bound for bound in bounds if low < bound < high)})
    return [*known, *(Fraction(one + other, 2) for one, other in zip(known, known[1:]))]


def opposite(verdict):
    """Đạt thành không đạt và ngược lại."""
    return {MET: FAILED, FAILED: MET}.get(verdict, verdict)


def holds_for(table, condition, targets, found):
    """Điều kiện của một hạng: đạt các chỉ tiêu, hoặc không có đủ số tiêu chí dưới mức tối thiểu."""
    kind, fact = condition
    return opposite(so_many_below(table, fact, found)) if kind == "minimum" else targets_verdict(fact, targets)


def targets_verdict(rules, targets):
    """Chỉ tiêu không áp dụng được bỏ qua; mọi chỉ tiêu còn lại đều không phát sinh thì chưa nói đạt hay không đạt."""
    asked = targets_asked(rules, targets)
    if not none_applies(asked):
        return all_of(each["verdict"] for each in asked)
    return UNKNOWN if any(each["reason"] == "không phát sinh" for each in asked) else MET


def targets_asked(rules, targets):
    """Kết quả các chỉ tiêu được dẫn."""
    return [each for each in targets if (each["rule"] or each["table"]) in rules]


def none_applies(targets):
    """Không chỉ tiêu nào áp dụng."""
    return all(each["verdict"] == NOT_APPLICABLE for each in targets)


def so_many_below(table, fact, found):
    """Có đủ số tiêu chí dưới bấy nhiêu phần trăm điểm chuẩn không."""
    percent, least_many = fact
    verdicts = []
    for criterion, part in zip(table.criteria, found["criteria"]):
        if not criterion.standard:
            continue  # điểm cộng, điểm trừ không có điểm chuẩn
        least = Fraction(criterion.standard * percent, 100)
        if part["high"] is not None and part["high"] < least:
            verdicts.append(MET)
        else:
            verdicts.append(FAILED if part["low"] is not None and part["low"] >= least else UNKNOWN)
    met, unknown = verdicts.count(MET), verdicts.count(UNKNOWN)
    return MET if met >= least_many else UNKNOWN if met + unknown >= least_many else FAILED


def triggered(data, table, trigger, row, targets, found):
    """Điều làm hạ hạng có xảy ra không."""
    kind, *facts = trigger
    if kind == "minimum":
        return so_many_below(table, facts[0], found)
    if kind == "targets":
        return opposite(targets_verdict(facts[0], targets))
    if data.sanctions is None:
        return UNKNOWN
    forms, first, last, people = facts
    unit = row.name if row.base == COLLECTIVE else row.unit
    for each in data.sanctions:
        if people and each.kinds.isdisjoint(people):
            continue
        own = each.unit == unit and (row.base == COLLECTIVE or each.name == row.name)
        if own and each.form in forms and (first is None or first <= each.signed <= last):
            return MET
    return FAILED


# ---- ai đứng trước


def before(table, one, other):
    """Chắc chắn đứng trước (True) hay không (False); None là chưa nói được. Bằng nhau là không."""
    (row, _, mine), (rival, _, theirs) = one, other
    for key in table.keys:
        (low, high), (other_low, other_high) = rank_span(key, row, mine), rank_span(key, rival, theirs)
        if low is not None and low == high == other_low == other_high:
            continue
        if low is not None and other_high is not None and low > other_high:
            return True
        return False if other_low is not None and high is not None and other_low > high else None
    return False


def rank_span(key, row, found):
    """Ít nhất và nhiều nhất của điều đem so, None là chưa rõ; không phát sinh thì sau mọi con số."""
    if key is None:
        ends = (found["low"], found["high"]) if found["total"] is None else (found["total"], found["total"])
        return tuple(None if end is None else (1, end) for end in ends)
    if isinstance(key, str):
        points = next(each["points"] for each in found["criteria"] if each["criterion"] == key)
        return ((1, points),) * 2 if points is not None else (None, None)
    if no_figure(row, columns(key[0])):
        return None, None
    figure = figure_of(row, key[0])
    return ((0, 0),) * 2 if figure is None else ((1, figure),) * 2


def rank_lack(key, row, found):
    """Điều đem so còn thiếu gì."""
    if key is None:
        return "chưa có tổng điểm"
    if isinstance(key, str):
        return f"chưa có điểm tiêu chí {next(each['number'] for each in found['criteria'] if each['criterion'] == key)}"
    return f"thiếu {', '.join(no_figure(row, columns(key[0])))}"


def rank_note(table, own, others, placed):
    """Vì sao chưa xếp được, thiếu gì của ai; đã xếp thì điều gì không phát sinh."""
    if placed:
        nothing = [key[1] for key in table.keys if isinstance(key, tuple) and rank_span(key, own[0], own[2])[0] == (0, 0)]
        return "; ".join(f"{name}: không phát sinh, xếp sau" for name in nothing)
    told = []
    for row, _, found in [own, *(each for each in others if before(table, each, own) is None)]:
        open_yet = [key for key in table.keys for low, high in [rank_span(key, row, found)] if low is None or low != high]
        told += [f"{row.name} {rank_lack(open_yet[0], row, found)}"] if open_yet else []
    more = f" và {len(told) - 3} đối tượng khác" if len(told) > 3 else ""
    return f"chưa xếp được: {'; '.join(told[:3])}{more}"


def equal(table, one, other):
    """Không gì trong kế hoạch phân biệt được hai đối tượng."""
    return before(table, one, other) is False and before(table, other, one) is False


def apply_class_quota(table, quota, rivals):
    """Quá số lượng của một hạng thì xuống một hạng; bằng nhau ở mốc cuối thì chờ Hội đồng."""
    name, percent, up, text = quota
    names = [each for each, _ in table.classes]
    share = Fraction(percent * len(rivals), 100)
    places = -(-share.numerator // share.denominator) if up else share.numerator // share.denominator
    within = [(each, list(each[2]["classes"])) for each in rivals if name in each[2]["classes"]]
    if len(within) <= places:
        return
    below = names[min(names.index(name) + 1, len(names) - 1)]
    for each, classes in within:
        others = [pair for pair in within if pair[0] is not each]
        surely = sum(1 for other, theirs in others if theirs == [name] and before(table, other, each) is True)
        perhaps = sum(1 for other, _ in others if before(table, each, other) is not True)
        if perhaps < places:
            continue
        found = each[2]
        kept = classes if surely < places else [one for one in classes if one != name]
        found["classes"] = kept if below in kept else [*kept, below]
        rest = [(other, theirs) for other, theirs in others if before(table, each, other) is not True]
        unknown = any(theirs != [name] or (before(table, other, each) is not True and not equal(table, other, each)) for other, theirs in rest)
        open_yet = unknown or classes != [name]
        waiting = "chờ đủ số liệu của các đơn vị" if open_yet else f"Hội đồng chọn {places - surely} trong {perhaps - surely + 1} xếp {name}"
        found["steps"] = [*found["steps"], text if surely >= places else f"{waiting}: {text}"]
        found["tied"] = [other[0].name for other, _ in others if equal(table, other, each)] if surely < places else []


def place_among(table, row, found, rivals):
    """Thứ tự trong cụm, hoặc trong toàn bảng; bằng nhau thì cùng thứ tự."""
    own = next(each for each in rivals if each[0] is row)
    found["cluster"] = cluster(table, row)
    others = [each for each in rivals if each[0] is not row and cluster(table, each[0]) == found["cluster"]]
    ahead = [before(table, each, own) for each in others]
    low, high = rank_span(table.keys[0], row, found)
    placed = None not in ahead and low is not None and low == high
    found["rank_note"] = rank_note(table, own, others, placed)
    if placed:
        found["rank"] = 1 + ahead.count(True)
        found["tied"] = [each[0].name for each in others if equal(table, each, own)] or found["tied"]


def cluster(table, row):
    """Cụm của một đối tượng; trống nếu không xếp theo cụm."""
    if not table.clusters:
        return ""
    return next((kind for kind in sorted(row.kinds) if kind.casefold().startswith("cụm")), "")


# ---- lời văn


def points_text(points):
    """Số điểm; quá bốn chữ số thập phân thì ghi gần đúng."""
    if (Fraction(points) * 10_000).denominator == 1:
        return number(points)
    return f"≈ {'-' if points < 0 else ''}{rounded(abs(points), 0)}"


def range_text(low, high):
    """“từ 42 đến 52 điểm”."""
    ends = [f"từ {points_text(low)}" if low is not None else "", f"đến {points_text(high)}" if high is not None else ""]
    return f"{' '.join(end for end in ends if end)} điểm" if any(ends) else "chưa rõ"


def lack_of(missing):
    """Vì sao chưa có điểm."""
    if missing == ["không phát sinh"]:
        return "chưa đủ căn cứ: không phát sinh, bảng điểm chưa nói"
    return f"chưa đủ căn cứ: thiếu {'; '.join(missing)}"


def total_sum(table, points, total):
    """“40 + 30,5 + 9 = 79,5”."""
    known = [points[criterion.rule] for criterion in table.criteria]
    spelled = " + ".join(f"({points_text(each)})" if each < 0 else points_text(each) for each in known)
    limits = "".join(f"; {cap[3]}" for cap in table.caps if capped((cap,), points) != sum(known))
    after = limits if sum(known) == total else f"{limits}, lấy {points_text(total)}"
    return f"{spelled} = {points_text(sum(known))}{after}"


def points_lines(found):
    """Kết quả theo một bảng điểm, viết thành các dòng để đọc."""
    for each in found["criteria"]:
        yield f"  Tiêu chí {each['number']}. {each['title']}: {each['sum']}"
    yield f"  Tổng điểm: {found['sum']} ({found['place']})"
    if found["classes"]:
        yield f"  Xếp hạng: {' hoặc '.join(found['classes'])}" + "".join(f"; {step}" for step in found["steps"])
    if found["rank"] is not None:
        tied = f", bằng nhau với {', '.join(found['tied'])}, chờ Hội đồng quyết định" if found["tied"] else ""
        note = f" ({found['rank_note']})" if found["rank_note"] else ""
        yield f"  Thứ tự: {found['rank']}{tied}{note}"
    elif found["rank_note"]:
        yield f"  Thứ tự: {found['rank_note']}"


# ---------------------------------------------------------------- Cách tính


def all_of(verdicts):
    """Đạt tất cả; phần không áp dụng được bỏ qua."""
    return min(verdicts, key=VERDICTS.index, default=NOT_APPLICABLE)


def some_met(verdicts, least, exactly):
    """Đạt ít nhất (exactly: đúng) từng ấy phần; còn ít phần áp dụng hơn số phải đạt thì chưa đủ căn cứ."""
    met, unknown = verdicts.count(MET), verdicts.count(UNKNOWN)
    applying = len(verdicts) - verdicts.count(NOT_APPLICABLE)
    if not applying:
        return NOT_APPLICABLE
    if applying < least:
        return UNKNOWN
    if met + unknown < least or (exactly and met > least):
        return FAILED
    return MET if met >= least and not (exactly and unknown) else UNKNOWN


def count_reason(verdicts, least, exactly):
    """Đạt mấy phần, cần mấy phần."""
    told = [f"đạt {verdicts.count(MET)} trong {len(verdicts)} mục, cần {'đúng' if exactly else 'ít nhất'} {least}"]
    told += [f"{verdicts.count(each)} mục {each}" for each in (UNKNOWN, NOT_APPLICABLE) if each in verdicts]
    return "; ".join(told)


def no_figure(row, keys):
    """Tiêu đề các cột chưa có số liệu."""
    return list(dict.fromkeys(HEADINGS[key] for key in keys if row.figures.get(key) is None))


def target_result(first, rule, place, verdict, **known):
    """Kết quả một chỉ tiêu, đủ các mục của tệp JSON."""
    return {
        "table": first[0],
        "rule": rule,
        "place": place,
        "band": known.get("band"),
        "goal": known.get("goal"),
        "verdict": verdict,
        "reason": known.get("reason", ""),
        "actual": known.get("actual"),
        "base": known.get("base"),
        "shown": known.get("shown"),
        "margin": known.get("margin"),
        "shortfall": known.get("shortfall"),
        "shortfall_text": known.get("shortfall_text", ""),
        "missing": known.get("missing", []),
        "beyond": known.get("beyond"),
    }


def unplaced(first, verdict, missing=()):
    """Chưa biết, hoặc không có, mức nào dành cho đối tượng."""
    reason = lacking(missing) if missing else "không thuộc đối tượng"
    return target_result(first, None, first[1], verdict, reason=reason, missing=list(missing))


def lacking(missing):
    """Vì sao chưa đủ căn cứ."""
    return "chưa đủ căn cứ xét: thiếu " + "; ".join(missing)


def judged_target(row, rule, place, judgment):
    """Chỉ tiêu do Hội đồng bình xét."""
    answer = row.judgments.get(judgment)
    if answer is None:
        return target_result((rule,), rule, place, UNKNOWN, goal=judgment, reason="chờ Hội đồng bình xét", missing=[judgment])
    return target_result((rule,), rule, place, MET if answer else FAILED, goal=judgment)


def exempt(first, rule, place, band):
    """Mức mà kế hoạch nói rõ là không áp dụng."""
    return target_result(first, rule, place, NOT_APPLICABLE, band=band, goal="không áp dụng", reason="không thuộc đối tượng")


def columns(statistic):
    """Các cột mà số liệu được tính từ đó."""
    return [key for _, key in (*statistic.over, *(statistic.under or ())) if key is not None]


def total(row, terms):
    """Tổng các cột, mỗi cột tính số lần đã ghi."""
    return sum(times if key is None else times * row.figures[key] for times, key in terms)


def value(row, statistic):
    """Tử số và mẫu số, là số nguyên, mẫu số không âm; số liệu phải đã biết."""
    over = total(row, statistic.over)
    under = 1 if statistic.under is None else total(row, statistic.under)
    common = over.denominator * under.denominator * (-1 if under < 0 else 1)
    return int(over * common), int(under * common)


def fraction(top, bottom):
    """640/820, hoặc 640."""
    return str(top) if bottom == 1 else f"{top}/{bottom}"


def compare(row, statistic, first, rule, place, band, goal):
    """So số liệu với mức phải đạt, bằng số nguyên và phân số, không làm tròn."""
    said = {"band": band, "goal": goal.text}
    missing = no_figure(row, columns(statistic) + (columns(goal.against) if goal.against else []))
    if missing:
        return target_result(first, rule, place, UNKNOWN, reason=lacking(missing), missing=missing, **said)
    top, bottom = value(row, statistic)
    said["actual"] = fraction(top, bottom) if statistic.under is None else f"{top}/{bottom}"
    base = value(row, goal.against) if goal.against else None
    if base:
        said["base"] = fraction(*base)
    if bottom == 0 or (base and base[1] == 0):
        return target_result(first, rule, place, NOT_APPLICABLE, reason="không phát sinh", **said)
    if base and goal.measure != DIFFERENCE and base[0] <= 0:
        reason = f"chưa đủ căn cứ xét: {goal.when} không có số liệu lớn hơn 0 để so"
        return target_result(first, rule, place, UNKNOWN, reason=reason, **said)
    measured, per_one = measure(statistic, goal, top, bottom, base)
    said["shown"] = shown(statistic, goal, top, bottom, base, measured)
    said["margin"] = number(measured - goal.shown)
    said["beyond"] = beyond(statistic, goal, measured, base)
    if holds(goal, measured):
        return target_result(first, rule, place, MET, shortfall="0", **said)
    change, words = shortfall(row, statistic, goal, measured, per_one)
    return target_result(first, rule, place, FAILED, shortfall=change, shortfall_text=words, **said)


def measure(statistic, goal, top, bottom, base):
    """Con số đem so, và thêm 1 ở tử số thì con số ấy đổi bao nhiêu."""
    one = Fraction(100 if statistic.percent else 1, bottom)
    if base is None:
        return one * top, one
    other = (100 if goal.against.percent else 1) * Fraction(*base)
    if goal.measure == DIFFERENCE:
        return one * top - other, one
    sign = -1 if goal.measure == DECREASE else 1
    return Fraction(100 * sign * (one * top - other), other), Fraction(100 * sign * one, other)


def holds(goal, measured):
    """Con số có nằm trong mức phải đạt không."""
    if goal.low is not None and (measured < goal.low or (measured == goal.low and not goal.low_counts)):
        return False
    if goal.high is not None and (measured > goal.high or (measured == goal.high and not goal.high_counts)):
        return False
    return True


def shortfall(row, statistic, goal, measured, per_one):
    """Thay đổi ít nhất để đạt, và lời nói; None nếu thay đổi thế nào cũng không đạt."""
    lever = statistic.lever
    times = next((times for times, key in statistic.over if key == lever), 0)
    if lever is None or not times or any(key == lever for _, key in statistic.under or ()):
        return None, statistic.hopeless
    change = least_change(goal, measured, times * per_one)
    wanted = row.figures[lever] + change
    wholes = [row.figures.get(whole) for part, whole in PARTS if part == lever]
    possible = wanted >= 0 and all(whole is None or wanted <= whole for whole in wholes)
    if not possible or not holds(goal, measured + change * times * per_one):
        return None, statistic.hopeless
    return str(abs(change)), f"{statistic.more if change > 0 else statistic.less} {grouped(abs(change))} {statistic.counted}"


def least_change(goal, measured, per_one):
    """Số nguyên gần 0 nhất đưa con số đến đầu gần nhất của mức, hoặc vượt qua nếu đúng bằng đầu ấy là chưa đạt."""
    below = goal.low is not None and measured <= goal.low
    end, counts = (goal.low, goal.low_counts) if below else (goal.high, goal.high_counts)
    exact = Fraction(end - measured, per_one)
    rises = below == (per_one > 0)
    change = -(-exact.numerator // exact.denominator) if rises else exact.numerator // exact.denominator
    if change == exact and not counts:
        change += 1 if rises else -1
    return change


def condition_result(rule, place, verdict, reasons):
    """Kết quả một điều kiện."""
    return {"rule": rule, "place": place, "verdict": verdict, "reasons": reasons, "part_of": None}


NO_MERIT = {"merit": False}  # không bị kỷ luật chưa phải là thành tích


def of_standard(found):
    """Đạt mọi điều kiện; ngoài kỷ luật không còn điều kiện nào áp dụng thì tiêu chuẩn không áp dụng."""
    merits = {each["verdict"] for each in found if each.get("merit", True)}
    return NOT_APPLICABLE if merits == {NOT_APPLICABLE} else all_of(each["verdict"] for each in found)


def judged(row, rule, place, judgment):
    """Điều kiện do Hội đồng bình xét."""
    answer = row.judgments.get(judgment)
    if answer is None:
        return condition_result(rule, place, UNKNOWN, ["chờ Hội đồng bình xét"])
    if answer:
        return condition_result(rule, place, MET, ["Hội đồng bình xét: đạt"])
    return condition_result(rule, place, FAILED, ["Hội đồng bình xét: không đạt"])


def not_disciplined(row, data, rule, place, forms, first, last, members, people):
    """Không bị kỷ luật; tính theo ngày ký quyết định, kể cả ngày đầu và ngày cuối của kỳ xét."""
    if data.sanctions is None:
        return condition_result(rule, place, UNKNOWN, ["chưa có bảng Kỷ luật"]) | NO_MERIT
    found = decisions(row, data, forms, first, last, members, people)
    if found:
        return condition_result(rule, place, FAILED, found) | NO_MERIT
    window = "" if first is None else f" từ ngày {day_text(first)} đến hết ngày {day_text(last)}"
    return condition_result(rule, place, MET, [f"không có quyết định kỷ luật{window}"]) | NO_MERIT


def decisions(row, data, forms, first, last, members, people):
    """Các quyết định kỷ luật tính đến, theo thứ tự ngày ký."""
    found = []
    for sanction in data.sanctions:
        if sanction.form not in forms:
            continue
        if first is not None and not first <= sanction.signed <= last:
            continue
        if members and people and sanction.kinds.isdisjoint(people):
            continue
        if members and sanction.unit != (row.name if row.base == COLLECTIVE else row.unit):
            continue
        if not members and (sanction.name, sanction.unit) != (row.name, row.unit):
            continue
        who = f"{sanction.name} " if members else ""
        reason = f"{who}bị kỷ luật {sanction.form}, quyết định ký ngày {day_text(sanction.signed)}"
        found.append((sanction.signed, sanction.name, forms.index(sanction.form), reason))
    return [reason for *_, reason in sorted(found)]


def targets_met(results, rule, place, targets, tables, least=None, exactly=False, required=(), required_tables=()):
    """Đạt các chỉ tiêu được dẫn, hoặc từng ấy chỉ tiêu trong số đó; khi chưa chọn được mức thì xét cả bảng."""
    asked = of_targets(results, targets, tables)
    verdicts = [each["verdict"] for each in asked]
    reasons = [target_reason(each) for each in asked] or ["không có chỉ tiêu nào cho đối tượng này"]
    if least is None:
        return condition_result(rule, place, all_of(verdicts), reasons)
    bound = [each["verdict"] for each in of_targets(results, required, required_tables)]
    counted = [some_met(verdicts, least, exactly), *bound]
    return condition_result(rule, place, all_of(counted), [count_reason(verdicts, least, exactly), *reasons])


def of_targets(results, targets, tables):
    """Kết quả của các chỉ tiêu này."""
    return [each for each in results if (each["rule"] in targets if each["rule"] is not None else each["table"] in tables)]


def by_authority(rule, place):
    """Không tính được: người khác quyết định."""
    return condition_result(rule, place, UNKNOWN, ["do cấp có thẩm quyền quyết định"])


QUALIFIES = {
    MET: "đủ điều kiện tặng {}",
    FAILED: "không đủ điều kiện tặng {}",
    UNKNOWN: "chưa đủ căn cứ xét {}",
    NOT_APPLICABLE: "không thuộc đối tượng tặng {}",
}


def qualifies_for(row, data, results, rule, place, award, wave, standards, exclusions, heads):
    """Đủ điều kiện của một hình thức khen thưởng khác: đạt các tiêu chuẩn của hình thức ấy, không thuộc trường hợp không xét."""
    left_out = exclusion_results(row, data, wave, award, exclusions)
    own = all_of(of_standard(standard(row, data, results)) for covers, standard in standards if covers(row))
    open_ = [each["verdict"] for each in left_out if each["verdict"] == UNKNOWN]
    out = [reason for each in left_out if each["verdict"] == NOT_APPLICABLE for reason in each["reasons"]]
    verdict, of_unit = NOT_APPLICABLE if out or own == NOT_APPLICABLE else all_of([own, *open_]), []
    if verdict != NOT_APPLICABLE:
        units = by_unit(row, data, wave, award, heads, standards, exclusions)
        verdict = all_of([verdict, *(each["verdict"] for each in units)])
        of_unit = [reason for each in units for reason in each["reasons"]]
    reasons = [QUALIFIES[verdict].format(award), *of_unit, *out]
    return condition_result(rule, place, FAILED if verdict == NOT_APPLICABLE else verdict, reasons)


def by_unit(row, data, wave, award, rules, standards, exclusions):
    """Điều kiện về đơn vị của người đứng đầu, xét theo những tiêu chuẩn và trường hợp không xét này."""
    asked = [(rule, place, qualifying) for covers, rule, place, qualifying in BOTH if rule in rules and covers(row)]
    if not asked:
        return []
    unit = data.units[row.unit or row.name]
    counted = frozenset().union(*(each.targets for each in OCCASIONS if each.wave == wave))
    results = [result for target in TARGETS if (result := target(unit)) is not None and result["table"] in counted]
    own = all_of(of_standard(standard(unit, data, results)) for covers, standard in standards if covers(unit))
    left_out = exclusion_results(unit, data, wave, award, exclusions)
    out = [reason for each in left_out if each["verdict"] == NOT_APPLICABLE for reason in each["reasons"]]
    open_ = [each["verdict"] for each in left_out if each["verdict"] == UNKNOWN]
    found = []
    for rule, place, qualifying in asked:
        verdict = (FAILED if out else all_of([own, *open_])) if qualifying else own
        words = UNIT_QUALIFIES if qualifying else UNIT_MEETS
        found.append(condition_result(rule, place, verdict, [words[verdict], *(out if qualifying else ())]))
    return found


UNIT_QUALIFIES = {
    MET: "đơn vị đủ điều kiện đề nghị khen thưởng",
    FAILED: "đơn vị không đủ điều kiện đề nghị khen thưởng",
    UNKNOWN: "chưa đủ căn cứ xét đơn vị",
    NOT_APPLICABLE: "đơn vị không thuộc đối tượng",
}
UNIT_MEETS = UNIT_QUALIFIES | {
    MET: "đơn vị đạt tiêu chuẩn của tập thể",
    FAILED: "đơn vị không đạt tiêu chuẩn của tập thể",
}


def some_of(rule, place, least, exactly, items):
    """Đạt từng ấy mục; mỗi mục phải đạt mọi điều kiện của nó."""
    verdicts = [all_of(each["verdict"] for each in item) for item in items]
    result = condition_result(rule, place, some_met(verdicts, least, exactly), [count_reason(verdicts, least, exactly)])
    result["inside"] = [each for item in items for each in item]
    return result


def flattened(found, part_of=None):
    """Mỗi điều kiện, rồi đến các điều kiện bên trong nó."""
    for each in found:
        inside = each.pop("inside", [])
        each.pop("merit", None)
        yield each | {"part_of": part_of}
        yield from flattened(inside, each["rule"])


def exclusion_result(row, data, wave, each):
    """Không áp dụng là không xét, đạt là không thuộc trường hợp không xét."""
    if each.key is not None:
        answer = row.judgments.get(each.key)
        if answer is None:
            return condition_result(each.rule, each.place, UNKNOWN, [f"chưa rõ có thuộc trường hợp không xét: {each.question}"])
        found = [each.question] if answer else []
    elif each.forms:
        if data.sanctions is None:
            return condition_result(each.rule, each.place, UNKNOWN, ["chưa có bảng Kỷ luật"])
        found = decisions(row, data, each.forms, each.first, each.last, each.members, each.people)
    elif each.group is not None:
        if unknown := no_figure(row, each.asked):
            return condition_result(each.rule, each.place, UNKNOWN, [f"thiếu {', '.join(unknown)}"])
        found = [each.told] if each.group(row) else []
    elif each.late or each.incomplete:
        if data.files is None:
            return condition_result(each.rule, each.place, UNKNOWN, ["chưa có bảng Hồ sơ"])
        found, unknown = faults_of_files(row, data, wave, each)
        if unknown and not found:
            return condition_result(each.rule, each.place, UNKNOWN, [f"chưa rõ {what}" for what in unknown])
    else:
        return condition_result(each.rule, each.place, NOT_APPLICABLE, [f"không xét {each.name}"])
    if found:
        return condition_result(each.rule, each.place, NOT_APPLICABLE, [f"không xét: {reason}" for reason in found])
    return condition_result(each.rule, each.place, MET, ["không thuộc trường hợp không xét"])


def faults_of_files(row, data, wave, each):
    """Hồ sơ quá hạn hay thiếu giấy tờ gì, và còn chưa rõ điều gì."""
    found, unknown = [], []
    for file in files_of(row, data, wave, MET):
        of_day = [what for what in file["unknown"] if what.startswith(("Ngày nhận hồ sơ", "hồ sơ theo thời hạn nào"))]
        if each.late and file["late"]:
            found.append(f"hồ sơ nhận ngày {file['received']}, ngày cuối là {file['last_day']}")
        if each.incomplete and file["missing"]:
            found.append(f"hồ sơ thiếu {', '.join(file['missing'])}")
        unknown += of_day if each.late else []
        unknown += [what for what in file["unknown"] if what not in of_day] if each.incomplete else []
    return found, unknown


def target_reason(result):
    """Một chỉ tiêu, nói gọn."""
    target = f"chỉ tiêu tại {result['rule'] or result['table']}"
    if result["verdict"] in (MET, FAILED):
        return f"{result['verdict']} {target}"
    return f"{target}: {result['reason']}"


def score(data):
    """Kết quả của mọi đối tượng trong từng lần xét, theo thứ tự trong bảng số liệu."""
    targets = [[result for target in TARGETS if (result := target(row)) is not None] for row in data.rows]
    decided = {}
    for occasion in sorted(OCCASIONS, key=turn):
        decided[occasion.award, occasion.wave] = on_occasion(data, occasion, targets, places_before(occasion, decided))
    shown = spoken_of([result for occasion in OCCASIONS for _, result in decided[occasion.award, occasion.wave]])
    scored = [(row, {"targets": each, "points": []}) for row, each in zip(data.rows, targets)]
    add_points(data, scored)
    points = {(row.unit, row.name): result["points"] for row, result in scored}
    for result in shown:  # điểm không thuộc lần xét nào: ghi ở lần đầu
        result["points"] = points.pop((result["unit"], result["name"]), [])
    return {"schema": "thads.results/1", "plan": PLAN, "subjects": shown}


def spoken_of(results):
    """Nhiều hình thức khen thưởng: đối tượng có tên ở hình thức có tiêu chuẩn cho mình, không có thì ở hình thức đầu tiên."""
    places = {}
    for result in results:
        covered = result.pop("covered")
        first, known = places.get((result["unit"], result["name"], result["wave"]), (result["award"], False))
        places[result["unit"], result["name"], result["wave"]] = (first, known or covered)
        result["shown"] = covered
    for result in results:
        first, known = places[result["unit"], result["name"], result["wave"]]
        if not known:
            result["shown"] = result["award"] == first
    return [result for result in results if result.pop("shown")]


def turn(occasion):
    """Hình thức có số lượng đứng trước được xét trước: hình thức sau có thể chọn trong số được chọn."""
    return min((at for at, quota in enumerate(QUOTAS) if quota.rule in occasion.quotas), default=len(QUOTAS))


def places_before(occasion, decided):
    """Mỗi đối tượng được gì ở các hình thức khác của đợt này."""
    found = {}
    for (_, wave), subjects in decided.items():
        for row, result in subjects if wave == occasion.wave else ():
            others = [each for each in result["quotas"] if each["quota"] not in occasion.quotas]
            found.setdefault((row.unit, row.name), []).extend(others)
    return found


def on_occasion(data, occasion, targets, before):
    """Kết quả của mọi đối tượng trong một lần xét."""
    subjects = [(row, subject_result(row, data, occasion, each)) for row, each in zip(data.rows, targets)]
    asked = [(covers, standard) for covers, rule, standard in STANDARDS if rule in occasion.standards]
    for row, result in subjects:
        standards = result.pop("own")
        parts = [standards]
        for each in by_unit(row, data, occasion.wave, occasion.award, occasion.others, asked, occasion.others):
            result["conditions"].append(each)
            parts.append(each["verdict"])
        left_out = result.pop("left_out")
        parts += [verdict for verdict in left_out if verdict == UNKNOWN]
        result["covered"] = standards is not None
        result["verdict"] = NOT_APPLICABLE if standards is None or NOT_APPLICABLE in left_out else all_of(parts)
        result["eligible"] = ELIGIBLE_WORDS[result["verdict"]]
        result["dossiers"] = list(files_of(row, data, occasion.wave, result["verdict"]))
    for quota in QUOTAS:
        if quota.rule in occasion.quotas:
            apply_quota(quota, data, subjects, before)
    for _, result in subjects:
        del result["verdict"], result["barred"]
        lacks = any(file["verdict"] == FAILED for file in result["dossiers"])
        for quota in result["quotas"]:
            if lacks and quota["proposal"].startswith((PROPOSED, *OPEN)):
                note = "hồ sơ thiếu hoặc quá hạn, Hội đồng quyết định có xét hay không"
                quota["note"] = "; ".join(filter(None, (quota["note"], note)))
                if quota["proposal"] == PROPOSED:
                    quota["proposal"] = "đủ điều kiện, hồ sơ thiếu hoặc quá hạn"
    return subjects


ELIGIBLE_WORDS = {
    MET: "đủ điều kiện đề nghị khen thưởng",
    FAILED: "không đủ điều kiện đề nghị khen thưởng",
    UNKNOWN: "chưa đủ căn cứ đề nghị khen thưởng",
    NOT_APPLICABLE: "không thuộc đối tượng",
}


def subject_result(row, data, occasion, targets):
    """Chỉ tiêu và tiêu chuẩn của riêng một đối tượng; own là None khi không tiêu chuẩn nào nói đến."""
    targets = [each for each in targets if each["table"] in occasion.targets]
    conditions = exclusion_results(row, data, occasion.wave, occasion.award, occasion.others)
    left_out, verdicts = [each["verdict"] for each in conditions], []
    barred = {quota.rule: list(barred_by(quota, row, data, occasion.wave)) for quota in QUOTAS if quota.rule in occasion.quotas}
    for each in itertools.chain.from_iterable(barred.values()):
        conditions += [each] if each not in conditions else []
    for covers, rule, standard in STANDARDS:
        if rule in occasion.standards and covers(row):
            found = standard(row, data, targets)
            verdicts.append(of_standard(found))
            conditions += flattened(found)
    return {
        "base": row.base,
        "name": row.name,
        "unit": row.unit,
        "kind": row.kind,
        "head": row.head,
        "award": occasion.award,
        "wave": occasion.wave,
        "targets": targets,
        "conditions": conditions,
        "eligible": "",
        "quotas": [],
        "dossiers": [],
        "points": [],
        "own": all_of(verdicts) if verdicts else None,
        "left_out": left_out,
        "barred": {rule: {each["verdict"] for each in found} for rule, found in barred.items()},
    }


def barred_by(quota, row, data, wave):
    """Những trường hợp chỉ không xét hình thức khen thưởng của số lượng này."""
    for each in EXCLUSIONS if quota.covers(row) else ():
        if each.rule in quota.left_out and each.covers(row):
            yield telling_award(each, exclusion_result(row, data, wave, each))


def exclusion_results(row, data, wave, award, exclusions):
    """Các trường hợp không xét; lần xét không của riêng hình thức nào thì nói rõ không xét hình thức nào."""
    asked = [each for each in EXCLUSIONS if each.rule in exclusions and each.covers(row)]
    found = [exclusion_result(row, data, wave, each) for each in asked]
    return found if award else [telling_award(*pair) for pair in zip(asked, found)]


def telling_award(exclusion, found):
    """Kết quả nói rõ không xét hình thức nào."""
    if not exclusion.award:
        return found
    return found | {"reasons": [re.sub("^không xét", f"không xét tặng {exclusion.award}", reason) for reason in found["reasons"]]}


PROPOSED, COUNCIL, TIED = "đề nghị khen thưởng", "Hội đồng chọn", "bằng nhau, chờ Hội đồng bình xét"
NO_MORE, NO_PLACE = "đủ điều kiện, hết số lượng", "đủ điều kiện, đơn vị không có số lượng"
UNRANKED, COMPOSED = "đủ điều kiện, chưa đủ căn cứ xếp thứ tự", "đủ điều kiện, Hội đồng chọn cho đúng cơ cấu"
WAITS, WAITS_BEFORE = "đủ điều kiện, chờ xét xong các trường hợp chưa đủ căn cứ", "đủ điều kiện, chờ chọn xong số lượng trước"
ELSEWHERE = "đủ điều kiện, do cấp có thẩm quyền quyết định"
PENDING, NOT_ELIGIBLE = "chưa đủ căn cứ xét", "không đủ điều kiện"
PART_FULL, KEPT = "đủ điều kiện, hết số lượng dành cho", "đủ điều kiện, số lượng còn lại dành cho"
OUT = (NO_MORE, NO_PLACE, PART_FULL, KEPT)  # đủ điều kiện mà không được chọn; NO_MORE cũng là lời mở đầu của PART_FULL
OPEN = (COUNCIL, TIED, UNRANKED, COMPOSED, WAITS, WAITS_BEFORE, ELSEWHERE)  # còn có thể được chọn hoặc không


@dataclass
class Candidate:
    """Một đối tượng tranh một số lượng: chờ số lượng trước, thứ tự thấp nhất và cao nhất, thuộc cơ cấu nào."""

    row: Row
    result: dict
    verdict: str
    waits: bool
    lowest: tuple
    highest: tuple
    inside: tuple
    proposal: str = ""

    @property
    def sure(self):
        """Đủ điều kiện và không phải chờ."""
        return self.verdict == MET and not self.waits

    @property
    def open(self):
        """Còn có thể đủ điều kiện hoặc không, được chọn ở số lượng trước hoặc không."""
        return self.verdict == UNKNOWN or self.waits


def apply_quota(quota, data, subjects, elsewhere):
    """Một số lượng khen thưởng: ai được đề nghị, ở đâu Hội đồng phải chọn."""
    pools = {}
    for row, result in subjects:
        barred = result["barred"].get(quota.rule, ())
        if result["verdict"] != NOT_APPLICABLE and NOT_APPLICABLE not in barred and quota.covers(row):
            earlier = [*elsewhere.get((row.unit, row.name), ()), *result["quotas"]]
            before = [each["proposal"] for each in earlier if each["quota"] in quota.after]
            chained = quota.after and result["verdict"] == MET
            if chained and quota.of_all:
                before = [each for each in before if not each.startswith((*OUT, NOT_ELIGIBLE))]
                before = [each for each in before if not each.startswith((*OPEN, PENDING))] or before
            if chained and (not before or any(each.startswith((*OUT, NOT_ELIGIBLE)) for each in before)):
                continue
            waits = bool(chained) and any(each.startswith((*OPEN, PENDING)) for each in before)
            inside = tuple(part.covers(row) for part in quota.compositions)
            verdict = UNKNOWN if UNKNOWN in barred and result["verdict"] == MET else result["verdict"]
            candidate = Candidate(row, result, verdict, waits and verdict == MET, *place_in_order(quota, row), inside)
            pools.setdefault(pool(quota, data, row), []).append(candidate)
    shared = Counter(pool(quota, data, row) for row in data.rows if quota.share.counted(row)) if quota.share else {}
    people = Counter(row.unit for row in data.rows if row.base == INDIVIDUAL)
    for (name, given), candidates in pools.items():
        limit, counted, working = places(quota, people[name], shared.get((name, given), 0))
        more = still_to_choose(quota, data, candidates, elsewhere) if quota.of_all else None
        fill_pool(quota, limit if given else 0, counted, working, given, candidates, more)


def still_to_choose(quota, data, candidates, elsewhere):
    """Nhiều nhất còn bao nhiêu chỗ chưa chọn xong ở các số lượng trước."""
    before, pools = {each.rule: each for each in QUOTAS if each.rule in quota.after}, {}
    for each in candidates:
        for result in (*elsewhere.get((each.row.unit, each.row.name), ()), *each.result["quotas"]):
            if result["quota"] in before:
                key = result["quota"], pool(before[result["quota"]], data, each.row)
                pools.setdefault(key, []).append((result["proposal"], result["limit"]))
    left = 0
    for results in pools.values():
        waiting = sum(proposal.startswith((*OPEN, PENDING)) for proposal, _ in results)
        limit, taken = results[0][1], sum(proposal == PROPOSED for proposal, _ in results)
        left += waiting if limit is None else min(waiting, limit - taken)
    return left


def fill_pool(quota, limit, counted, working, given, candidates, more):
    """Kết quả của các đối tượng tranh cùng một số lượng; given là loại đơn vị này có số lượng."""
    note = propose(quota, limit, candidates, more) if given else no_places(candidates)
    eligible, pending = sum(each.sure for each in candidates), sum(each.open for each in candidates)
    for each in candidates:
        for given_before in each.result["quotas"] if quota.of_all and each.proposal == COMPOSED else ():
            if given_before["quota"] in quota.after and given_before["proposal"] == PROPOSED:
                given_before["proposal"] = COMPOSED
        each.result["quotas"].append(
            {
                "quota": quota.rule,
                "place": quota.place,
                "proposal": each.proposal,
                "limit": limit,
                "eligible": eligible,
                "pending": pending,
                "counted": counted,
                "working": working,
                "note": note,
            }
        )


def pool(quota, data, row):
    """Đơn vị mà số lượng được tính riêng (trống là tính chung), và loại đơn vị ấy có số lượng không."""
    name = row.unit or row.name
    given = not quota.per_unit or not data.units[name].kinds.isdisjoint(quota.per_unit)
    return (name if quota.per_unit and not quota.together else ""), given


def places(quota, people, counted):
    """Số lượng, số đối tượng mà tỷ lệ được tính trên đó, và phép tính."""
    for least, greatest, limit in quota.small_units:
        if (least is None or least <= people) and (greatest is None or people <= greatest):
            return limit, None, ""
    if quota.share is None:
        return quota.limit, None, ""
    exact = Fraction(quota.share.percent * counted, 100)
    whole = exact.numerator // exact.denominator
    rest, up_from = exact - whole, quota.share.up_from
    limit = whole + (rest > 0 and up_from is not None and rest >= up_from)
    working = f"{quota.share.text} của {counted} = {number(exact)}"
    return limit, counted, f"{working}, {quota.share.rounding}: {limit}" if rest else working


NOTHING_AROSE, ABOVE_ALL = (0, 0), (2, 0)  # không phát sinh thì xếp sau mọi con số; chưa biết thì có thể đứng trước tất cả


def place_in_order(quota, row):
    """Thứ tự thấp nhất và cao nhất có thể có, lớn hơn là đứng trước; đủ số liệu thì hai thứ tự là một."""
    lowest, highest = [], []
    for statistic, greatest_first in quota.ranking:
        if no_figure(row, columns(statistic)):
            low, high = NOTHING_AROSE, ABOVE_ALL
        else:
            top, bottom = value(row, statistic)
            low = (1, Fraction(top, bottom) * (1 if greatest_first else -1)) if bottom else NOTHING_AROSE
            high = low
        lowest.append(low)
        highest.append(high)
    return tuple(lowest), tuple(highest)


def no_places(candidates):
    """Đơn vị không có số lượng."""
    for each in candidates:
        each.proposal = {FAILED: NOT_ELIGIBLE, UNKNOWN: PENDING}.get(each.verdict, NO_PLACE)
    return ""


def propose(quota, limit, candidates, more):
    """Ghi kết luận cho từng đối tượng; trả lời nói thêm về cơ cấu."""
    sure = [each for each in candidates if each.sure]
    if quota.ranking and limit:
        return by_order(quota.compositions, limit, candidates, sure)
    for each in candidates:
        each.proposal = proposal(quota, limit, candidates, sure, each)
    return compose(quota.compositions, limit, candidates, sure, more)


def whatever(own):
    """Kết luận không tùy số lượng; rỗng nếu đối tượng đủ điều kiện."""
    if own.waits:
        return WAITS_BEFORE
    return {FAILED: NOT_ELIGIBLE, UNKNOWN: PENDING}.get(own.verdict, "")


def proposal(quota, limit, candidates, sure, own):
    """Lời kết luận theo số lượng khen thưởng."""
    if whatever(own):
        return whatever(own)
    if quota.by_authority:
        return ELSEWHERE
    if limit is None or len(sure) + sum(each.open for each in candidates) <= limit:
        return PROPOSED
    if limit == 0:
        return NO_MORE
    return f"{COUNCIL} {limit} trong {len(sure)}" if len(sure) > limit else WAITS


def compose(compositions, limit, candidates, sure, more):
    """Cơ cấu của những người được chọn; nếu chọn hết mà không đúng cơ cấu thì Hội đồng chọn người khác."""
    settled = not any(each.proposal.startswith((*OPEN, PENDING)) for each in candidates)
    taken = [each for each in candidates if each.proposal == PROPOSED]
    notes, changed = [], {}
    for index, asked in enumerate(compositions):
        inside, chosen = sum(each.inside[index] for each in taken), len(taken)
        may, must = still_possible(asked, index, limit, candidates, inside, chosen, more)
        note = ""
        if limit is None and not must:
            so_far = so_far_words(asked, inside, chosen, settled or may)
            note = f"trong tổng số được chọn {asked.words}" + (f", {so_far} {inside} trong {chosen}" if chosen else "")
        elif limit is not None and not (settled and must):
            note = composition_note(asked, min(limit, len(sure)), sum(each.inside[index] for each in sure))
        notes.append(note)
        for at, each in enumerate(candidates):
            if (note or not settled) and each.proposal == (PROPOSED if each.inside[index] == asked.capped else NO_MORE):
                if settled or not may:
                    changed[at] = COMPOSED
                elif each.proposal == PROPOSED and not must:
                    changed.setdefault(at, WAITS)
    for at, proposal in changed.items():
        candidates[at].proposal = proposal
    return "; ".join(filter(None, notes))


def still_possible(asked, index, limit, candidates, inside, chosen, more):
    """Còn có thể đúng cơ cấu không; chọn thêm ai cũng đúng cơ cấu không."""
    own, others = (sum(each.open for each in candidates if each.inside[index] == part) for part in (True, False))
    most = own + others if more is None else more
    most = most if limit is None else min(most, max(limit - chosen, 0))
    with_others = [well_made(asked, inside, chosen + count) for count in range(min(most, others) + 1)]
    with_own = [well_made(asked, inside + count, chosen + count) for count in range(min(most, own) + 1)]
    return (any(with_others), all(with_own)) if asked.capped else (any(with_own), all(with_others))


def well_made(asked, inside, chosen):
    """Số người thuộc phần này có đúng cơ cấu không."""
    return inside <= part_of(asked, chosen) if asked.capped else inside >= part_of(asked, chosen)


def so_far_words(asked, inside, chosen, may):
    """Đang đúng, đang thừa, đang thiếu, hay chắc chắn không đúng cơ cấu."""
    if well_made(asked, inside, chosen):
        return "hiện có"
    if may:
        return "hiện có" if asked.capped else "mới có"
    return "đã vượt dù chọn đủ số còn lại: hiện có" if asked.capped else "không thể đủ dù chọn đủ số còn lại: mới có"


def composition_note(asked, count, there):
    """Trong từng ấy người được chọn phải có bao nhiêu; rỗng nếu không buộc ai."""
    needed = part_of(asked, count)
    if asked.capped:
        return f"trong {count} được chọn có không quá {needed} {asked.name}" if needed < count else ""
    few = f", chỉ có {there} đủ điều kiện" if there < needed else ""
    return f"trong {count} được chọn phải có ít nhất {needed} {asked.name}{few}" if needed > 0 else ""


def part_of(asked, chosen):
    """Trong từng ấy người được chọn phải có ít nhất, hoặc có nhiều nhất, bao nhiêu."""
    exact = Fraction(asked.count * chosen, 100) if asked.percent else Fraction(asked.count)
    up = asked.capped == asked.beyond  # lấy số nguyên phía trên
    whole = -(-exact.numerator // exact.denominator) if up else exact.numerator // exact.denominator
    return whole if not asked.beyond or not chosen else whole + (-1 if asked.capped else 1)


PLACES = -1  # số lượng khen thưởng, đứng cùng các mức tối đa của cơ cấu


def by_order(compositions, limit, candidates, sure):
    """Xét lần lượt theo thứ tự, ai còn chỗ trong cơ cấu thì được chọn; chắc chắn mới ghi, không thì chờ hoặc để Hội đồng."""
    race = Race(compositions, limit, candidates, sure)
    decided = race.decided()
    for own in candidates:
        own.proposal = whatever(own) or race.words(decided, own)
    kinds = [each.inside for each in sure]
    count = min(limit if decided is None else race.numbers[-1], len(sure))
    if any(each.proposal.startswith(OPEN) for each in candidates):
        notes = [composition_note(asked, count, sum(kind[at] for kind in kinds)) for at, asked in enumerate(compositions)]
        return "; ".join(filter(None, notes))
    proposals = [each.proposal for each in candidates]
    given = proposals.count(PROPOSED)
    if PENDING not in proposals and compositions and given < min(limit, len(sure)):
        return f"chỉ chọn được {given} để đúng cơ cấu: {'; '.join(asked.words for asked in compositions)}"
    return ""


class Race:
    """“Không quá” là mức tối đa của cơ cấu; “ít nhất” là mức tối đa của những người không thuộc cơ cấu ấy."""

    def __init__(self, compositions, limit, candidates, sure):
        self.compositions, self.limit, self.sure = compositions, limit, sure
        self.rivals = [each for each in candidates if each.verdict != FAILED]
        self.fixed = all(each.capped and not each.percent for each in compositions)
        kinds = {each.inside for each in self.rivals}
        parts = [{kind for kind in kinds if self.takes(cap, kind)} for cap in range(len(compositions))]
        self.laminar = all(not one & other or one <= other or other <= one for one, other in itertools.combinations(parts, 2))
        self.numbers = self.possible_numbers()
        ends = sorted({end for each in candidates for end in (each.lowest, each.highest)})
        self.places = {end: place for place, end in enumerate(ends)}
        self.perhaps, self.surely = self.tallied(self.rivals, "highest"), self.tallied(self.sure, "lowest")
        unknown = [each for each in self.rivals if each.lowest != each.highest]
        self.doubtful = self.tallied([each for each in self.rivals if each.open or each.lowest != each.highest], "highest")
        self.sure_but_unknown = self.tallied([each for each in unknown if not each.open], "lowest")

    def takes(self, cap, kind):
        """Mức này có tính cả người thuộc những cơ cấu này không."""
        return kind[cap] == self.compositions[cap].capped

    def size(self, cap, chosen):
        """Mức tối đa khi chọn từng ấy người."""
        asked = self.compositions[cap]
        return part_of(asked, chosen) if asked.capped else chosen - part_of(asked, chosen)

    def most(self, counts, chosen):
        """Trong từng ấy người, cùng được chọn nhiều nhất là bao nhiêu."""
        least = chosen
        for some in range(len(self.compositions) + 1):
            for caps in itertools.combinations(range(len(self.compositions)), some):
                others = sum(count for kind, count in counts.items() if not any(self.takes(cap, kind) for cap in caps))
                least = min(least, others + sum(self.size(cap, chosen) for cap in caps))
        return least

    def full(self, counts, kind, chosen):
        """Những mức không còn chỗ cho người đứng sau từng ấy người."""
        found = [PLACES] if self.most(counts, chosen) >= chosen else []
        for cap in range(len(self.compositions)):
            if self.takes(cap, kind):
                inside = {each: count for each, count in counts.items() if self.takes(cap, each)}
                if self.most(inside, chosen) >= self.size(cap, chosen):
                    found.append(cap)
        return found

    def possible_numbers(self):
        """Cuối cùng chọn được mấy người."""
        if self.fixed:
            return [self.limit]
        if not self.laminar:
            return [min(self.limit, len(self.sure))]
        return list(range(self.greatest(self.sure), self.greatest(self.rivals) + 1))

    def greatest(self, those):
        """Số người nhiều nhất chọn được mà đúng cơ cấu."""
        counts = Counter(each.inside for each in those)
        numbers = range(min(self.limit, len(those)), 0, -1)
        return next((number for number in numbers if self.possible(number) and self.most(counts, number) >= number), 0)

    def possible(self, chosen):
        """Từng ấy người có đủ cho từng cơ cấu không."""
        return all(self.size(cap, chosen) >= 0 for cap in range(len(self.compositions)))

    def tallied(self, those, end):
        """Ở mỗi thứ tự: số người thuộc từng cơ cấu đứng ở đó hoặc đứng trước."""
        at_place = {}
        for each in those:
            at_place.setdefault(self.places[getattr(each, end)], []).append(each.inside)
        found = [Counter()]
        for place in reversed(range(len(self.places))):
            found.append(found[-1] + Counter(at_place[place]) if place in at_place else found[-1])
        return found[::-1]

    def decided(self):
        """Ai chắc chắn được chọn, ai chắc chắn không và vì mức nào; None nếu chưa rõ chọn được mấy người."""
        found, chosen = {}, []
        for own in sorted(self.sure, key=lambda each: -self.places[each.lowest]):
            highest = self.places[own.highest]
            possible = self.perhaps[self.places[own.lowest]] - Counter([own.inside])
            gone = self.surely[highest + 1]
            if not self.laminar:
                gone = Counter(each.inside for each in chosen if self.places[each.lowest] > highest)
            full = [self.full(gone, own.inside, number) for number in self.numbers]
            if not any(self.full(possible, own.inside, number) for number in self.numbers):
                found[id(own)] = True, PLACES
                chosen.append(own)
            elif all(full):
                found[id(own)] = False, full[-1][0 if self.numbers[-1] == self.limit else -1]
        return found if self.reliable(found) else None

    def reliable(self, found):
        """Số người được chọn có đúng là số đã tính không."""
        if self.fixed:
            return True
        if self.laminar:
            return self.numbers[0] > 0
        number = self.numbers[0]
        settled = number == self.limit or not any(each.open for each in self.rivals)
        return settled and self.possible(number) and sum(chosen for chosen, _ in found.values()) == number

    def words(self, decided, own):
        """Lời kết luận cho một người đủ điều kiện."""
        if decided is None:
            return WAITS if any(each.open for each in self.rivals) else COMPOSED
        if id(own) not in decided:
            return self.why_open(own)
        chosen, cap = decided[id(own)]
        if chosen or cap == PLACES:
            return PROPOSED if chosen else NO_MORE
        asked = self.compositions[cap]
        return f"{PART_FULL if asked.capped else KEPT} {asked.name}"

    def why_open(self, own):
        """Bằng nhau ở chỗ cuối cùng thì để Hội đồng bình xét."""
        if own.lowest != own.highest:
            return UNRANKED
        perhaps, surely = self.doubtful[self.places[own.lowest]], self.sure_but_unknown[self.places[own.highest] + 1]
        return WAITS if sum(perhaps.values()) > sum(surely.values()) or len(self.numbers) > 1 else TIED


def files_of(row, data, asked, verdict):
    """Hồ sơ đã nhận, hoặc còn phải có vì đối tượng đủ điều kiện; đợt có hồ sơ riêng thì theo đợt."""
    if data.files is None:
        return
    for wave in (asked,) if asked in FILE_WAVES else FILE_WAVES:
        file = data.files.get((row.unit, row.name, wave))
        for rule, place, documents, own in FILES:
            if (file is not None or verdict == MET) and (own in ("", wave or asked) or not (wave or asked)):
                yield file_result(rule, place, documents, file or File({}, None), last_days(row, data, wave), wave)


def last_days(row, data, wave):
    """Những ngày cuối mà hồ sơ phải theo: của đối tượng, không có thì của đơn vị, của tất cả; của đợt trước, rồi đến mọi đợt."""
    for label in (wave, ""):
        mine = [(covers, day) for covers, day, own in DEADLINES if own == label]
        for each in (row, data.units.get(row.unit)):
            found = {day for covers, day in mine if covers is not None and each is not None and covers(each)}
            if found:
                return found
        found = {day for covers, day in mine if covers is None}
        if found:
            return found
    return set()


def of_wave(words, wave):
    """Cột của hồ sơ một đợt."""
    return f"{words} ({wave})" if wave else words


def file_result(rule, place, documents, file, days, wave):
    """Hồ sơ đủ giấy tờ và đúng hạn không."""
    last_day = max(days, default=None)
    documents = [of_wave(each, wave) for each in documents]
    missing = [each for each in documents if file.documents.get(each) is False]
    unknown = [each for each in documents if file.documents.get(each) is None]
    if last_day is not None and file.received is None:
        unknown.append(of_wave("Ngày nhận hồ sơ", wave))
    late = last_day is not None and file.received is not None and file.received > last_day
    if not late and file.received is not None and days and file.received > min(days):
        unknown.append("hồ sơ theo thời hạn nào")
    return {
        "rule": rule,
        "place": place,
        "verdict": FAILED if missing or late else UNKNOWN if unknown else MET,
        "missing": missing,
        "unknown": unknown,
        "received": None if file.received is None else day_text(file.received),
        "last_day": None if last_day is None else day_text(last_day),
        "late": late,
        "wave": wave,
    }


# ---------------------------------------------------------------- Cách viết số, ngày


def grouped(value):
    """1.234.567"""
    return f"{value:,}".replace(",", ".")


def number(value):
    """Số đúng: dấu phẩy thập phân; không viết hết được thì để phân số."""
    value = Fraction(value)
    sign = "-" if value < 0 else ""
    top, bottom = abs(value.numerator), value.denominator
    digits, rest, twos, fives = 0, bottom, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{sign}{grouped(top)}/{grouped(bottom)}"
    digits = max(twos, fives)
    whole, decimals = divmod(top * 10**digits // bottom, 10**digits)
    return f"{sign}{grouped(whole)}" + (f",{decimals:0{digits}d}" if digits else "")


def rounded(value, threshold):
    """Hai số lẻ; thêm số lẻ khi làm tròn khiến kết quả trông khác đi so với mức phải đạt."""
    if value < 0:
        return "-" + rounded(-value, None if threshold is None else -threshold)
    digits = 2
    while True:
        scaled = (2 * value.numerator * 10**digits + value.denominator) // (2 * value.denominator)
        printed = Fraction(scaled, 10**digits)
        if threshold is None or value == threshold or ((printed > threshold) == (value > threshold) and (printed < threshold) == (value < threshold)):
            whole, decimals = divmod(scaled, 10**digits)
            return f"{grouped(whole)},{decimals:0{digits}d}"
        digits += 1


def shown(statistic, goal, top, bottom, base, measured):
    """Kết quả như in ra: 78,05%, 640 việc, giảm 5,21%."""
    if goal.measure in (INCREASE, DECREASE):
        turns = ("tăng", "giảm") if goal.measure == INCREASE else ("giảm", "tăng")
        return f"{turns[measured < 0]} {rounded(abs(measured), abs(goal.shown))}%"
    if base is None:
        return printed(statistic, top, bottom, goal.shown)
    return f"{printed(statistic, top, bottom, None)} ({goal.when}: {printed(goal.against, *base, None)})"


def printed(statistic, top, bottom, threshold):
    """78,05% hoặc 640 việc."""
    if statistic.percent:
        return rounded(Fraction(100 * top, bottom), threshold) + "%"
    return read_out(Fraction(top, bottom), threshold) + statistic.unit


def read_out(exact, threshold):
    """11,5; “khoảng 11,91 (131 chia 11)” khi số lẻ viết không hết."""
    if "/" not in number(exact):
        return number(exact)
    return f"khoảng {rounded(exact, threshold)} ({grouped(exact.numerator)} chia {grouped(exact.denominator)})"


def day_text(day):
    """30/6/2024; ngày và tháng 1, tháng 2 viết hai chữ số."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


# ---------------------------------------------------------------- Đọc số liệu

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **{"\u00d0": "\u0110", "\u0189": "\u0110"},
        **dict(zip("\uff05\uff1a\uff0c\uff0e\uff1b\uff08\uff09", "%:,.;()", strict=True)),
    }
)
OLD_TONES = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        strict=True,
    )
)
OLD_TONES.update({cased(old): cased(new) for old, new in OLD_TONES.items() for cased in (str.upper, str.title)})
OLD = re.compile(rf"(?<![qQ])(?:{'|'.join(OLD_TONES)})(?!\w)")


def fold(text):
    """Cùng một chữ viết một cách: NFC, dấu cách, gạch nối, hoà thành hòa."""
    if text.isascii():
        return text.replace("\t", " ")
    composed = unicodedata.normalize("NFC", text.translate(INVISIBLE)).translate(LOOKALIKES)
    return OLD.sub(lambda found: OLD_TONES[found[0]], composed)


def canonical(text):
    """Tên viết thống nhất: một dấu cách, ngoặc kép cong."""
    pieces = re.sub(r"\s+", " ", fold(text)).strip().split('"')
    opened = [piece + ("”" if index % 2 else "“") for index, piece in enumerate(pieces[:-1])]
    return "".join([*opened, pieces[-1]])


def plain(text):
    """Chữ thường, không dấu."""
    bare = re.sub("[\u0300-\u036f]+", "", unicodedata.normalize("NFD", fold(text).casefold().replace("đ", "d")))
    return " ".join(bare.split())


TITLE_LINES = 50  # tiêu đề cột nằm trong số dòng đầu này
NOT_KNOWN = ("", "...", "…")
WORDS = {
    YES_NO: {"co": True, "x": True, "du": True, "khong": False, "thieu": False},
    JUDGMENT: {"dat": True, "co": True, "khong dat": False, "khong": False},
}
EXPECTED = {
    NAME: "chữ, không để trống",
    TEXT: "chữ không quá 255 ký tự",
    COUNT: "số nguyên từ 0 trở lên, dấu chấm tách hàng nghìn (ví dụ 1.500)",
    PERCENT: "tỷ lệ phần trăm từ 0 (ví dụ 81,5; không quá 1 thì ghi cả dấu %, vì 0,8 có thể là 80% hoặc 0,8%)",
    YES_NO: "có hoặc không",
    JUDGMENT: "đạt hoặc không đạt",
    DAY: "ngày có thật, dạng ngày/tháng/năm (ví dụ 30/6/2024)",
}


def read_cell(kind, cell, key=""):
    """Giá trị của một ô; ValueError nếu ô ghi không đúng loại."""
    if kind in (NAME, TEXT):
        return read_text(kind, canonical(cell))
    typed = fold(cell).strip()
    if typed in NOT_KNOWN:
        return None
    if kind in WORDS:
        if plain(typed) in WORDS[kind]:
            return WORDS[kind][plain(typed)]
    elif kind == LEVEL:
        named = [each for each in LEVELS[key] if plain(each) == plain(typed)]
        if len(named) == 1:
            return named[0]
    elif kind == SCORE:
        low, high = BOUNDS[key]
        if re.fullmatch("[0-9]{1,6}(?:,[0-9]{1,4})?", typed) and low <= Fraction(typed.replace(",", ".")) <= high:
            return Fraction(typed.replace(",", "."))
    elif kind == DAY:
        if re.fullmatch("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", typed):
            day, month, year = map(int, typed.split("/"))
            return date(year, month, day)
    elif kind == PERCENT:
        found = re.fullmatch("([0-9]{1,18}(?:,[0-9]{1,9})?) ?(%?)", typed)
        rate = Fraction(found[1].replace(",", ".")) if found else None
        if found and (found[2] or rate > 1 or rate == 0):
            return rate
    elif typed == "-":
        return 0
    elif re.fullmatch(r"[0-9]{1,18}|[0-9]{1,3}(?:\.[0-9]{3}){1,5}", typed):
        return int(typed.replace(".", ""))
    raise ValueError


def read_text(kind, typed):
    """Tên phải có chữ; không nhận ký tự điều khiển."""
    if len(typed) > 255 or any(unicodedata.category(char) in ("Cc", "Cs") for char in typed):
        raise ValueError
    if kind == NAME and (typed in NOT_KNOWN or not any(char.isalpha() for char in typed)):
        raise ValueError
    return typed


def read_table(folder, file, columns, optional, problems):
    """Các dòng của một tệp: (chỗ ghi, giá trị theo cột); None nếu không có tệp."""
    path = Path(folder, file)
    if not path.is_file():
        if not optional:
            problems.append(f"thiếu tệp {file}")
        return None
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-16" if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
    except OSError:
        problems.append(f"tệp {file}: không mở được")
        return []
    except UnicodeDecodeError:
        problems.append(f"tệp {file}: không phải văn bản Unicode; trong Excel chọn lưu dạng “CSV UTF-8”")
        return []
    lines, broken = max((split(text, separator) for separator in ",;\t"), key=lambda found: known_headings(columns, found[0]))
    if broken:
        problems.append(f"tệp {file}: dấu ngoặc kép từ dòng {broken} chưa đóng đúng")
        return []
    if all(not fold(cell).strip() for _, cells in lines for cell in cells):
        if not optional:
            problems.append(f"tệp {file}: chưa có số liệu")
        return []
    return read_rows(file, columns, lines, problems)


def split(text, separator):
    """Các dòng của tệp CSV với số thứ tự dòng, và dòng mà dấu ngoặc kép không đóng đúng (0 là không có)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines, first = [], 1
    try:
        for cells in reader:
            lines.append((first, cells))
            first = reader.line_num + 1
    except csv.Error:
        return lines, first
    return lines, 0


def known_headings(columns, lines):
    """Số tiêu đề cột tìm thấy ở dòng có nhiều tiêu đề nhất."""
    headings = {plain(heading) for _, heading, _ in columns}
    return max((len(headings & {plain(cell) for cell in cells}) for _, cells in lines[:TITLE_LINES]), default=0)


def read_rows(file, columns, lines, problems):
    """Tìm dòng tiêu đề, rồi đọc từng ô của các dòng dưới."""
    headings = {plain(heading) for _, heading, _ in columns}
    header = max(range(min(len(lines), TITLE_LINES)), key=lambda index: len(headings & {plain(cell) for cell in lines[index][1]}))
    written = [plain(cell) for cell in lines[header][1]]
    places = []
    for key, heading, kind in columns:
        if written.count(plain(heading)) != 1:
            wrong = "thiếu cột" if plain(heading) not in written else "có hai cột"
            problems.append(f"tệp {file}: {wrong} “{heading}”")
        else:
            places.append((written.index(plain(heading)), key, heading, kind))
    rows = []
    for line, cells in lines[header + 1 :]:
        where = f"tệp {file}, dòng {line}"
        typed = [(cells[index] if index < len(cells) else "", *place) for index, *place in places]
        if any(fold(cell).strip() for cell, *_ in typed):
            rows.append((where, read_cells(where, typed, problems)))
    return rows


def read_cells(where, typed, problems):
    """Giá trị các ô của một dòng theo (loại ô, tên cột)."""
    values = {}
    for cell, key, heading, kind in typed:
        try:
            values[kind, key] = read_cell(kind, cell, key)
        except ValueError:
            problems.append(f"{where}, cột “{heading}”: ghi “{one_line(cell)}”, cần {expected(kind, key)}")
    return values


def expected(kind, key):
    """Ô của cột này phải ghi gì."""
    if kind == LEVEL:
        return "một trong các mức: " + ", ".join(LEVELS[key])
    if kind == SCORE:
        return "số điểm từ " + " đến ".join(map(number, BOUNDS[key]))
    return EXPECTED[kind]


def one_line(text):
    """Chữ của người nhập, in gọn trên một dòng."""
    return "".join(char if char.isprintable() else " " for char in text).strip()[:60]


def read(folder):
    """Số liệu trong thư mục, và danh sách mọi chỗ phải sửa."""
    problems = []
    units = read_table(folder, "tap-the.csv", COLLECTIVE_COLUMNS, False, problems) or []
    people = read_table(folder, "ca-nhan.csv", INDIVIDUAL_COLUMNS, False, problems) or []
    sanctions = read_table(folder, "ky-luat.csv", SANCTION_COLUMNS, True, problems)
    files = read_table(folder, "ho-so.csv", FILE_COLUMNS, True, problems)
    others = [(columns, read_table(folder, file, columns, True, problems) or []) for file, columns in OTHER_TIMES]
    if problems:
        return None, problems
    rows = [subject_row(COLLECTIVE, where, values, COLLECTIVE_COLUMNS, "") for where, values in units]
    spelling = {row.name.casefold(): row.name for row in rows}
    for where, values in people:
        unit = spelling.get(values[NAME, "unit"].casefold())
        if unit is None:
            problems.append(f"{where}: đơn vị “{values[NAME, 'unit']}” không có trong tệp tap-the.csv")
        rows.append(subject_row(INDIVIDUAL, where, values, INDIVIDUAL_COLUMNS, unit or values[NAME, "unit"]))
    known = check_rows(rows, problems)
    data = Data(rows)
    data.units = {row.name: row for row in rows if row.base == COLLECTIVE}
    data.sanctions = None if sanctions is None else read_sanctions(sanctions, known, problems)
    data.files = None if files is None else read_files(files, known, problems)
    for columns, table in others:
        add_figures(columns, table, known, problems)
    if TOTAL_KINDS and not problems:
        add_totals(data)
    return data, problems


def add_totals(data):
    """Dòng của toàn cơ quan: số liệu tự ghi, không thì tổng các đơn vị; tỷ lệ được giao không cộng được."""
    units = [row for row in data.rows if row.base == COLLECTIVE and row.kind not in TOTAL_KINDS and row.name not in TOTAL_KINDS]
    sums = {}
    for columns in (COLLECTIVE_COLUMNS, *(columns for _, columns in OTHER_TIMES)):
        for key, _, kind in columns:
            if kind in (COUNT, PERCENT):
                parts = [row.figures.get(key) for row in units]
                sums[key] = sum(parts) if kind == COUNT and parts and None not in parts else None
    for kind in TOTAL_KINDS:
        own = [row for row in data.rows if row.base == COLLECTIVE and kind in (row.kind, row.name)]
        for row in own:
            row.figures = {**sums, **{key: figure for key, figure in row.figures.items() if figure is not None}}
        if not own:
            kinds = frozenset(KINDS.get(kind, {kind}))
            whole = Row(COLLECTIVE, kind, "", kind, False, kinds, dict(sums), {}, "")
            data.rows.insert(sum(row.base == COLLECTIVE for row in data.rows), whole)
            data.units[kind] = whole


def subject_row(base, where, values, columns, unit):
    """Một dòng của bảng Tập thể hoặc Cá nhân."""
    name, kind, head = values[NAME, "name"], values[NAME, "kind"], values.get((YES_NO, "head")) is True
    own = [*titles(base, kind), *([name] if name in KINDS else []), *([HEAD_KIND] if head else [])]
    kinds = frozenset().union(*(KINDS.get(each, {each}) for each in own))
    return Row(
        base=base,
        name=name,
        unit=unit,
        kind=kind,
        head=head,
        kinds=kinds,
        figures={key: values[kind, key] for key, _, kind in columns if kind in (COUNT, PERCENT)},
        judgments={key: values[kind, key] for key, _, kind in columns if kind == JUDGMENT or (kind == YES_NO and key != "head")},
        levels={key: values[LEVEL, key] for key, _, kind in columns if kind == LEVEL},
        scores={key: values[SCORE, key] for key, _, kind in columns if kind == SCORE},
        line=where,
    )


JOINT = re.compile(r"(?:\s*(?:[-,;/+&()]|(?<!\w)(?:và|kiêm nhiệm|kiêm)(?!\w)))+\s*", re.IGNORECASE)


@cache
def titles(base, cell):
    """Các loại, chức danh ghi trong một ô, cách nhau bằng dấu phẩy, “và”, “kiêm”; tên của kế hoạch dài nhất được nhận trước."""
    known = COLLECTIVE_KINDS if base == COLLECTIVE else INDIVIDUAL_KINDS
    if cell in known:
        return [cell]
    ends = [*(found.span() for found in JOINT.finditer(cell)), (len(cell), len(cell))]
    starts = [0, *(end for _, end in ends[:-1])]
    found, at = [], 0
    while at < len(starts):
        longest = next((end for end in range(len(ends), at, -1) if cell[starts[at] : ends[end - 1][0]] in known), at + 1)
        part = cell[starts[at] : ends[longest - 1][0]]
        if part:
            found.append(part if base == COLLECTIVE else post(part))
        at = longest
    return list(dict.fromkeys(found))


def post(part):
    """“Trưởng Phòng Nghiệp vụ” là “Trưởng phòng” nếu kế hoạch có chức danh ấy và có “Phòng Nghiệp vụ”."""
    if part in INDIVIDUAL_KINDS:
        return part
    written = part.casefold().split()
    posts = {tuple(name.casefold().split()): name for name in sorted(INDIVIDUAL_KINDS)}
    held = {tuple(unit.casefold().split()) for unit in COLLECTIVE_KINDS}
    for length in range(len(written) - 1, 0, -1):
        tail = written[length - 1 :]
        if tuple(written[:length]) in posts and any(tuple(tail[: len(unit)]) == unit for unit in held):
            return posts[tuple(written[:length])]
    return part


def check_rows(rows, problems):
    """Loại đơn vị, chức danh phải có trong kế hoạch; không ghi trùng; phần không lớn hơn tổng."""
    known = {}
    for row in rows:
        if wrong := wrong_kind(row):
            problems.append(f"{row.line}: “{wrong}” chưa có trong danh sách loại của kế hoạch: {'; '.join(kinds_for(row))}")
        before = known.setdefault((row.name.casefold(), row.unit.casefold()), row)
        if before is not row:
            problems.append(f"{row.line}: “{row.name}” đã ghi ở {before.line}")
        for part, whole in PARTS:
            less, more = row.figures.get(part), row.figures.get(whole)
            if less is not None and more is not None and less > more:
                problems.append(f"{row.line}: {HEADINGS[part]} {grouped(less)} lớn hơn {HEADINGS[whole]} {grouped(more)}")
    return known


def kinds_for(row):
    """Các loại của bảng có dòng này."""
    return COLLECTIVE_KINDS if row.base == COLLECTIVE else INDIVIDUAL_KINDS


def wrong_kind(row):
    """Tên loại viết sai, khiến dòng bị bỏ qua hoặc tính nhầm; None nếu đúng."""
    known = kinds_for(row)
    written = titles(row.base, row.kind)
    strange = [each for each in written if each not in known]
    if row.base == INDIVIDUAL:
        near = [each for each in strange if any(f"{plain(each)} ".startswith(f"{plain(kind)} ") for kind in known)]
        return near[0] if near else None
    if row.name in known:
        return None
    if plain(row.name) in map(plain, known):
        return row.name
    if not strange:
        return None
    return strange[0] if len(strange) < len(written) else row.kind


def read_sanctions(table, known, problems):
    """Bảng Kỷ luật; mỗi người phải có trong bảng Cá nhân."""
    forms = {plain(form): form for form in DISCIPLINE}
    found = []
    for where, values in table:
        person = known.get((values[NAME, "name"].casefold(), values[NAME, "unit"].casefold()))
        form, signed = forms.get(plain(values[NAME, "form"])), values[DAY, "signed"]
        if person is None or person.base == COLLECTIVE:
            problems.append(f"{where}: “{values[NAME, 'name']}” ({values[NAME, 'unit']}) không có trong tệp ca-nhan.csv")
        elif form is None:
            problems.append(f"{where}: hình thức kỷ luật “{values[NAME, 'form']}” không có; có: {'; '.join(DISCIPLINE)}")
        elif signed is None:
            problems.append(f"{where}: thiếu ngày ký quyết định")
        else:
            found.append(Sanction(person.name, person.unit, form, signed, person.kinds))
    return found


def read_files(table, known, problems):
    """Bảng Hồ sơ theo từng đối tượng, từng đợt có hồ sơ riêng."""
    found, seen = {}, set()
    for where, values in table:
        row = known.get((values[NAME, "name"].casefold(), values[TEXT, "unit"].casefold()))
        if row is None:
            problems.append(f"{where}: “{values[NAME, 'name']}” không có trong tệp tap-the.csv, ca-nhan.csv")
        elif (row.unit, row.name) in seen:
            problems.append(f"{where}: “{row.name}” ghi hai lần")
        else:
            seen.add((row.unit, row.name))
            for wave in FILE_WAVES:
                documents = {key: values[YES_NO, key] for key, _, kind in FILE_COLUMNS if kind == YES_NO and file_wave(key) == wave}
                received = values[DAY, of_wave("received", wave)]
                if FILE_WAVES == ("",) or received is not None or any(each is not None for each in documents.values()):
                    found[row.unit, row.name, wave] = File(documents, received)
    return found


def file_wave(key):
    """Đợt mà một cột của bảng Hồ sơ nói đến."""
    return next((wave for wave in FILE_WAVES if wave and key.endswith(f" ({wave})")), "")


def add_figures(columns, table, known, problems):
    """Số liệu của thời gian khác, ghi thêm vào từng đối tượng."""
    seen = set()
    for where, values in table:
        row = known.get((values[NAME, "name"].casefold(), values[TEXT, "unit"].casefold()))
        if row is None:
            problems.append(f"{where}: “{values[NAME, 'name']}” không có trong tệp tap-the.csv, ca-nhan.csv")
        elif (row.unit, row.name) in seen:
            problems.append(f"{where}: “{row.name}” ghi hai lần")
        else:
            seen.add((row.unit, row.name))
            row.figures.update({key: values[kind, key] for key, _, kind in columns if kind in (COUNT, PERCENT)})


# ---------------------------------------------------------------- In kết quả


def lines_of(subject):
    """Kết quả một đối tượng, viết thành các dòng để đọc."""
    about = "; ".join(part for part in (subject["kind"], subject["unit"], "thủ trưởng đơn vị" if subject["head"] else "") if part)
    title = "; ".join(part for part in (subject["award"], subject["wave"]) if part)
    yield f"{subject['name']} ({about}){': ' if title else ''}{title}"
    for each in subject["targets"]:
        yield f"  Chỉ tiêu {target_line(each)}"
        yield f"    (tại {each['rule'] or each['table']}: {each['place']})"
    for each in subject["conditions"]:
        yield f"  Điều kiện: {SENTENCES[each['rule']]}"
        verdict = "" if each["verdict"] == NOT_APPLICABLE else f"{each['verdict'].capitalize()} – "
        yield f"    {verdict}{'; '.join(each['reasons'])}"
        yield f"    (tại {each['rule']}: {each['place']})"
    yield f"  Kết luận: {subject['eligible']}"
    for each in subject["quotas"]:
        note = f"; {each['note']}" if each["note"] else ""
        yield f"  Số lượng: {each['proposal']}{note} ({SENTENCES[each['quota']]})"
        if each["working"]:
            yield f"    {each['working']}"
        yield f"    (tại {each['quota']}: {each['place']})"
    for each in subject["dossiers"]:
        yield f"  Hồ sơ: {file_line(each)} ({each['place']})"
    for each in subject["points"]:
        yield from points_lines(each)


def target_line(each):
    """“tỷ lệ …: từ 77% trở lên (mức dưới 800 việc); kết quả 640/820 = 78,05%: đạt”."""
    about = COMPARED.get(each["table"])
    asked = ": ".join(part for part in (about, each["goal"]) if part)
    band = f" (mức {each['band']})" if each["band"] else ""
    if each["shown"] is None:
        return f"{asked}{band}: {each['reason'] or each['verdict']}"
    exact = "/".join(grouped(int(part)) for part in each["actual"].split("/")) + " = " if "/" in each["actual"] else ""
    short = f". {each['shortfall_text']}" if each["shortfall_text"] else ""
    return f"{asked}{band}; kết quả {exact}{each['shown']}: {each['verdict']}{short}"


def file_line(each):
    """Hồ sơ đủ, thiếu gì, nhận ngày nào."""
    parts = [each["verdict"]]
    if each["missing"]:
        parts.append("thiếu " + ", ".join(each["missing"]))
    if each["unknown"]:
        parts.append("chưa rõ " + ", ".join(each["unknown"]))
    if each["received"] is not None:
        parts.append(f"nhận ngày {each['received']}")
    if each["last_day"] is not None:
        parts.append(f"hạn cuối {each['last_day']}")
    return "; ".join(parts)


def main(arguments):
    """0: đã in kết quả; 1: số liệu có chỗ phải sửa; 2: gọi không đúng cách."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    options = [each for each in arguments if each.startswith("-")]
    folders = [each for each in arguments if not each.startswith("-")]
    if options == ["--help"]:
        print(__doc__)
        return 0
    if len(folders) != 1 or options not in ([], ["--json"]):
        print("Cách dùng: python scorer.py THƯ-MỤC [--json]", file=sys.stderr)
        return 2
    folder = Path(folders[0])
    if not folder.is_dir():
        print(f"Không có thư mục {folders[0]}", file=sys.stderr)
        return 2
    data, problems = read(folder)
    if problems:
        print(f"Có {len(problems)} chỗ phải sửa trong số liệu:", file=sys.stderr)
        for problem in problems:
            print(f"- {problem}", file=sys.stderr)
        return 1
    results = score(data)
    if options:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(lines_of(subject)) for subject in results["subjects"]))
    return 0


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # nơi nhận đã thôi đọc, ví dụ lệnh head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


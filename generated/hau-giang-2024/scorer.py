"""Xét kết quả theo KẾ HOẠCH “Phát động đợt thi đua cao điểm lập thành tích chào mừng kỷ niệm 78 năm Ngày Truyền thống Thi hành án dân sự (19/7/1946 - 19/7/2024)”.

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
    "type": 'KẾ HOẠCH',
    "abstract": 'Phát động đợt thi đua cao điểm lập thành tích chào mừng kỷ niệm 78 năm Ngày Truyền thống Thi hành án dân sự (19/7/1946 - 19/7/2024)',
    "agency": 'Cục Thi hành án dân sự tỉnh Hậu Giang',
}

# Loại đơn vị, chức danh và các loại lớn hơn mà nó thuộc về.
KINDS = {
    'Chi cục THADS': {'Chi cục THADS'},
    'Phòng chuyên môn': {'Phòng chuyên môn'},
    'Cục THADS': {'Cục THADS'},
    'Chấp hành viên': {'Chấp hành viên'},
    'Thủ trưởng đơn vị': {'Thủ trưởng đơn vị'},
    'Chấp hành viên sơ cấp': {'Chấp hành viên', 'Chấp hành viên sơ cấp'},
    'Chấp hành viên trung cấp': {'Chấp hành viên', 'Chấp hành viên trung cấp'},
    'Chấp hành viên cao cấp': {'Chấp hành viên', 'Chấp hành viên cao cấp'},
    'Thư ký': {'Thư ký'},
    'Thư ký thi hành án': {'Thư ký', 'Thư ký thi hành án'},
    'Thư ký trung cấp': {'Thư ký', 'Thư ký trung cấp'},
    'Thư ký trung cấp thi hành án': {'Thư ký', 'Thư ký trung cấp thi hành án'},
    'Kế toán': {'Kế toán'},
    'Kế toán viên': {'Kế toán', 'Kế toán viên'},
    'Kế toán viên trung cấp': {'Kế toán', 'Kế toán viên trung cấp'},
    'Kế toán viên chính': {'Kế toán', 'Kế toán viên chính'},
    'Kế toán trưởng': {'Kế toán', 'Kế toán trưởng'},
    'Phòng Nghiệp vụ và tổ chức THADS': {'Phòng chuyên môn', 'Phòng Nghiệp vụ và tổ chức THADS'},
    'Văn phòng': {'Phòng chuyên môn', 'Văn phòng'},
    'Phòng Tổ chức cán bộ': {'Phòng chuyên môn', 'Phòng Tổ chức cán bộ'},
    'Phòng Kiểm tra, giải quyết khiếu nại, tố cáo': {'Phòng chuyên môn', 'Phòng Kiểm tra, giải quyết khiếu nại, tố cáo'},
}
COLLECTIVE_KINDS = (
    'Chi cục THADS',
    'Phòng chuyên môn',
    'Cục THADS',
    'Phòng Nghiệp vụ và tổ chức THADS',
    'Văn phòng',
    'Phòng Tổ chức cán bộ',
    'Phòng Kiểm tra, giải quyết khiếu nại, tố cáo',
)
INDIVIDUAL_KINDS = (
    'Chấp hành viên',
    'Thủ trưởng đơn vị',
    'Chấp hành viên sơ cấp',
    'Chấp hành viên trung cấp',
    'Chấp hành viên cao cấp',
    'Thư ký',
    'Thư ký thi hành án',
    'Thư ký trung cấp',
    'Thư ký trung cấp thi hành án',
    'Kế toán',
    'Kế toán viên',
    'Kế toán viên trung cấp',
    'Kế toán viên chính',
    'Kế toán trưởng',
)
# Số liệu toàn cơ quan là tổng số liệu các đơn vị, trừ ô mà cơ quan tự ghi.
TOTAL_KINDS = ()
HEAD_KIND = 'Thủ trưởng đơn vị'
DISCIPLINE = ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc')  # từ nhẹ đến nặng

# Các cột của từng bảng số liệu: tên dùng trong tệp này, tiêu đề cột, loại ô.
COLLECTIVE_COLUMNS = (
    ('name', 'Tên đơn vị', 'name'),
    ('kind', 'Loại đơn vị', 'name'),
    ('tổng số giải quyết về việc', 'Tổng số giải quyết, số việc', 'count'),
    ('có điều kiện thi hành về việc', 'Có điều kiện thi hành, số việc', 'count'),
    ('thi hành xong về việc', 'Thi hành xong, số việc', 'count'),
    ('tổng số giải quyết về tiền', 'Tổng số giải quyết, số tiền', 'count'),
    ('có điều kiện thi hành về tiền', 'Có điều kiện thi hành, số tiền', 'count'),
    ('thi hành xong về tiền', 'Thi hành xong, số tiền', 'count'),
    ('Lập thành tích xuất sắc trong đợt thi đua cao điểm', 'Hội đồng bình xét: Lập thành tích xuất sắc trong đợt thi đua cao điểm', 'judgment'),
    ('Nội bộ đoàn kết, thực hiện tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy, quy chế của cơ quan', 'Hội đồng bình xét: Nội bộ đoàn kết, thực hiện tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy, quy chế của cơ quan', 'judgment'),
    ('Không có cá nhân thuộc đơn vị vi phạm pháp luật', 'Hội đồng bình xét: Không có cá nhân thuộc đơn vị vi phạm pháp luật', 'judgment'),
)
INDIVIDUAL_COLUMNS = (
    ('name', 'Họ và tên', 'name'),
    ('unit', 'Đơn vị', 'name'),
    ('kind', 'Chức danh', 'name'),
    ('head', 'Thủ trưởng đơn vị', 'yes_no'),
    ('tổng số giải quyết về việc', 'Tổng số giải quyết, số việc', 'count'),
    ('có điều kiện thi hành về việc', 'Có điều kiện thi hành, số việc', 'count'),
    ('thi hành xong về việc', 'Thi hành xong, số việc', 'count'),
    ('tổng số giải quyết về tiền', 'Tổng số giải quyết, số tiền', 'count'),
    ('có điều kiện thi hành về tiền', 'Có điều kiện thi hành, số tiền', 'count'),
    ('thi hành xong về tiền', 'Thi hành xong, số tiền', 'count'),
    ('Hoàn thành xuất sắc nhiệm vụ được giao', 'Hội đồng bình xét: Hoàn thành xuất sắc nhiệm vụ được giao', 'judgment'),
    ('Là cá nhân có thành tích xuất sắc trong đợt thi đua cao điểm', 'Hội đồng bình xét: Là cá nhân có thành tích xuất sắc trong đợt thi đua cao điểm', 'judgment'),
    ('Có tinh thần trách nhiệm cao, gương mẫu; có ý thức xây dựng tập thể đoàn kết, vững mạnh; chủ động, sáng tạo trong nhiệm vụ được giao', 'Hội đồng bình xét: Có tinh thần trách nhiệm cao, gương mẫu; có ý thức xây dựng tập thể đoàn kết, vững mạnh; chủ động, sáng tạo trong nhiệm vụ được giao', 'judgment'),
    ('Không vi phạm pháp luật', 'Hội đồng bình xét: Không vi phạm pháp luật', 'judgment'),
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
    ('Tờ trình', 'Tờ trình', 'yes_no'),
    ('Biên bản', 'Biên bản', 'yes_no'),
    ('Danh sách', 'Danh sách', 'yes_no'),
    ('Báo cáo thành tích có xác nhận', 'Báo cáo thành tích có xác nhận', 'yes_no'),
    ('received', 'Ngày nhận hồ sơ', 'day'),
)
# Các bảng của thời gian khác, chỉ tiêu được giao: tệp, các cột.
OTHER_TIMES = (
)
HEADINGS = {
    'tổng số giải quyết về việc': 'Tổng số giải quyết, số việc',
    'có điều kiện thi hành về việc': 'Có điều kiện thi hành, số việc',
    'thi hành xong về việc': 'Thi hành xong, số việc',
    'tổng số giải quyết về tiền': 'Tổng số giải quyết, số tiền',
    'có điều kiện thi hành về tiền': 'Có điều kiện thi hành, số tiền',
    'thi hành xong về tiền': 'Thi hành xong, số tiền',
}
# Phần không thể lớn hơn tổng.
PARTS = (
    ('thi hành xong về việc', 'có điều kiện thi hành về việc'),
    ('thi hành xong về tiền', 'có điều kiện thi hành về tiền'),
    ('có điều kiện thi hành về việc', 'tổng số giải quyết về việc'),
    ('có điều kiện thi hành về tiền', 'tổng số giải quyết về tiền'),
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
    ((1, 'tổng số giải quyết về việc'),),
    None,
    percent=False,
    unit=' việc',
    lever='tổng số giải quyết về việc',
    more='Cần tăng tổng số giải quyết thêm',
    less='Cần giảm tổng số giải quyết',
    counted='việc',
    hopeless='Tăng hay giảm tổng số giải quyết đều không đạt được chỉ tiêu này',
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
    ((1, 'tổng số giải quyết về tiền'),),
    None,
    percent=False,
    unit=' đồng',
    lever='tổng số giải quyết về tiền',
    more='Cần tăng tổng số giải quyết thêm',
    less='Cần giảm tổng số giải quyết',
    counted='đồng',
    hopeless='Tăng hay giảm tổng số giải quyết đều không đạt được chỉ tiêu này',
)


def is_subject_1(row):
    """Phòng Nghiệp vụ và tổ chức THADS"""
    return row.base == COLLECTIVE and not row.kinds.isdisjoint({'Phòng Nghiệp vụ và tổ chức THADS'})


def is_subject_2(row):
    """Chi cục THADS"""
    return row.base == COLLECTIVE and not row.kinds.isdisjoint({'Chi cục THADS'})


def is_subject_3(row):
    """Chấp hành viên"""
    return row.base == INDIVIDUAL and not row.kinds.isdisjoint({'Chấp hành viên'})


def is_subject_4(row):
    """cá nhân không là Chấp hành viên"""
    return row.base == INDIVIDUAL and row.kinds.isdisjoint({'Chấp hành viên'})


def is_subject_5(row):
    """tập thể"""
    return row.base == COLLECTIVE


def is_subject_6(row):
    """cá nhân"""
    return row.base == INDIVIDUAL


def is_subject_7(row):
    """Thủ trưởng đơn vị"""
    return row.base == INDIVIDUAL and not row.kinds.isdisjoint({'Thủ trưởng đơn vị'})


def is_subject_8(row):
    """Phòng chuyên môn"""
    return row.base == COLLECTIVE and not row.kinds.isdisjoint({'Phòng chuyên môn'})


def targets_iii_3_1_1_1(row):
    """Chỉ tiêu của Phòng Nghiệp vụ và tổ chức THADS: tỷ lệ thi hành xong trên có điều kiện về việc."""
    if not is_subject_1(row):
        return None
    first = 'III.3.1-1+1', 'dấu cộng thứ nhất, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
    # III.3.1-1+1: Phòng Nghiệp vụ và tổ chức THADS phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 76%
    place = 'dấu cộng thứ nhất, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
    goal = Goal('từ 76% trở lên', 76, low=76)
    return compare(row, statistic_1, first, 'III.3.1-1+1', place, None, goal)


def targets_iii_3_1_1_2(row):
    """Chỉ tiêu của Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện về việc."""
    if not is_subject_2(row):
        return None
    first = 'III.3.1-1+2', 'dấu cộng thứ hai, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
    missing = no_figure(row, ('tổng số giải quyết về việc',))
    if missing:
        return unplaced(first, UNKNOWN, missing)
    figure = row.figures.get('tổng số giải quyết về việc')
    if figure < 800:
        # III.3.1-1+2: Chi cục THADS có tổng số giải quyết dưới 800 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 77%
        place = 'dấu cộng thứ hai, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
        goal = Goal('từ 77% trở lên', 77, low=77)
        return compare(row, statistic_1, first, 'III.3.1-1+2', place, 'dưới 800 việc', goal)
    if 800 <= figure < 1000:
        # III.3.1-1+3: Chi cục THADS có tổng số giải quyết từ 800 việc đến dưới 1.000 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 76%
        place = 'dấu cộng thứ ba, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
        goal = Goal('từ 76% trở lên', 76, low=76)
        return compare(row, statistic_1, first, 'III.3.1-1+3', place, 'từ 800 việc đến dưới 1.000 việc', goal)
    if 1000 <= figure < 1500:
        # III.3.1-1+4: Chi cục THADS có tổng số giải quyết từ 1.000 việc đến dưới 1.500 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 75%
        place = 'dấu cộng thứ tư, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
        goal = Goal('từ 75% trở lên', 75, low=75)
        return compare(row, statistic_1, first, 'III.3.1-1+4', place, 'từ 1.000 việc đến dưới 1.500 việc', goal)
    if figure >= 1500:
        # III.3.1-1+5: Chi cục THADS có tổng số giải quyết từ 1.500 việc trở lên, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 74%
        place = 'dấu cộng thứ năm, gạch đầu dòng thứ nhất, điểm 3.1, mục III'
        goal = Goal('từ 74% trở lên', 74, low=74)
        return compare(row, statistic_1, first, 'III.3.1-1+5', place, 'từ 1.500 việc trở lên', goal)
    return unplaced(first, NOT_APPLICABLE)


def targets_iii_3_1_2_1(row):
    """Chỉ tiêu của Phòng Nghiệp vụ và tổ chức THADS: tỷ lệ thi hành xong trên có điều kiện về tiền."""
    if not is_subject_1(row):
        return None
    first = 'III.3.1-2+1', 'dấu cộng thứ nhất, gạch đầu dòng thứ hai, điểm 3.1, mục III'
    # III.3.1-2+1: Phòng Nghiệp vụ và tổ chức THADS phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 39%
    place = 'dấu cộng thứ nhất, gạch đầu dòng thứ hai, điểm 3.1, mục III'
    goal = Goal('từ 39% trở lên', 39, low=39)
    return compare(row, statistic_3, first, 'III.3.1-2+1', place, None, goal)


def targets_iii_3_1_2_2(row):
    """Chỉ tiêu của Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện về tiền."""
    if not is_subject_2(row):
        return None
    first = 'III.3.1-2+2', 'dấu cộng thứ hai, gạch đầu dòng thứ hai, điểm 3.1, mục III'
    missing = no_figure(row, ('tổng số giải quyết về tiền',))
    if missing:
        return unplaced(first, UNKNOWN, missing)
    figure = row.figures.get('tổng số giải quyết về tiền')
    if figure < 100_000_000_000:
        # III.3.1-2+2: Chi cục THADS có tổng số giải quyết dưới 100 tỷ đồng, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 40%
        place = 'dấu cộng thứ hai, gạch đầu dòng thứ hai, điểm 3.1, mục III'
        goal = Goal('từ 40% trở lên', 40, low=40)
        return compare(row, statistic_3, first, 'III.3.1-2+2', place, 'dưới 100 tỷ đồng', goal)
    if 100_000_000_000 <= figure < 150_000_000_000:
        # III.3.1-2+3: Chi cục THADS có tổng số giải quyết từ 100 tỷ đồng đến dưới 150 tỷ đồng, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 38%
        place = 'dấu cộng thứ ba, gạch đầu dòng thứ hai, điểm 3.1, mục III'
        goal = Goal('từ 38% trở lên', 38, low=38)
        return compare(row, statistic_3, first, 'III.3.1-2+3', place, 'từ 100 tỷ đồng đến dưới 150 tỷ đồng', goal)
    if 150_000_000_000 <= figure < 300_000_000_000:
        # III.3.1-2+4: Chi cục THADS có tổng số giải quyết từ 150 tỷ đồng đến dưới 300 tỷ đồng, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 36%
        place = 'dấu cộng thứ tư, gạch đầu dòng thứ hai, điểm 3.1, mục III'
        goal = Goal('từ 36% trở lên', 36, low=36)
        return compare(row, statistic_3, first, 'III.3.1-2+4', place, 'từ 150 tỷ đồng đến dưới 300 tỷ đồng', goal)
    if figure >= 300_000_000_000:
        # III.3.1-2+5: Chi cục THADS có tổng số giải quyết từ 300 tỷ đồng trở lên, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 34%
        place = 'dấu cộng thứ năm, gạch đầu dòng thứ hai, điểm 3.1, mục III'
        goal = Goal('từ 34% trở lên', 34, low=34)
        return compare(row, statistic_3, first, 'III.3.1-2+5', place, 'từ 300 tỷ đồng trở lên', goal)
    return unplaced(first, NOT_APPLICABLE)


def targets_iii_3_2_1_1(row):
    """Chỉ tiêu của Chấp hành viên: tỷ lệ thi hành xong trên có điều kiện về việc."""
    if not is_subject_3(row):
        return None
    first = 'III.3.2-1+1', 'dấu cộng thứ nhất, gạch đầu dòng thứ nhất, điểm 3.2, mục III'
    missing = no_figure(row, ('tổng số giải quyết về việc',))
    if missing:
        return unplaced(first, UNKNOWN, missing)
    figure = row.figures.get('tổng số giải quyết về việc')
    if figure < 100:
        # III.3.2-1+1: Chấp hành viên có tổng số giải quyết dưới 100 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 77%
        place = 'dấu cộng thứ nhất, gạch đầu dòng thứ nhất, điểm 3.2, mục III'
        goal = Goal('từ 77% trở lên', 77, low=77)
        return compare(row, statistic_1, first, 'III.3.2-1+1', place, 'dưới 100 việc', goal)
    if 100 <= figure < 200:
        # III.3.2-1+2: Chấp hành viên có tổng số giải quyết từ 100 việc đến dưới 200 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 75%
        place = 'dấu cộng thứ hai, gạch đầu dòng thứ nhất, điểm 3.2, mục III'
        goal = Goal('từ 75% trở lên', 75, low=75)
        return compare(row, statistic_1, first, 'III.3.2-1+2', place, 'từ 100 việc đến dưới 200 việc', goal)
    if 200 <= figure < 300:
        # III.3.2-1+3: Chấp hành viên có tổng số giải quyết từ 200 việc đến dưới 300 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 73%
        place = 'dấu cộng thứ ba, gạch đầu dòng thứ nhất, điểm 3.2, mục III'
        goal = Goal('từ 73% trở lên', 73, low=73)
        return compare(row, statistic_1, first, 'III.3.2-1+3', place, 'từ 200 việc đến dưới 300 việc', goal)
    if figure >= 300:
        # III.3.2-1+4: Chấp hành viên có tổng số giải quyết từ 300 việc trở lên, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 71%
        place = 'dấu cộng thứ tư, gạch đầu dòng thứ nhất, điểm 3.2, mục III'
        goal = Goal('từ 71% trở lên', 71, low=71)
        return compare(row, statistic_1, first, 'III.3.2-1+4', place, 'từ 300 việc trở lên', goal)
    return unplaced(first, NOT_APPLICABLE)


def targets_iii_3_2_2_1(row):
    """Chỉ tiêu của Chấp hành viên: tỷ lệ thi hành xong trên có điều kiện về tiền."""
    if not is_subject_3(row):
        return None
    first = 'III.3.2-2+1', 'dấu cộng thứ nhất, gạch đầu dòng thứ hai, điểm 3.2, mục III'
    missing = no_figure(row, ('tổng số giải quyết về tiền',))
    if missing:
        return unplaced(first, UNKNOWN, missing)
    figure = row.figures.get('tổng số giải quyết về tiền')
    if figure < 10_000_000_000:
        # III.3.2-2+1: Chấp hành viên có tổng số giải quyết dưới 10 tỷ đồng, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 45%
        place = 'dấu cộng thứ nhất, gạch đầu dòng thứ hai, điểm 3.2, mục III'
        goal = Goal('từ 45% trở lên', 45, low=45)
        return compare(row, statistic_3, first, 'III.3.2-2+1', place, 'dưới 10 tỷ đồng', goal)
    if 10_000_000_000 <= figure < 50_000_000_000:
        # III.3.2-2+2: Chấp hành viên có tổng số giải quyết từ 10 tỷ đồng đến dưới 50 tỷ đồng, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 43%
        place = 'dấu cộng thứ hai, gạch đầu dòng thứ hai, điểm 3.2, mục III'
        goal = Goal('từ 43% trở lên', 43, low=43)
        return compare(row, statistic_3, first, 'III.3.2-2+2', place, 'từ 10 tỷ đồng đến dưới 50 tỷ đồng', goal)
    if 50_000_000_000 <= figure < 100_000_000_000:
        # III.3.2-2+3: Chấp hành viên có tổng số giải quyết từ 50 tỷ đồng đến dưới 100 tỷ đồng, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 41%
        place = 'dấu cộng thứ ba, gạch đầu dòng thứ hai, điểm 3.2, mục III'
        goal = Goal('từ 41% trở lên', 41, low=41)
        return compare(row, statistic_3, first, 'III.3.2-2+3', place, 'từ 50 tỷ đồng đến dưới 100 tỷ đồng', goal)
    if figure >= 100_000_000_000:
        # III.3.2-2+4: Chấp hành viên có tổng số giải quyết từ 100 tỷ đồng trở lên, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 39%
        place = 'dấu cộng thứ tư, gạch đầu dòng thứ hai, điểm 3.2, mục III'
        goal = Goal('từ 39% trở lên', 39, low=39)
        return compare(row, statistic_3, first, 'III.3.2-2+4', place, 'từ 100 tỷ đồng trở lên', goal)
    return unplaced(first, NOT_APPLICABLE)


def target_iii_3_3(row):
    """III.3.3: Hoàn thành xuất sắc nhiệm vụ được giao"""
    if not is_subject_4(row):
        return None
    return judged_target(row, 'III.3.3', 'điểm 3.3, mục III', 'Hoàn thành xuất sắc nhiệm vụ được giao')


TARGETS = (
    targets_iii_3_1_1_1,
    targets_iii_3_1_1_2,
    targets_iii_3_1_2_1,
    targets_iii_3_1_2_2,
    targets_iii_3_2_1_1,
    targets_iii_3_2_2_1,
    target_iii_3_3,
)


def standard_iv_2_1_1(row, data, results):
    """IV.2.1-1, gạch đầu dòng thứ nhất, điểm 2.1, mục IV: “Giấy khen của Cục trưởng/Tổng Cục trưởng” được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau"""
    return [
        # đạt các chỉ tiêu về việc và về tiền tại điểm 3.1 mục III
        targets_met(
            results,
            'IV.2.1-2',
            'gạch đầu dòng thứ hai, điểm 2.1, mục IV',
            targets={'III.3.1-1+1', 'III.3.1-1+2', 'III.3.1-1+3', 'III.3.1-1+4', 'III.3.1-1+5', 'III.3.1-2+1', 'III.3.1-2+2', 'III.3.1-2+3', 'III.3.1-2+4', 'III.3.1-2+5'},
            tables={'III.3.1-1+1', 'III.3.1-1+2', 'III.3.1-2+1', 'III.3.1-2+2'},
        ),
        # Hội đồng bình xét “Lập thành tích xuất sắc trong đợt thi đua cao điểm”
        judged(
            row,
            'IV.2.1-2 (2)',
            'gạch đầu dòng thứ hai, điểm 2.1, mục IV',
            'Lập thành tích xuất sắc trong đợt thi đua cao điểm',
        ),
        # Nội bộ đoàn kết, thực hiện tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy, quy chế của cơ quan
        judged(
            row,
            'IV.2.1-3',
            'gạch đầu dòng thứ ba, điểm 2.1, mục IV',
            'Nội bộ đoàn kết, thực hiện tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy, quy chế của cơ quan',
        ),
        # Không có cá nhân thuộc đơn vị vi phạm pháp luật hoặc bị kỷ luật từ hình thức “khiển trách” trở lên tính đến thời điểm đề nghị khen thưởng (từ ngày 01/10/2023 đến ngày 30/6/2024)
        judged(
            row,
            'IV.2.1-4',
            'gạch đầu dòng thứ tư, điểm 2.1, mục IV',
            'Không có cá nhân thuộc đơn vị vi phạm pháp luật',
        ),
        # Không có cá nhân thuộc đơn vị vi phạm pháp luật hoặc bị kỷ luật từ hình thức “khiển trách” trở lên tính đến thời điểm đề nghị khen thưởng (từ ngày 01/10/2023 đến ngày 30/6/2024)
        not_disciplined(
            row,
            data,
            'IV.2.1-4 (2)',
            'gạch đầu dòng thứ tư, điểm 2.1, mục IV',
            ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc'),
            first=date(2023, 10, 1),
            last=date(2024, 6, 30),
            members=True,
            people=(),
        ),
    ]


def standard_iv_2_1_5(row, data, results):
    """IV.2.1-5, gạch đầu dòng thứ năm, điểm 2.1, mục IV: “Giấy khen của Cục trưởng/Tổng Cục trưởng” được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau"""
    return [
        # đạt các chỉ tiêu tại điểm 3.2 và điểm 3.3 mục III
        targets_met(
            results,
            'IV.2.1-5+1',
            'dấu cộng thứ nhất, gạch đầu dòng thứ năm, điểm 2.1, mục IV',
            targets={'III.3.2-1+1', 'III.3.2-1+2', 'III.3.2-1+3', 'III.3.2-1+4', 'III.3.2-2+1', 'III.3.2-2+2', 'III.3.2-2+3', 'III.3.2-2+4', 'III.3.3'},
            tables={'III.3.2-1+1', 'III.3.2-2+1'},
        ),
        # Hội đồng bình xét “Là cá nhân có thành tích xuất sắc trong đợt thi đua cao điểm”
        judged(
            row,
            'IV.2.1-5+1 (2)',
            'dấu cộng thứ nhất, gạch đầu dòng thứ năm, điểm 2.1, mục IV',
            'Là cá nhân có thành tích xuất sắc trong đợt thi đua cao điểm',
        ),
        # Có tinh thần trách nhiệm cao, gương mẫu; có ý thức xây dựng tập thể đoàn kết, vững mạnh; chủ động, sáng tạo trong nhiệm vụ được giao
        judged(
            row,
            'IV.2.1-5+2',
            'dấu cộng thứ hai, gạch đầu dòng thứ năm, điểm 2.1, mục IV',
            'Có tinh thần trách nhiệm cao, gương mẫu; có ý thức xây dựng tập thể đoàn kết, vững mạnh; chủ động, sáng tạo trong nhiệm vụ được giao',
        ),
        # Không vi phạm pháp luật hoặc bị kỷ luật từ hình thức “khiển trách” trở lên tính đến thời điểm đề nghị khen thưởng (từ ngày 01/10/2023 đến ngày 30/6/2024)
        judged(
            row,
            'IV.2.1-5+3',
            'dấu cộng thứ ba, gạch đầu dòng thứ năm, điểm 2.1, mục IV',
            'Không vi phạm pháp luật',
        ),
        # Không vi phạm pháp luật hoặc bị kỷ luật từ hình thức “khiển trách” trở lên tính đến thời điểm đề nghị khen thưởng (từ ngày 01/10/2023 đến ngày 30/6/2024)
        not_disciplined(
            row,
            data,
            'IV.2.1-5+3 (2)',
            'dấu cộng thứ ba, gạch đầu dòng thứ năm, điểm 2.1, mục IV',
            ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc'),
            first=date(2023, 10, 1),
            last=date(2024, 6, 30),
            members=False,
            people=(),
        ),
    ]


# Đối tượng không xét khen thưởng.
EXCLUSIONS = (
)

# Đối tượng, các điều kiện phải đạt.
STANDARDS = (
    (is_subject_5, 'IV.2.1-1', standard_iv_2_1_1),
    (is_subject_6, 'IV.2.1-5', standard_iv_2_1_5),
)

# Đối tượng mà đơn vị mình phải đạt tiêu chuẩn của tập thể (True: phải đủ điều kiện, nên cũng không thuộc trường hợp không xét).
BOTH = (
    # Đối với Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên
    (is_subject_7, 'IV.2.1-5+3 (3)', 'dấu cộng thứ ba, gạch đầu dòng thứ năm, điểm 2.1, mục IV', False),
)

QUOTAS = (
    # không giới hạn số lượng
    Quota(
        'IV.2.2-1',
        'gạch đầu dòng thứ nhất, điểm 2.2, mục IV',
        is_subject_3,
        limit=None,
    ),
    # 01 cá nhân/Phòng và Chi cục, do Hội đồng bình xét lựa chọn
    Quota(
        'IV.2.2-2',
        'gạch đầu dòng thứ hai, điểm 2.2, mục IV',
        is_subject_4,
        limit=1,
        per_unit={'Phòng chuyên môn', 'Chi cục THADS'},
    ),
    # 02 tập thể, do Hội đồng bình xét lựa chọn
    Quota(
        'IV.2.2-3',
        'gạch đầu dòng thứ ba, điểm 2.2, mục IV',
        is_subject_8,
        limit=2,
    ),
    # Không giới hạn số lượng
    Quota(
        'IV.2.2-4',
        'gạch đầu dòng thứ tư, điểm 2.2, mục IV',
        is_subject_2,
        limit=None,
    ),
)

# Các lần xét, theo thứ tự.
OCCASIONS = (
    Occasion(
        '',
        '',
        targets={'III.3.1-1+1', 'III.3.1-1+2', 'III.3.1-2+1', 'III.3.1-2+2', 'III.3.2-1+1', 'III.3.2-2+1', 'III.3.3'},
        standards={'IV.2.1-1', 'IV.2.1-5'},
        others={'IV.2.1-5+3 (3)'},
        quotas={'IV.2.2-1', 'IV.2.2-2', 'IV.2.2-3', 'IV.2.2-4'},
    ),
)

# Các đợt có hồ sơ riêng; giấy tờ mà hồ sơ phải có (của đợt nào; chữ trống: mọi đợt).
FILE_WAVES = ('',)
FILES = (
    # Hồ sơ gồm: Tờ trình; Biên bản; Danh sách; Báo cáo thành tích có xác nhận
    ('V-1', 'gạch đầu dòng thứ nhất, mục V', ('Tờ trình', 'Biên bản', 'Danh sách', 'Báo cáo thành tích có xác nhận'), ''),
)

# Của ai (None: của tất cả), ngày cuối nhận hồ sơ, của đợt nào.
DEADLINES = (
    # V-3, gạch đầu dòng thứ ba, mục V: Hồ sơ đề nghị khen thưởng gửi về Cục THADS tỉnh (qua Phòng Tổ chức cán bộ) bằng công văn và hộp thư điện tử trước ngày 01 tháng 7 năm 2024 để kịp thẩm định, xét khen thưởng trong đợt kỷ niệm 78 năm Ngày Truyền thống THADS
    (None, date(2024, 6, 30), ''),
)

# Số liệu mà từng bảng chỉ tiêu so sánh, lời văn của điều kiện và số lượng, để in kèm kết quả.
COMPARED = {
    'III.3.1-1+1': 'tỷ lệ thi hành xong trên có điều kiện về việc',
    'III.3.1-1+2': 'tỷ lệ thi hành xong trên có điều kiện về việc',
    'III.3.1-2+1': 'tỷ lệ thi hành xong trên có điều kiện về tiền',
    'III.3.1-2+2': 'tỷ lệ thi hành xong trên có điều kiện về tiền',
    'III.3.2-1+1': 'tỷ lệ thi hành xong trên có điều kiện về việc',
    'III.3.2-2+1': 'tỷ lệ thi hành xong trên có điều kiện về tiền',
}
SENTENCES = {
    'IV.2.1-2': 'đạt các chỉ tiêu về việc và về tiền tại điểm 3.1 mục III',
    'IV.2.1-2 (2)': 'Hội đồng bình xét “Lập thành tích xuất sắc trong đợt thi đua cao điểm”',
    'IV.2.1-3': 'Hội đồng bình xét “Nội bộ đoàn kết, thực hiện tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy, quy chế của cơ quan”',
    'IV.2.1-4': 'Hội đồng bình xét “Không có cá nhân thuộc đơn vị vi phạm pháp luật”',
    'IV.2.1-4 (2)': 'Không có cá nhân thuộc đơn vị vi phạm pháp luật hoặc bị kỷ luật từ hình thức “khiển trách” trở lên tính đến thời điểm đề nghị khen thưởng (từ ngày 01/10/2023 đến ngày 30/6/2024)',
    'IV.2.1-5+1': 'đạt các chỉ tiêu tại điểm 3.2 và điểm 3.3 mục III',
    'IV.2.1-5+1 (2)': 'Hội đồng bình xét “Là cá nhân có thành tích xuất sắc trong đợt thi đua cao điểm”',
    'IV.2.1-5+2': 'Hội đồng bình xét “Có tinh thần trách nhiệm cao, gương mẫu; có ý thức xây dựng tập thể đoàn kết, vững mạnh; chủ động, sáng tạo trong nhiệm vụ được giao”',
    'IV.2.1-5+3': 'Hội đồng bình xét “Không vi phạm pháp luật”',
    'IV.2.1-5+3 (2)': 'Không vi phạm pháp luật hoặc bị kỷ luật từ hình thức “khiển trách” trở lên tính đến thời điểm đề nghị khen thưởng (từ ngày 01/10/2023 đến ngày 30/6/2024)',
    'IV.2.1-5+3 (3)': 'Đối với Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên',
    'IV.2.2-1': 'không giới hạn số lượng',
    'IV.2.2-2': '01 cá nhân/Phòng và Chi cục, do Hội đồng bình xét lựa chọn',
    'IV.2.2-3': '02 tập thể, do Hội đồng bình xét lựa chọn',
    'IV.2.2-4': 'Không giới hạn số lượng',
}

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


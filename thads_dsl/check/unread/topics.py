"""What a rule that no family reads seems to be about."""

from enum import Enum


class Topic(Enum):
    """What a rule that is not read seems to be about; the value is the chapter of the guide that tells how to write it."""

    TARGET = ("Chỉ tiêu", 4)
    ALIKE = ("Như một chỗ khác", 4)
    EXEMPT = ("Không áp dụng chỉ tiêu", 4)
    NONE_OF = ("Điều không được để xảy ra", 7)
    FIGURE = ("Số viết bằng chữ", 3)
    PERIOD = ("Thời gian, kỳ số liệu", 6)
    WAVE = ("Số liệu của từng đợt", 6)
    DEADLINE = ("Thời hạn", 6)
    REFUSED_FILE = ("Hồ sơ muộn, hồ sơ thiếu", 8)
    STANDARD = ("Tiêu chuẩn", 7)
    CONDITION = ("Điều kiện", 7)
    TARGETS_MET = ("Đạt các chỉ tiêu", 7)
    DISCIPLINE = ("Kỷ luật", 7)
    EXCLUSION = ("Trường hợp không xét", 7)
    AWARD = ("Hình thức khen thưởng", 7)
    QUOTA = ("Số lượng", 8)
    OF_TWO_AWARDS = ("Số lượng của hai hình thức", 8)
    COMPOSITION = ("Cơ cấu", 8)
    TIE = ("Thứ tự ưu tiên", 8)
    DOSSIER = ("Hồ sơ", 8)
    RANKING = ("Xếp thứ tự", 9)
    DEMOTION = ("Hạ hạng", 9)
    LIMIT = ("Mức nhiều nhất, ít nhất", 4)  # of what, its figure says

    @property
    def chapter(self) -> int:
        """The chapter of the guide about it."""
        return self.value[1]


def more_about(topic: Topic) -> str:
    """Where a clerk reads on."""
    return f"Xem chương {topic.chapter} của sách hướng dẫn, hoặc lệnh: thads explain TH101."

"""A plan's document with every part that the writers know, in short words of its own."""

from thads_dsl.model.document import Block, Document, Rank, Table


def block(rank: Rank, marker: str, text: str, *, title: bool = False) -> Block:
    return Block(rank, marker, text, title, 1)


TABLE = Table(
    (
        ("STT", "Nội dung tiêu chí", "Điểm chuẩn", "Cách chấm điểm"),
        ("1", "Thi hành xong về việc", "60", "Đạt từ 81% trở lên: 60 điểm; thiếu 01% trừ 02 điểm"),
        ("2", "Chế độ báo cáo", "40", "Chậm một kỳ trừ 05 điểm"),
    ),
    9,
)

BODY: tuple[Block | Table, ...] = (
    block(Rank.NONE, "", "Cục THADS tỉnh Hậu Giang phát động đợt thi đua như sau:"),
    block(Rank.ROMAN, "I.", "MỤC ĐÍCH, YÊU CẦU", title=True),
    block(Rank.NUMBER, "1.", "Mục đích", title=True),
    block(Rank.DASH, "-", "Tạo động lực để công chức hoàn thành nhiệm vụ."),
    block(Rank.NUMBER, "2.", "Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024."),
    block(Rank.ROMAN, "II.", "CHỈ TIÊU", title=True),
    block(Rank.DECIMAL, "2.1.", "Đối với tập thể", title=True),
    block(Rank.DASH, "-", "Về việc:"),
    block(Rank.PLUS, "+", "Chi cục THADS có tổng số giải quyết dưới 800 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 77%;"),
    block(Rank.PLUS, "+", "Các đơn vị còn lại: 76%."),
    block(Rank.DASH, "-", "Về tiền: 40%."),
    block(Rank.LETTER, "a)", "Bảng tiêu chí", title=True),
    TABLE,
    block(Rank.NONE, "", "Trên đây là Kế hoạch phát động đợt thi đua./."),
)

PLAN = Document(
    type_name="KẾ HOẠCH",
    abstract="Phát động đợt thi đua cao điểm chào mừng kỷ niệm 78 năm Ngày Truyền thống Thi hành án dân sự (19/7/1946 - 19/7/2024)",
    parent_agency="Tổng cục Thi hành án dân sự",
    agency="Cục Thi hành án dân sự tỉnh Hậu Giang",
    number="15/KH-CTHADS",
    place_and_date="Hậu Giang, ngày … tháng … năm 2024",
    legal_bases=("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "Căn cứ Kế hoạch số 1046/KH-TCTHADS."),
    addressees=("Các Phòng chuyên môn;", "Các Chi cục THADS."),
    body=BODY,
    recipients=("Tổng cục THADS (để b/c);", "Lưu: VT, TCCB."),
    authority=("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"),
    signer="Họ và tên",
)

EMPTY = Document("", "", "", "", "", "", (), (), (), (), (), "")

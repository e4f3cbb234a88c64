"""Names of the Word styles that template and writer agree on, as Word's style pane shows them; staff may change their look.

A comma would make the rest of a name an alias, so there is none.
"""

# Head of the document
NATION = "Quốc hiệu"
MOTTO = "Tiêu ngữ"
MOTTO_RULE = "Đường kẻ Tiêu ngữ"
PARENT_AGENCY = "Cơ quan chủ quản"
AGENCY = "Cơ quan ban hành"
RULE = "Đường kẻ"
NUMBER = "Số ký hiệu"
PLACE_AND_DATE = "Địa danh thời gian"
TYPE_NAME = "Title"
ABSTRACT = "Subtitle"
LETTER_ABSTRACT = "Trích yếu công văn"
ISSUER = "Thẩm quyền ban hành"
ATTACHED_TYPE_NAME = "Tên văn bản kèm theo"
ISSUED_WITH = "Ban hành kèm theo"
ADDRESSEES = "Kính gửi"
ADDRESSEE = "Nơi gửi"

# Body
LEGAL_BASIS = "Căn cứ"
BODY = "Lời văn"
LEAD_IN = "Lời dẫn"
CLOSING = "Lời kết"
PART = "Phần"
PART_TITLE = "Tên phần"
ARTICLE = "Điều"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5")
ARTICLE_NUMBER = "Số của điều"
TABLE = "Bảng nội dung"
TABLE_HEADING = "Ô tiêu đề bảng"
CELL = "Ô bảng"
FIGURE = "Ô bảng giữa"
AFTER_TABLE = "Sau bảng"

# Foot of the document and furniture
RECIPIENTS = "Nơi nhận"
RECIPIENT = "Từng nơi nhận"
AUTHORITY = "Quyền hạn chức vụ"
SIGNER = "Họ tên người ký"
PAGE_NUMBER = "Header"
LAYOUT_TABLE = "Bảng trình bày"

# Lengths that both must know, in twips (1/20 point). A4 with margins of 30 and 15 mm (Phụ lục I, Phần I, I.3) leaves 165 mm.
TEXT_WIDTH = 9354
LEFT_CELL = 3855  # 68 mm: “TỔNG CỤC THI HÀNH ÁN DÂN SỰ” stays on one line
RIGHT_CELL = TEXT_WIDTH - LEFT_CELL  # 97 mm: so do Quốc hiệu and “Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026”
CELL_PADDING = 85  # 1.5 mm on each side of a cell

# Sizes in points that lengths are reckoned with: those that Mục V of Phụ lục I shows.
AGENCY_POINTS = 12
ABSTRACT_POINTS = 14
CELL_POINTS = 13

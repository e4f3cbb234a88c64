"""The register of codes. Append only: a retired code keeps its line and its page.

The hundreds tell the stage: 0 text, 1 words and order, 2 names, 3 units, 4 bands, 5 dates and quotas,
7 statistics, 8 examples, 9 advice. The slug names what is wrong.
"""

from thads_dsl.diagnostics.model import Code, Severity

TH001 = Code("TH001", "not-utf8", "Tệp không phải văn bản Unicode")
TH002 = Code("TH002", "control-character", "Ký tự điều khiển lạ")
TH003 = Code("TH003", "line-too-long", "Dòng quá dài")
TH004 = Code("TH004", "no-body", "Chưa có nội dung kế hoạch")
TH005 = Code("TH005", "too-many-lines", "Tệp quá nhiều dòng")

TH101 = Code("TH101", "unread-rule", "Giống một quy định nhưng chưa đọc được")
TH102 = Code("TH102", "number-without-role", "Còn một con số chưa được tính đến")
TH103 = Code("TH103", "unknown-key", "Từ khóa phần đầu văn bản chưa biết")
TH104 = Code("TH104", "missing-key", "Thiếu từ khóa phần đầu văn bản")
TH105 = Code("TH105", "restated-phrase", "Cụm từ của “Hiểu là” chưa dùng được")
TH106 = Code("TH106", "restatement-unread", "Cách hiểu chưa đọc được")
TH107 = Code("TH107", "restatement-numbers", "Con số của câu và của cách hiểu khác nhau")
TH108 = Code("TH108", "restatement-unconfirmed", "Cách hiểu chưa có người xác nhận")
TH109 = Code("TH109", "nothing-to-restate", "Phía trên không có dòng để hiểu")
TH110 = Code("TH110", "rule-marked-as-prose", "Dòng có dấu > lại là một quy định")
TH111 = Code("TH111", "number-format", "Số viết chưa đúng")
TH112 = Code("TH112", "two-readings", "Câu hiểu được hai cách")
TH113 = Code("TH113", "duplicate-key", "Từ khóa phần đầu văn bản ghi hai lần")
TH114 = Code("TH114", "note-misspelt", "Dòng “Hiểu là”, “Đính chính” viết chưa đúng")
TH115 = Code("TH115", "empty-lead-in", "Dưới câu dẫn không có tiêu chuẩn nào")

TH201 = Code("TH201", "unknown-quantity", "Chưa có số liệu tên này")
TH202 = Code("TH202", "unknown-subject", "Chưa có đối tượng tên này")
TH203 = Code("TH203", "unknown-sanction", "Chưa có hình thức kỷ luật tên này")
TH204 = Code("TH204", "unknown-vocabulary", "Chưa có danh mục tên này")
TH205 = Code("TH205", "unknown-place", "Kế hoạch không có chỗ được dẫn")
TH206 = Code("TH206", "no-subject", "Chưa rõ áp dụng cho ai")
TH207 = Code("TH207", "no-facet", "Chưa rõ về việc hay về tiền")
TH208 = Code("TH208", "no-award", "Chưa rõ xét hình thức khen thưởng nào")
TH209 = Code("TH209", "definition-unread", "Định nghĩa chưa đọc được")
TH210 = Code("TH210", "misplaced-line", "Dòng đặt sai chỗ trong phần không in")
TH211 = Code("TH211", "no-quantity", "Chưa rõ chỉ tiêu về số liệu nào")
TH212 = Code("TH212", "mixed-subjects", "Tập thể và cá nhân trong một quy định")

TH301 = Code("TH301", "mixed-units", "Lẫn về việc với về tiền")
TH302 = Code("TH302", "wrong-unit", "Đơn vị tính không hợp với số liệu")
TH303 = Code("TH303", "not-whole", "Số liệu đếm phải là số nguyên")

TH401 = Code("TH401", "bands-gap", "Còn khoảng trống")
TH402 = Code("TH402", "bands-overlap", "Hai mức chồng nhau")
TH403 = Code("TH403", "missing-end-band", "Thiếu mức đầu hoặc mức cuối")
TH404 = Code("TH404", "empty-band", "Mức không chứa số nào")
TH405 = Code("TH405", "direction", "Chỉ tiêu đổi chiều", Severity.WARNING)
TH406 = Code("TH406", "two-keys", "Một bảng chỉ tiêu chia mức theo hai số liệu")
TH407 = Code("TH407", "subjects-overlap", "Một đối tượng theo hai bảng chỉ tiêu")
TH408 = Code("TH408", "unreachable-target", "Chỉ tiêu không thể đạt")

TH501 = Code("TH501", "impossible-date", "Ngày không có thật")
TH502 = Code("TH502", "period-length", "Kỳ số liệu không khớp")
TH503 = Code("TH503", "period-order", "Ngày đầu sau ngày cuối")
TH504 = Code("TH504", "deadline-before-close", "Hạn nộp hồ sơ trước khi chốt số liệu")
TH505 = Code("TH505", "anniversary", "Số năm kỷ niệm không khớp")
TH506 = Code("TH506", "empty-quota", "Số lượng khen thưởng bằng không")
TH507 = Code("TH507", "no-year", "Ngày chưa rõ năm")

TH701 = Code("TH701", "missing-table", "Thiếu trang số liệu")
TH702 = Code("TH702", "missing-column", "Thiếu cột số liệu")
TH703 = Code("TH703", "bad-cell", "Ô ghi không đúng")
TH704 = Code("TH704", "unknown-kind", "Loại đơn vị hoặc chức danh chưa có")
TH705 = Code("TH705", "unknown-unit", "Đơn vị không có trong trang Tập thể")
TH706 = Code("TH706", "duplicate-row", "Một đối tượng ghi hai lần")
TH707 = Code("TH707", "unknown-person", "Tên không có trong trang Tập thể hoặc Cá nhân")
TH708 = Code("TH708", "inconsistent-figures", "Số liệu không cân")
TH709 = Code("TH709", "unreadable-data", "Không đọc được tệp số liệu")

TH801 = Code("TH801", "example-wrong", "Ví dụ không đúng")
TH802 = Code("TH802", "example-unread", "Ví dụ chưa đọc được")

TH901 = Code("TH901", "unused-target", "Chỉ tiêu chưa được điều kiện khen thưởng nào dùng", Severity.WARNING)
TH902 = Code("TH902", "quota-without-key", "Có số lượng, chưa có cách chọn", Severity.WARNING)
TH903 = Code("TH903", "deadline-next-day", "Hạn nộp ngay sau ngày chốt số liệu", Severity.WARNING)
TH904 = Code("TH904", "numbering", "Số thứ tự không liền nhau", Severity.WARNING)
TH905 = Code("TH905", "rising-targets", "Chỉ tiêu cao hơn ở mức nhiều việc hơn", Severity.WARNING)
TH906 = Code("TH906", "empty-cell", "Ô chưa có số liệu", Severity.WARNING)
TH907 = Code("TH907", "restatement-reverses", "Cách hiểu đảo ngược câu gốc", Severity.WARNING)
TH908 = Code("TH908", "deadline-style", "Cách ghi thời hạn dễ hiểu lầm", Severity.WARNING)

ALL: tuple[Code, ...] = tuple(value for name, value in sorted(globals().items()) if name.startswith("TH"))

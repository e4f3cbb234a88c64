"""A name that is not declared → the lines that declare it, ready to be pasted below the last line of the plan."""

import re

from thads_dsl.check.draft import Draft
from thads_dsl.diagnostics import Way
from thads_dsl.model.statistics import Base
from thads_dsl.source import Passage, canonical, fold, plain
from thads_dsl.syntax.cells import heading_and_rows
from thads_dsl.syntax.grammar import name_words, unit_words
from thads_dsl.syntax.heads import HEADCOUNT, says
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.name_shapes import could_be
from thads_dsl.syntax.names import Name, NameKind, atoms
from thads_dsl.syntax.written_forms import Figure

_UNPRINTED = "PHẦN KHÔNG IN"
_SECTIONS = {
    NameKind.QUANTITY: "SỐ LIỆU VÀ CÁCH TÍNH",
    NameKind.SHARE_IN: "SỐ LIỆU VÀ CÁCH TÍNH",
    NameKind.SUBJECT: "ĐỐI TƯỢNG THI ĐUA",
    NameKind.REWARD: "HÌNH THỨC KHEN THƯỞNG",
    NameKind.POST: "CHỨC VỤ",
    NameKind.EVENT: "HÀNH VI",
}
# First words of those who are people; all else that acts is a body.
_PEOPLE = (
    "cá nhân", "người", "công chức", "viên chức", "cán bộ", "nhân viên", "chấp hành viên", "thẩm tra viên", "thư ký", "kế toán",
    "lãnh đạo", "thủ trưởng", "trưởng", "phó", "đồng chí", "thủ quỹ", "văn thư", "chánh",
    "quyền", "phụ trách", "lái xe", "bảo vệ", "cộng tác viên", "thành viên", "thanh tra viên", "chuyên viên", "kỹ thuật viên", "tạp vụ",
    "nữ", "nam", "đảng viên", "đoàn viên", "hội viên", "trợ lý", "cựu", "thủ kho", "học viên", "thừa phát lại", "giám định viên",
    "đội trưởng", "đội phó", "tổ trưởng", "tổ phó", "nhóm trưởng",
)  # fmt: skip
_OF_A_POST = re.compile(r"(?:\w+ ){1,2}viên\b", re.IGNORECASE)  # “Điều tra viên”, “Kiểm sát viên”
# What no name of somebody holds: declared, it would hide the rule that these words say (“Chi cục được xét tặng”, “… từ 1 đến 60 việc”).
_RULE_IN_IT = re.compile(
    r"\bđược (?:xét|tặng|khen|đề nghị|chọn|(?:giao|phân công)(?= chỉ tiêu| (?:từ |trên |dưới )?\d))\b"
    r"|\b(?:từ|đến|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không quá) \d+ (?:việc|tỷ|triệu|vụ|đơn)\b"
    r"|\(.*\b(?:kết quả|tính)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:nhóm|cụm|khối)(?: thi đua)?(?: số)? \w+", re.IGNORECASE)
_WITHIN = re.compile(r"\s(?:trong|của|thuộc)\s", re.IGNORECASE)  # “biên chế hiện có trong mỗi đơn vị”
_SIDES = {"CASES": "việc", "MONEY": "đồng"}
_CHANGES = re.compile(r"\b(?:tăng|giảm|vượt)\b", re.IGNORECASE)  # by so many % of a count too
_POINTS = "điểm"  # what is given for a figure: no statistic is counted in it
_MONEY = re.compile(r"(?:tiền|giá trị|kinh phí|khoản thu|dư nợ|nợ)\b")  # first words of what is counted in đồng
_RATE = re.compile(r"t[ỷỉ] lệ (?:số )?(?P<of>.+)", re.IGNORECASE)
# “hồ sơ | được số hóa”: what is counted, and of how many of it this is so.
_DONE = re.compile(
    r"(?:tổng )?(?:số )?(?P<counted>.+?) (?P<deed>(?:được|bị|đã|có|chưa|không|phải|đạt|đúng|quá|hoàn thành)\b.+)", re.IGNORECASE
)


def declarations(draft: Draft, found: UnknownName, noun: str) -> tuple[Way, ...]:
    """The definition under the heading of its section; headings that the plan has already are left out.

    A rate is declared by what it is computed from, or as a column of its own.
    """
    written = found.written if found.kind is NameKind.SUBJECT or found.kind in (NameKind.REWARD, NameKind.POST) else _lowered(found.written)
    how = f"Nếu tên đúng, thêm {noun} này vào phần không in:"
    spelt = f". Cách viết: “{found.spelt}”" if found.spelt else ""
    match found.kind:
        case NameKind.SUBJECT if _RULE_IN_IT.search(written) or not could_be(written, NameKind.SUBJECT):
            return ()
        case NameKind.SUBJECT if _GROUP.fullmatch(written) and (who := _heading_names(draft, found)):
            line = f"- {written} gồm: {who}"
            return (Way("Ghi nhóm gồm những ai vào phần không in, điền vào chỗ …:", _under_headings(draft, found, line)),)
        case NameKind.SUBJECT if counted := _counted_people(found):
            return counted
        case NameKind.SUBJECT:
            return (Way(how, _under_headings(draft, found, *(f"- {each}: {_base(each)}" for each in _apart(written)))),)
        case NameKind.REWARD | NameKind.POST | NameKind.EVENT:
            return (Way(how, _under_headings(draft, found, f"- {written}")),)
        case NameKind.SHARE_IN:
            name, lines = _share(draft, written)
            column = f"- {name}: %. Cách viết: “{_spelt(written)}”"
        case _ if (unit := _unit(draft, found)) == "%" and (again := _spelt_too(draft, found)) is not None:
            return (again,)
        case _ if unit == "%":
            name, lines = written, _rate(draft, written, _side(draft, found))
            lines[-1] += spelt
            column = f"- {written}: %{spelt}"
        case _ if "/" in unit:
            return mean_declared(draft, written, unit)
        case _:
            return (Way(how, _under_headings(draft, found, f"- {written}: {unit}{spelt}")),)
    return (
        Way("Nếu tên đúng, khai báo trong phần không in, sửa tên tử số, mẫu số theo biểu thống kê:", _under_headings(draft, found, *lines)),
        Way("Hoặc nếu bảng số liệu đã có sẵn tỷ lệ:", _under_headings(draft, found, column)),
    )


def _heading_names(draft: Draft, found: UnknownName) -> str:
    """Who a group in a row of a table may consist of, with blanks: people by their figures, units by name; empty outside of a table."""
    rows = next((line.item.rows for line in draft.lines if any(row.line == found.at.line for row in line.item.rows)), ())
    if not rows:
        return ""
    named = [
        each.value.canonical
        for each in lex(rows[0], draft.names)
        if each.terminal == NameKind.SUBJECT.value and isinstance(each.value, Name)
    ]
    people = [kind.name for kind in map(draft.vocabulary.kind, named) if kind is not None and kind.base is Base.INDIVIDUAL]
    data = [row.line for row in heading_and_rows(rows)[1]]
    band = {data[0]: "dưới … việc", data[-1]: "từ … việc trở lên"}.get(found.at.line, "từ … việc đến dưới … việc")
    return f"{people[0]} có tổng số phải thi hành {band}" if people else "…; …"


def _counted_people(found: UnknownName) -> tuple[Way, ...]:
    """“biên chế có mặt”, “công chức hiện có”: people who are counted, and no kind of somebody; nothing for any other name."""
    words = _WITHIN.split(found.written)[0].strip()
    whose = words.split()
    while whose and whose[-1].casefold() in name_words("present"):
        whose.pop()
    if says(words) != HEADCOUNT and (len(whose) == len(words.split()) or _base(" ".join(whose)) != "cá nhân"):
        return ()
    meant = [" ".join(whose)] if says(words) != HEADCOUNT and whose != ["người"] else ["công chức, người lao động", "công chức"]
    hows = ("Nếu tính mọi người", "hoặc, nếu chỉ tính công chức") if len(meant) > 1 else (f"Nếu là mọi {meant[0]}",)
    return tuple(
        Way(f"{how}, dán dưới dòng {found.at.line}:", f"Hiểu là: cụm từ “{canonical(words)}” là “{whom}”")
        for how, whom in zip(hows, meant, strict=True)
    )


def mean_declared(draft: Draft, name: str, unit: str) -> tuple[Way, ...]:
    """The definition of a mean, “việc/Chấp hành viên”, with that of the heads it is a mean of; its own words tell what is divided."""
    head = unit.partition("/")[2]
    heads = () if draft.vocabulary.quantity(f"số {head}") else (f"- số {head}: người",)
    counts = [each.name for each in draft.vocabulary.quantities if "%" not in each.units and plain(each.name) in plain(name)]
    lines = (*heads, f"- {name}: {unit} = {max(counts, key=len, default='tổng số giải quyết')} / số {head}")
    return (Way("Khai báo cách tính trong phần không in, sửa tử số nếu cần:", _below(draft, _SECTIONS[NameKind.QUANTITY], *lines)),)


def count_declared(draft: Draft, name: str, unit: str) -> Way:
    """The definition of what no statistic counts yet: “số người: người”."""
    return Way("Khai báo số liệu ấy trong phần không in:", _below(draft, _SECTIONS[NameKind.QUANTITY], f"- {name}: {unit}"))


def _under_headings(draft: Draft, found: UnknownName, *lines: str) -> str:
    return _below(draft, _SECTIONS[found.kind], *lines)


def _below(draft: Draft, section: str, *lines: str) -> str:
    headings = [] if draft.outline.sections or draft.outline.examples else [_UNPRINTED]
    headings += [] if any(each.heading.casefold().startswith(section.casefold()) for each in draft.outline.sections) else [section]
    return "\n".join([*headings, *lines])


def _lowered(written: str) -> str:
    return written[0].lower() + written[1:]


def _apart(written: str) -> list[str]:
    """“Trưởng phòng, Phó Trưởng phòng” are two; in “Phòng Kiểm tra, giải quyết khiếu nại” the words behind the comma go on."""
    parts = re.split(r",\s*", written)
    return parts if all(part[:1].isupper() for part in parts) else [written]


def _base(written: str) -> str:
    return "cá nhân" if written.casefold().startswith(_PEOPLE) or _OF_A_POST.match(written) else "tập thể"


def _spelt_too(draft: Draft, found: UnknownName) -> Way | None:
    """“Giải quyết đúng hạn | 95% số đơn thuộc thẩm quyền” where a rate is spelt “… số đơn thuộc thẩm quyền”: one more spelling of it."""
    cell = _cell(draft.source.row(found.at.line), found.at.end)
    behind = [lexeme for lexeme in lex(cell, draft.names) if lexeme.span.start >= found.at.end]
    half = next((lexeme.value for lexeme in behind if lexeme.terminal == "SHARE_IN" and isinstance(lexeme.value, Name)), None)
    share = next((each for each in draft.vocabulary.shares if half is not None and each[:2] == ("", half.canonical.casefold())), None)
    line = next((term.line for term in draft.vocabulary.terms if share is not None and term.name == share[2] and term.line), None)
    if share is None or line is None:
        return None
    spelling = f"“{_lowered(found.written)} … {share[1]}”"
    how = f"Nếu là tỷ lệ đã khai báo ở dòng {line.line}, thêm một cách viết, sửa dòng ấy thành:"
    return Way(how, f"{canonical(line.text).rstrip(' .')}, {spelling}")


def _spelt(half: str) -> str:
    return half if "…" in half else f"… {half}"


def _share(draft: Draft, half: str) -> tuple[str, list[str]]:
    """“… 95% số hồ sơ được số hóa”: the rate that it is said of, and the lines that declare it; “trả lời … đơn” with what is done."""
    deed, dots, whole = half.partition(" … ")
    if dots:
        counted = re.sub(r"^(?:tổng )?(?:số )?", "", whole)
        done = re.sub(r" (?:đối )?với$", "", deed)
        name, over = f"tỷ lệ {counted} được {done}", f"số {counted} được {done}"
    elif found := _DONE.fullmatch(half):
        done = f"{found['counted']} {found['deed']}"
        # Not the words of the sentence themselves: there they are the half of a rate.
        name, counted, over = f"tỷ lệ {done}", found["counted"], f"số {done}" if half == done else done
    else:
        counted = re.sub(r"^(?:tổng )?(?:số )?", "", half)
        name, over = f"tỷ lệ hoàn thành {counted}", f"số {counted} đã hoàn thành"
    return name, _fraction(draft, name, over, f"tổng số {counted}", counted, spelling=f". Cách viết: “{_spelt(half)}”")


def _rate(draft: Draft, name: str, side: str) -> list[str]:
    """The lines that declare a rate: numerator, denominator, and their fraction."""
    rate = _RATE.fullmatch(name)
    of = rate["of"] if rate else name
    over, on, under = of.partition(" trên ")
    if on and not under[0].isdigit():  # “… có trên 02 năm”
        return _fraction(draft, name, _counted(draft, over), _counted(draft, under), over, side)
    if found := _DONE.fullmatch(of):
        return _fraction(draft, name, _done(found, name), f"tổng số {found['counted']}", found["counted"], side)
    counted = re.sub(r"^(?:tổng )?số ", "", of)
    return _fraction(draft, name, f"số {counted} đã thực hiện" if counted != of else f"số {of}", f"tổng số để tính {name}", counted, side)


def _done(found: re.Match[str], name: str) -> str:
    """“số hồ sơ được số hóa”; of a name that is spelt so itself “hồ sơ được số hóa”."""
    words = f"{found['counted']} {found['deed']}"
    return words if name == f"số {words}" else f"số {words}"


def _counted(draft: Draft, words: str) -> str:
    known = _known(draft, words)
    return known or (words if words.split()[0] in ("số", "tổng") else f"số {words}")


def _fraction(draft: Draft, name: str, over: str, under: str, counted: str, side: str = "", spelling: str = "") -> list[str]:
    """Names that the plan knows already get no line of their own."""
    unit = side or _counted_in(counted)
    own = [f"- {part}: {unit}" for part in (under, over) if not _known(draft, part)]
    return [*own, f"- {name}: % = {_known(draft, over) or over} / {_known(draft, under) or under}{spelling}"]


def _known(draft: Draft, words: str) -> str:
    """The statistic that is spelt so; empty where there is none."""
    found = draft.names.exactly([atom.key for atom in atoms(fold(words))])
    return found.canonical if found is not None and found.kind is NameKind.QUANTITY else ""


def _unit(draft: Draft, found: UnknownName) -> str:
    """What the first figure behind the name is counted in; what is called a rate is a %."""
    if _RATE.fullmatch(found.written):
        return "%"
    line = _cell(draft.source.row(found.at.line), found.at.end)
    changes = _CHANGES.search(line.text.replace(found.written, " ")) is not None
    figures = (lexeme.value for lexeme in lex(line, draft.names) if lexeme.span.start >= found.at.end)
    nothing = {"", _POINTS, "%" if changes else ""}
    units = (each.unit for each in figures if isinstance(each, Figure) and each.unit not in nothing)
    return next(units, _counted_in(found.written)).removesuffix("/tháng")


def _side(draft: Draft, found: UnknownName) -> str:
    """What “về việc”, “về tiền” right behind a name are counted in; empty where neither stands there."""
    cell = _cell(draft.source.row(found.at.line), found.at.end)
    behind = (lexeme for lexeme in lex(cell, draft.names) if lexeme.span.start >= found.at.end)
    nearest = next(behind, None)
    return _SIDES.get(nearest.terminal, "") if nearest is not None else ""


def _cell(row: Passage, at: int) -> Passage:
    """A row of a table up to the end of the cell that holds a column; any other line whole."""
    end = next((index for index, sign in enumerate(row.text) if sign == "|" and row.columns[index] >= at), len(row.text))
    return row.cut(0, end) if row.text.startswith("|") else row


def _counted_in(written: str) -> str:
    """“vụ cháy” are counted in vụ; what says nothing of it in việc."""
    words = f"{fold(written).casefold().removeprefix('tổng ').removeprefix('số ')} "
    if _MONEY.match(words):
        return "đồng"
    return next((word.unit for word in unit_words() if word.kind == "measure" and words.startswith(f"{word.text} ")), "việc")

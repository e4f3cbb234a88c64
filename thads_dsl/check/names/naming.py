"""The names of a plan: of its danh mục, of its front matter, and its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.names.abbreviations import with_definitions
from thads_dsl.check.names.formulas import units_apart, with_other_units
from thads_dsl.check.names.groups_in_passing import with_groups
from thads_dsl.check.names.steps import why_no_step, without_its_step
from thads_dsl.check.names.undeclared import unknown_operand
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH204, TH209, TH225, TH241, TH242
from thads_dsl.model.statistics import Kind
from thads_dsl.source import Load, SourceText, canonical, plain, too_large
from thads_dsl.syntax.grammar import unit_words, wordings
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline_tree import Item, Key, Outline, Section
from thads_dsl.syntax.reading import unreadable
from thads_dsl.vocabulary import STATISTICS, Reason, Refusal, Vocabulary, defined, filled, read_vocabulary, shipped, shipped_names, variants

_UNITS = ", ".join(dict.fromkeys(word.unit for word in sorted(unit_words(), key=lambda word: word.unit) if word.kind in STATISTICS))
_FORM = (
    "Một đối tượng viết “Tên: tập thể” hoặc “Loại đơn vị gồm: tên; tên”; "
    "một số liệu viết “Tên: việc, đồng” hoặc “Tên: % = số liệu này / số liệu kia”. "
    f"Các đơn vị tính dùng được: {_UNITS}."
)
_EXTENSION = ".danhmuc"
_SPELLING = re.compile(r"“([^”…]*)…\s*([^”]*)”")  # what stands before and behind the figure


def plan_vocabulary(source: SourceText, outline: Outline, load: Load) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """What the plan may name, and complaints about danh mục and definitions."""
    below, found = _chosen(outline, load)
    for key in outline.every_key:
        if key.name in ("cơ quan chủ quản", "cơ quan ban hành"):
            below = _with_agency(below, key.value.text)
    below = _with_own_totals(below, next((key.value.text for key in outline.every_key if key.name == "cơ quan ban hành"), ""))
    vocabulary = below

    def define(section: Section) -> None:
        nonlocal vocabulary
        vocabulary, refused = defined(vocabulary, section, below, own=True)
        found.extend(_refused(vocabulary, refusal, section.heading, source) for refusal in refused)

    for section in (*outline.sections, *_in_the_body(outline, rest=False)):
        define(section)
    vocabulary = with_definitions(outline, vocabulary)
    vocabulary, complaints = with_groups(source, outline, vocabulary, below)
    found += complaints
    for section in _in_the_body(outline, rest=True):  # whom the other groups leave, wherever these are defined
        define(section)
    return filled(vocabulary, (line.text for line in source.folded)), tuple(found)


# “Nhóm 1 gồm: …”, “Nhóm 1: Chấp hành viên có từ 300 việc …”; “Nhóm 1: đạt tỷ lệ … trên có điều kiện 76%” is a target of the group.
_DEFINES = re.compile(
    r"(?:nhóm|cụm|khối)\b[^:;.]*\bgồm\b"
    r"|(?:nhóm|cụm|khối)\s+\w+\s*(?::|\slà\b)[^:;]*\bcòn lại\W*$|[^:;.]*\bcòn lại\s+(?:thuộc|là)\s+(?:nhóm|cụm|khối)\s+\w+\W*$"
    r"|(?:nhóm|cụm|khối)\s+\w+\s*:(?!\s*có\b)(?:(?!\bđạt\b|\btỷ lệ\b|\bphấn đấu\b)[^:])+?"
    rf"\s(?:{wordings('HAVING')})\s+(?:(?:tổng\s+)?số\b|từ\b|dưới\b|trên\b|đến\b|\d)[^:]*\d",
    re.IGNORECASE,
)


_REST = re.compile(r"\bcòn lại(?:\s+(?:thuộc|là)\s[^:;.]*)?\W*$", re.IGNORECASE)


def _in_the_body(outline: Outline, *, rest: bool) -> Iterator[Section]:
    """“- Nhóm 1 gồm: …” among the lines that are printed: groups defined where they are used; or (`rest`) “Nhóm 2: còn lại”."""
    every = (item for item in outline.items if not item.aside)
    items = tuple(item for item in every if _DEFINES.match(item.text.text) and (_REST.search(item.text.text) is not None) == rest)
    if items:
        yield Section("ĐỐI TƯỢNG THI ĐUA", items)


def _with_agency(vocabulary: Vocabulary, name: str) -> Vocabulary:
    """One agency more; where its name begins with that of a body, it has existed for as long as such bodies."""
    known = {
        spelt: agency
        for spelling, kind, agency in vocabulary.spellings
        if kind is NameKind.AGENCY
        for spelt in variants(spelling, vocabulary.abbreviations)
    }
    body = max((spelt for spelt in known if name.casefold().startswith(spelt.casefold())), key=len, default="")
    rest = name[len(body) :]
    terms = (
        replace(term, name=name, instead=term.instead + rest if term.instead else "")
        for term in (vocabulary.terms_of(NameKind.AGENCY, known[body]) if body else ())
    )
    return replace(vocabulary.named(NameKind.AGENCY, name), terms=(*vocabulary.terms, *terms))


def _with_own_totals(vocabulary: Vocabulary, issuer: str) -> Vocabulary:
    """An office is the sum of the units in its own plans; in those of an office above it, it is one unit among others."""
    agencies = {name for _, kind, name in vocabulary.spellings if kind is NameKind.AGENCY and name != issuer}

    def foreign(kind: Kind) -> bool:
        is_office = any(name.startswith(f"{kind.name} ") for name in agencies)
        own = variants(kind.name, vocabulary.abbreviations)
        return kind.total and is_office and not any(issuer.casefold().startswith(spelt.casefold()) for spelt in own)

    kinds = tuple(replace(kind, total=False) if issuer and foreign(kind) else kind for kind in vocabulary.kinds)
    return replace(vocabulary, kinds=kinds)


def _chosen(outline: Outline, load: Load) -> tuple[Vocabulary, list[Diagnostic]]:
    """The danh mục that the front matter picks: those of the package, then files in the order of the text."""
    vocabulary, found = Vocabulary(), list[Diagnostic]()
    picked = [key for key in outline.every_key if key.name == "danh mục dùng chung"]
    for key in picked:
        vocabulary = _united(vocabulary, shipped(key.value.text))
    for key in picked:
        if shipped(key.value.text) is None:
            vocabulary, complaints = _loaded(vocabulary, key, load)
            found += complaints
    # Without any names every line would be complained about.
    without = not picked and not outline.sections
    return (_united(vocabulary, shipped(shipped_names()[0])) if without or (found and not vocabulary.quantities) else vocabulary), found


def _united(vocabulary: Vocabulary, more: Vocabulary | None) -> Vocabulary:
    return more if more is not None and not vocabulary.spellings else vocabulary


def _loaded(vocabulary: Vocabulary, key: Key, load: Load) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary with a file of the user's own; what is wrong in the file is said with its name and lines."""
    name = key.value.text
    path, raw = next(((path, raw) for path in (name, name + _EXTENSION) if name and (raw := load(path)) is not None), ("", None))
    if raw is None:
        return vocabulary, [_unknown(key, f"“{name}”", "")]
    if too_large(raw):
        return vocabulary, [_unknown(key, f"“{path}” lớn hơn 1 MB", "Một danh mục chỉ có vài trăm dòng. ")]
    source = SourceText.read(path, raw)
    if complaints := unreadable(source):
        return vocabulary, [replace(each, at=replace(each.at, source=source)) for each in complaints]
    below = vocabulary
    vocabulary, refused = read_vocabulary(source, below)
    if not refused and vocabulary == below:
        return vocabulary, [_unknown(key, f"“{path}” chưa có tên nào", "Danh mục có “PHẦN KHÔNG IN” và các mục như “ĐỐI TƯỢNG THI ĐUA”. ")]
    return vocabulary, [_refused(vocabulary, refusal, "", source, source) for refusal in refused]


_SEVERAL = re.compile(r"\s*[,;]\s*|\s+và\s+")  # “THADS, tinh-b”


def _unknown(key: Key, message: str, why: str) -> Diagnostic:
    known = ", ".join(shipped_names())
    parts = [part for part in _SEVERAL.split(key.value.text) if part]
    picked = [next((each for each in shipped_names() if plain(each) == plain(part)), part) for part in parts]
    several = len(parts) > 1
    why += "Mỗi danh mục ghi một dòng. " if several else ""
    return Diagnostic(
        code=TH204,
        message=message,
        at=Label(key.value.span()),
        why=f"{why}Các danh mục hiện có: {known}; danh mục riêng là tên một tệp đặt cạnh kế hoạch.",
        ways=(Way("Sửa thành:", "\n".join(f"Danh mục dùng chung: {each}" for each in (picked if several else shipped_names()[:1]))),),
    )


def _refused(vocabulary: Vocabulary, refusal: Refusal, heading: str, plan: SourceText, source: SourceText | None = None) -> Diagnostic:
    """The complaint about a line of a section of the plan, or of a danh mục (`source`)."""
    item = refusal.item
    at = Label(item.line.span(), source=source)
    match refusal.reason:
        case Reason.UNREAD:
            where = f"mục {heading}" if heading else "danh mục"
            why = _members_unknown(item) or _FORM
            lacks = Lack.SUBJECT if _REST.search(item.text.text) else Lack.NAME  # “Nhóm 2: còn lại” rests on the groups above
            return Diagnostic(code=TH209, message=f"máy chưa hiểu dòng này trong {where}", at=at, why=why, lacks=lacks)
        case Reason.STEP:
            assert refusal.misstep is not None
            why, ways = why_no_step(refusal.misstep), without_its_step(item, at)
            return Diagnostic(code=TH209, message="“bước” ở đây không dùng được", at=at, why=why, ways=ways, lacks=Lack.NAME)
        case Reason.UNITS:
            assert refusal.misfit is not None
            message, why = units_apart(refusal.misfit)
            ways = with_other_units(vocabulary, refusal.misfit, item)
            return Diagnostic(code=TH209, message=message, at=at, why=why, ways=ways, lacks=Lack.NAME)
        case Reason.UNKNOWN:
            return unknown_operand(vocabulary, refusal, plan, source)
        case Reason.EDGE:
            return Diagnostic(
                code=TH242,
                message=f"“{refusal.name}” bắt đầu hoặc kết thúc bằng {refusal.known}",
                at=at,
                why="Trong câu quy định, chữ ấy thuộc về con số chứ không thuộc về tên; hãy đặt tên khác.",
            )
        case Reason.SPOKEN:
            return _spoken(refusal, item, at)
        case Reason.DIFFERS | Reason.TAKEN:
            return _redefined(refusal, item, at)


def _spoken(refusal: Refusal, item: Item, at: Label) -> Diagnostic:
    """“Cách viết: “được … số phiếu tín nhiệm””: as a name “được” would be one wherever a sentence says it."""
    written = canonical(item.text.text)
    kept = _SPELLING.sub(lambda found: f"“… {found[2]}”" if found[1].strip().casefold() == refusal.name else found[0], written)
    ways = (Way("Bỏ chữ ấy khỏi cách viết:", f"{item.marker} {kept}".strip()),) if kept != written else ()
    return Diagnostic(
        code=TH225,
        message=f"“{refusal.name}”",
        at=at,
        why="Câu quy định nào cũng dùng từ này, nên nó không thể tự là một tên hoặc một phần của tên; hãy đặt tên dài hơn."
        if not ways
        else "Câu quy định nào cũng dùng từ này, nên nó không thể là một phần đứng riêng của tên.",
        ways=ways,
    )


def _members_unknown(item: Item) -> str:
    """Why “X gồm: A; B” is not read: no name of it is known, or those of units and of people are mixed; empty for another line."""
    found = re.fullmatch(r"(?P<group>.+?)\s+gồm\s*:\s*(?P<members>.+?)[\s.;]*", item.text.text)
    if found is None:
        return ""
    return (
        f"Các tên “{found['group']}”, “{'”, “'.join(each.strip() for each in found['members'].split(';'))}” chưa khai báo, "
        f"hoặc vừa có tập thể vừa có cá nhân. Khai báo thêm một dòng, ví dụ “{found['group']}: tập thể”; "
        "các tên trong danh sách cách nhau bằng dấu chấm phẩy."
    )


def _redefined(refusal: Refusal, item: Item, at: Label) -> Diagnostic:
    start = item.text.span().start
    differs = refusal.reason is Reason.DIFFERS
    return Diagnostic(
        code=TH241,
        message=f"“{refusal.name}” đã có trong danh mục" + (" với nghĩa khác" if differs else f", là “{refusal.known}”"),
        at=at,
        why="Một tên mà hai nghĩa thì kết quả của các kế hoạch không so sánh được với nhau. Đặt tên khác, hoặc",
        ways=tuple(_replacing(item, at, start)),
    )


def _replacing(item: Item, at: Label, start: int) -> Iterator[Way]:
    meant = f"{item.marker} Thay: {canonical(item.text.text)}".strip()
    edit = None if at.source else Edit(replace(at.span, start=start, end=start), "Thay: ")
    yield Way("nếu cố ý dùng nghĩa khác trong kế hoạch này thì viết:", meant, edit=edit)

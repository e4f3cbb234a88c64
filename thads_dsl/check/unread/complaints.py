"""TH101, TH102: what is said of a sentence that no family reads, and what is offered instead of it."""

import re
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import as_put_right
from thads_dsl.check.unread.alike_ways import alike_ways
from thads_dsl.check.unread.cell_ways import cell_ways, is_sum
from thads_dsl.check.unread.days_said import with_its_days
from thads_dsl.check.unread.equal_to import equal_ways
from thads_dsl.check.unread.heads import head_ways
from thads_dsl.check.unread.judged import as_prose, in_a_list, judged
from thads_dsl.check.unread.next_level import next_level_ways
from thads_dsl.check.unread.orders import order_ways
from thads_dsl.check.unread.other_waves import other_wave_ways
from thads_dsl.check.unread.patterns import HOLE, Said, lost_words, ready_lines
from thads_dsl.check.unread.short_quotas import short_quota_ways
from thads_dsl.check.unread.spelled import spelled
from thads_dsl.check.unread.suspicion import Sign
from thads_dsl.check.unread.topics import Topic, more_about
from thads_dsl.check.unread.trying import reads_better
from thads_dsl.check.unread.two_conditions import two_ways
from thads_dsl.check.unread.two_lines import two_line_ways
from thads_dsl.check.unread.vague_figures import vague_ways
from thads_dsl.check.unread.wave_days import says_figures, wave_ways
from thads_dsl.check.unread.whom import disciplined_ways, excluded_ways, exempt_ways, having_some_ways, none_ways
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH101, TH102
from thads_dsl.diagnostics.suggest import only_marks
from thads_dsl.source import Span, canonical, plain
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.partial import tokens_read
from thads_dsl.syntax.repair import Misspelling
from thads_dsl.syntax.sentences import Sentence

MOST_SHOWN = 8
_MOST_WORDS = 6  # of what is not understood; the place says the rest
# “Cá nhân: không quá 20 tập thể” of “không quá 20 tập thể, cá nhân”: each alone is not what is said of both.
_OF_THE_OTHERS = re.compile(r"(?P<whose>tập thể|cá nhân): .*\d (?!(?P=whose))(?:tập thể|cá nhân)", re.IGNORECASE)
_ONWARD = re.compile(r"\btừ\s+(?:sau\s+)?$", re.IGNORECASE)  # “từ ngày … trở đi”: from then on, and no deadline
_DAY = re.compile(r"^ngày ", re.IGNORECASE)  # the ways say it themselves
# What items of a list of standards or exclusions may be about; a rule of another topic is none of these items.
_OF_LISTS = frozenset((Topic.TARGET, Topic.LIMIT, Topic.TARGETS_MET, Topic.DISCIPLINE, Topic.NONE_OF, Topic.CONDITION, Topic.STANDARD))
# Who gets a place, and how many there are: such a sentence is no target, whatever statistic its order names.
_OF_PLACES = frozenset(
    ("ROUND_UP", "ROUND_DOWN", "ROUNDED", "HIGH_TO_LOW", "LOW_TO_HIGH", "RANKED", "THEN_BY", "PREFER", "PREFER_EQUAL", "COUNCIL_CHOOSES")
)
# What only a line says that opens a list of conditions, whatever the award is called.
_OF_LEAD_INS = frozenset(("REWARD", "QUOTED_REWARD", "FOLLOWING_STANDARDS", "ANY_FOLLOWING_STANDARD"))
# The title of a list of conditions, whichever award they are for.
_TITLE_OF_STANDARDS = re.compile(
    r"(?:(?:cac|ve|nguyen tac,?|doi tuong,?) )*(?:(?:va )?(?:tieu chuan|dieu kien),? ?)+(?:va )?"
    r"(?:$|:|chung|rieng|cu the|de\b|duoc|xet|tang|khen|cong nhan|danh hieu|binh|doi voi|cua|cho)"
    r"|(?:yeu cau|tieu chi)\b(?!.*\b(?:cham|diem|xep)\b).*\b(?:khen|xet tang|duoc tang)\b"
)
# What such a rule can say at all, where its words do not tell which of it is meant.
_INSTEAD = {
    Topic.REFUSED_FILE: (
        Way("Nếu không xét hồ sơ muộn, viết:", "Hồ sơ gửi sau thời hạn thì không được xét."),
        Way("Nếu không xét hồ sơ thiếu, viết:", "Hồ sơ không đủ thành phần thì không được xét."),
    ),
    Topic.OF_TWO_AWARDS: (
        Way("Nếu đã đề nghị Bằng khen thì thôi, viết:", "Tập thể, cá nhân được đề nghị tặng Bằng khen thì không xét tặng Giấy khen."),
        Way(
            "Nếu chọn trong số đã có Giấy khen, viết, điền số lượng vào chỗ …:",
            "Chọn … tập thể tiêu biểu nhất trong số tập thể được tặng Giấy khen đề nghị cấp trên tặng Bằng khen.",
        ),
    ),
}


_ROW_OF_SUMS = "Mỗi dòng là chỉ tiêu của một đối tượng; dòng cộng chỉ để xem thì bỏ đi."
_CELLS = "Cột đầu là đối tượng hoặc mức, các ô khác là chỉ tiêu như “76%”, “từ 76% trở lên”; không có chỉ tiêu thì ghi “không áp dụng”."


def cell_unread(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic:
    """A cell of a table of targets."""
    cell = sentence.passage
    return Diagnostic(
        code=TH101,
        message=f"ô “{cell.text}” trong bảng chỉ tiêu" if cell.text else "ô để trống trong bảng chỉ tiêu",
        at=Label(cell.span()),
        why=_ROW_OF_SUMS if is_sum(cell.text) else _CELLS,
        ways=cell_ways(facts, line, cell),
    )


def figure_missing(facts: Facts, line: Line, sentence: Sentence, quantity: Lexeme) -> Diagnostic:
    """A sentence that wants something of a statistic and does not say how much."""
    return Diagnostic(
        code=TH101,
        message=f"câu nói đến “{quantity.text}” mà máy chưa hiểu phải đạt điều gì",
        at=Label(sentence.passage.span()),
        why="Một chỉ tiêu phải nói đạt bao nhiêu; một điều kiện dẫn đến chỉ tiêu viết “đạt các chỉ tiêu tại …”.",
        ways=(
            *(nearest_ways(facts, line, sentence, Topic.TARGET) if not line.scope.excluding else having_some_ways(facts, line, sentence)),
            *(judged(line, sentence) if in_a_list(line) else (Way("Nếu chỉ là lời văn thì đặt dấu > ở đầu dòng:", as_prose(line)),)),
        ),
    )


def told_unread(message: str, at: Span, why: str, ways: tuple[Way, ...], also: tuple[Label, ...] = ()) -> Diagnostic:
    """Words that say how a rule is meant, where the plan can say no such rule: of some only, one of several, as a wish."""
    return Diagnostic(code=TH101, message=message, at=Label(at), also=also, why=why, ways=ways)


def exception_unread(sentence: Sentence) -> Diagnostic:
    """What a rule would not be for, behind it on its line."""
    written = canonical(sentence.passage.text).rstrip(" .;")
    return told_unread(
        message=f"“{written}”",
        at=sentence.passage.span(),
        why="Phần này tách một số đối tượng khỏi quy định đứng trước; máy chưa đọc được nên quy định vẫn áp dụng cho cả họ.",
        ways=(
            Way("Nếu họ không có chỉ tiêu: khai báo tên rồi viết thành một dòng:", "Riêng …: không áp dụng"),
            Way("Nếu quy định vẫn áp dụng cho cả họ thì để thành một dòng lời văn:", f"> {written[:1].upper()}{written[1:]}."),
        ),
    )


def misspelling_told(line: Line, meant: Misspelling) -> Diagnostic:
    """A sentence that is read once its diacritics are put right; where a name would be written in another way, the author chooses."""
    put = Edit(meant.place, meant.meant, safe=only_marks(meant.written, meant.meant))
    return Diagnostic(
        code=TH101,
        message=f"“{meant.first}” có phải là “{meant.right}”",
        at=Label(meant.at),
        why="Sửa chữ ấy thì máy đọc được câu này.",
        ways=(Way("Có phải:", as_put_right(line, meant.written, meant.meant), edit=put),),
    )


def lead_in_unread(line: Line, sentence: Sentence) -> Diagnostic | None:
    """A line that opens a list of conditions and is not read would lose them all."""
    words = plain(sentence.passage.text)
    if line.scope.lead_in is None and line.item.end > line.index + 1 and _TITLE_OF_STANDARDS.match(words):
        return _title_unread(line, sentence)
    opens = line.item.text.text.endswith(":") and ("tieu chuan" in words or "dieu kien" in words)
    if not opens or ("khen thuong" not in words and all(lexeme.terminal not in _OF_LEAD_INS for lexeme in sentence.lexemes)):
        return None
    return Diagnostic(
        code=TH101,
        message="câu dẫn vào tiêu chuẩn khen thưởng mà máy chưa đọc được",
        at=Label(sentence.passage.span()),
        why="Nếu không đọc được câu này thì các điều kiện bên dưới không được xét.",
        ways=(Way("Viết theo mẫu, chọn đúng đối tượng:", "“Giấy khen của …” được xét, tặng cho … đạt các tiêu chuẩn, điều kiện sau:"),),
    )


def _title_unread(line: Line, sentence: Sentence) -> Diagnostic:
    """“2. Tiêu chuẩn chung” above its items: whose standards these are, and for which award, nothing says."""
    marker = f"{line.item.marker} ".lstrip()
    whom = (("Nếu cho mọi đối tượng:", "tập thể, cá nhân"), ("Nếu chỉ cho tập thể:", "tập thể"), ("Nếu chỉ cho cá nhân:", "cá nhân"))
    return Diagnostic(
        code=TH101,
        message="đề mục về tiêu chuẩn mà máy chưa đọc được",
        at=Label(sentence.passage.span()),
        why="Nếu không đọc được đề mục này thì các điều kiện bên dưới không được xét.",
        ways=tuple(Way(how, f"{marker}Tiêu chuẩn khen thưởng đối với {who}") for how, who in whom),
    )


def rule_unread(facts: Facts, line: Line, sentence: Sentence, told: Sign, numbers: list[Lexeme]) -> Diagnostic:
    """A sentence with the words of a rule: how far it can be read, and lines like it that can be."""
    if told.topic is Topic.FIGURE:
        return _in_words(line, sentence, told)
    if told.topic is Topic.ALIKE:
        at, ways = sentence.passage.span(told.start, told.end), alike_ways(facts, line, sentence, told.start)
        return _unread_rule(
            f"“{told.said}” chưa nói rõ là mức nào, điều kiện nào", at, told, ways, "Máy không tự lấy quy định của chỗ khác. "
        )
    message, at = _where_it_stops(sentence, told)
    if told.topic is Topic.DISCIPLINE and _says_who_is_left_out(sentence):
        return _unread_rule(message, at, told, disciplined_ways(sentence.lexemes, sentence.passage.text))
    if told.topic is Topic.TIE and (ordered := order_ways(facts.draft, sentence)):
        return _unread_rule(message, at, told, ordered)
    if ways := (
        *two_line_ways(facts, line),
        *two_ways(facts, line, sentence),
        *next_level_ways(facts, line, sentence),
        *head_ways(line, sentence),
        *short_quota_ways(facts, line, sentence),
    ):
        return _unread_rule(message, at, told, ways)
    ways = equal_ways(line, sentence, issued=facts.draft.issued) or _ways(facts, line, sentence, told.topic)
    what = said(facts, line, sentence)
    if in_a_list(line) and told.topic not in _OF_LISTS:
        ways = (*judged(line, sentence), *ways)
    elif line.scope.expects_rules:
        ways += () if what.counted or not in_a_list(line) else judged(line, sentence)
    elif not numbers:
        ways += (Way("Nếu thật sự chỉ là lời văn thì đặt dấu >:", as_prose(line)),)
    found = _unread_rule(message, at, told, ways, "" if ways else what.lacking)
    whole = tokens_read(sentence.lexemes) == len(sentence.lexemes)
    return replace(found, lacks=Lack.LEAD_IN) if whole and line.item.marker and line.scope.lead_in is None else found


def _ways(facts: Facts, line: Line, sentence: Sentence, topic: Topic) -> tuple[Way, ...]:
    """What is read, of the author's words."""
    match topic:
        case Topic.EXCLUSION:
            return excluded_ways(sentence.passage.text)
        case Topic.EXEMPT:
            return exempt_ways(sentence.passage.text)
        case Topic.NONE_OF:
            return none_ways(sentence.passage.text)
        case Topic.WAVE:
            of_figures = wave_ways(facts, sentence) if says_figures(sentence) else nearest_ways(facts, line, sentence, Topic.TARGET)
            return other_wave_ways(facts, line, sentence) or of_figures
        case Topic.REFUSED_FILE | Topic.OF_TWO_AWARDS:
            return _INSTEAD[topic]
    return nearest_ways(facts, line, sentence, topic)


def _unread_rule(message: str, at: Span, told: Sign, ways: tuple[Way, ...], lacking: str = "") -> Diagnostic:
    why = f"{lacking}Một quy định đọc không được sẽ không được xét. {more_about(told.topic)}"
    return Diagnostic(code=TH101, message=message, at=Label(at), why=why, ways=ways)


def _says_who_is_left_out(sentence: Sentence) -> bool:
    return any(lexeme.terminal in ("NOT_CONSIDERED", "NOT_AWARDED") for lexeme in sentence.lexemes)


def nearest_ways(facts: Facts, line: Line, sentence: Sentence, topic: Topic) -> tuple[Way, ...]:
    """The line with the sentence as it is read, where a pattern has a place for all that the sentence says."""
    restated = facts.draft.issued and not line.item.aside
    where = f"dán dưới dòng {line.item.number}:" if restated else f"sửa dòng {line.item.number} thành:"
    ways: list[Way] = []
    of_places = any(lexeme.terminal in _OF_PLACES for lexeme in sentence.lexemes)
    what = said(facts, line, sentence)
    if topic is Topic.DISCIPLINE:
        what = with_its_days(what, sentence.lexemes)
    for ready in ready_lines(topic, what, of_places=of_places):
        lost = lost_words(sentence.lexemes, ready)
        if lost is None or _OF_THE_OTHERS.match(ready):
            continue
        left_out = ", ".join(f"“{each}”" for each in lost)
        mended = canonical(line.item.text.text).replace(canonical(sentence.passage.text), _like(ready, sentence.passage.text), 1)
        if mended == canonical(line.item.text.text):
            continue  # it is not for its words that the line is not read
        if HOLE in ready:
            how = f"Điền vào chỗ …, {where}"
        elif reads_better(facts.draft, line, mended):
            how = f"Nếu {f'bỏ {left_out} vẫn đúng ý' if left_out else 'đúng ý ấy'} thì {where}"
        else:
            continue
        ways.append(Way(how, f"Hiểu là: {mended}" if restated else f"{line.item.marker} {mended}".strip()))
    return tuple(ways)


def _like(ready: str, words: str) -> str:
    return ready[0].upper() + ready[1:] if words[:1].isupper() else ready


def said(facts: Facts, line: Line, sentence: Sentence) -> Said:
    """What a sentence says itself, for the lines that are offered instead."""
    name = next((lexeme.value for lexeme in sentence.lexemes if lexeme.terminal == NameKind.QUANTITY.value), None)
    sided = isinstance(name, Name) and facts.draft.vocabulary.has_facets(name.canonical) and not name.facet and not line.scope.facet
    return Said.of(sentence.passage.text, sentence.lexemes, of_two_sides=sided)


def _where_it_stops(sentence: Sentence, told: Sign) -> tuple[str, Span]:
    """The first words that no family can go on with; where none comes as far as a second word, the words that give the rule away."""
    lexemes, passage = sentence.lexemes, sentence.passage
    count = tokens_read(lexemes)
    if count < 2:
        return f"câu có “{passage.text[told.start : told.end].strip()}” mà máy chưa đọc được", passage.span(told.start, told.end)
    read = passage.text[lexemes[max(0, count - 2)].start : lexemes[count - 1].end]
    if count == len(lexemes):
        return f"máy đọc được đến “{read}”, câu còn thiếu ý", lexemes[-1].span
    end = next((at for at in range(count, len(lexemes)) if lexemes[at].terminal != WORD), len(lexemes))
    last = lexemes[min(max(end, count + 1), count + _MOST_WORDS) - 1]
    unread = passage.text[lexemes[count].start : last.end]
    return f"máy đọc được đến “{read}”, chưa hiểu “{unread}”", passage.span(lexemes[count].start, last.end)


def _in_words(line: Line, sentence: Sentence, told: Sign) -> Diagnostic:
    figure = spelled(sentence.passage.text)
    digits = figure.digits if figure is not None else ""
    in_digits = (Way("Viết bằng chữ số:", as_put_right(line, told.said, digits)),) if digits else ()
    return Diagnostic(
        code=TH101,
        message=f"“{told.said}” là con số viết bằng chữ",
        at=Label(sentence.passage.span(told.start, told.end)),
        why="Máy chỉ tính con số viết bằng chữ số.",
        ways=judged(line, sentence) if in_a_list(line) else in_digits,
    )


def number(facts: Facts, line: Line, sentence: Sentence, numbers: list[Lexeme]) -> Diagnostic:
    """A sentence with numbers and no other words of a rule."""
    what = said(facts, line, sentence)
    if in_a_list(line):
        ways = nearest_ways(facts, line, sentence, Topic.LIMIT) + (() if what.counted else judged(line, sentence))
    else:
        ways = (*_as_rule(facts, line, sentence, numbers), Way("Nếu chỉ là lời văn:", as_prose(line)))
    return Diagnostic(
        code=TH102,
        message=_listed([lexeme.text for lexeme in numbers]),
        at=Label(numbers[0].span),
        also=tuple(Label(lexeme.span) for lexeme in numbers[1:MOST_SHOWN]),
        why=f"{what.lacking}Mọi con số phải thuộc một quy định, một ngày tháng hay văn bản được dẫn; "
        "nếu chỉ là lời văn thì đặt dấu > ở đầu dòng.",
        ways=ways,
    )


def _as_rule(facts: Facts, line: Line, sentence: Sentence, numbers: list[Lexeme]) -> tuple[Way, ...]:
    """How to write the rule that the numbers were probably meant for."""
    days = [_DAY.sub("", lexeme.text) for lexeme in numbers if lexeme.terminal == "DATE"]
    if len(days) == len(numbers) == 2:
        period = f"từ ngày {days[0]} đến hết ngày {days[1]}"
        return (Way("Nếu là thời gian, viết một trong hai cách:", f"Thời gian: {period}   |   Kỳ số liệu: {period}"),)
    begins = numbers[0].start if numbers else 0
    if len(days) == len(numbers) == 1 and not _ONWARD.search(sentence.passage.text, 0, begins):
        return (Way("Nếu là thời hạn, viết một trong hai cách:", f"trước ngày {days[0]}   |   chậm nhất ngày {days[0]}"),)
    if ways := short_quota_ways(facts, line, sentence):
        return ways
    topic = Topic.TIE if "cao xuong thap" in plain(sentence.passage.text) else Topic.LIMIT
    return nearest_ways(facts, line, sentence, topic) or vague_ways(facts, line, sentence)


def _listed(written: list[str]) -> str:
    more = len(written) - MOST_SHOWN
    return ", ".join(written[:MOST_SHOWN]) + (f" và {more} con số khác" if more > 0 else "")

"""Sentences that no family reads although they should be read (TH101, TH102, TH201–TH203): each gets the one complaint that helps most."""

from collections.abc import Iterator

from thads_dsl.check.declaring import definition_lines
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.figures import misspelt
from thads_dsl.check.points_unread import points_unread
from thads_dsl.check.suspicion import goal_words, loose_numbers, spoken_of, trigger
from thads_dsl.diagnostics import Code, Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH101, TH102, TH201, TH202, TH203, TH909
from thads_dsl.diagnostics.suggest import closest
from thads_dsl.model.statistics import Base
from thads_dsl.source import canonical, plain
from thads_dsl.syntax import award_tree, condition_tree, tree
from thads_dsl.syntax.holes import UnknownName, unknown_name
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.literals import Figure
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.repair import Misspelling, misspelling
from thads_dsl.syntax.sentences import Sentence

# Guessing what was meant costs as much as reading ten lines; a text with more complaints than this is no plan with slips.
MOST_GUESSES = 40
MOST_SHOWN = 8
_BASES = frozenset(base.value for base in Base)
_UNKNOWN: dict[NameKind, tuple[Code, str]] = {
    NameKind.QUANTITY: (TH201, "số liệu"),
    NameKind.SUBJECT: (TH202, "đối tượng"),
    NameKind.SANCTION: (TH203, "hình thức kỷ luật"),
}


def unread(facts: Facts) -> Iterator[Diagnostic]:
    """Every sentence that looks like a rule, or holds a number, and is read by no family; and a population that is no subject."""
    population = facts.draft.population
    if population is not None and population.statement is None:
        yield _unknown_population_of_plan(facts, population)
    count = 0
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        yield from _cells(facts, line)
        context = line.read.context
        strangers = (context,) if context is not None and isinstance(context.statement, tree.Strangers) else ()
        for sentence in (*strangers, *line.read.sentences) if line.restated.sentences is None and not line.item.rows else ():
            if isinstance(sentence.statement, tree.Strangers) and _has_rules(facts, sentence.statement):
                yield _unknown_subject(facts, line, sentence.statement)
            elif sentence.statement is None or sentence in strangers:
                found = tuple(_complaint(facts, line, sentence, guess=count < MOST_GUESSES))
                count += len(found)
                yield from found or _unknown_population(line, sentence)


def _has_rules(facts: Facts, strangers: tree.Strangers) -> bool:
    """Whether a rule stands under “Đối với …” that says of nobody else that it is for them."""
    return any(
        _is_for_the_context(sentence.statement)
        for line in facts.draft.lines
        if line.scope.strangers is strangers
        for sentence in line.sentences
    )


def _is_for_the_context(statement: tree.Statement | None) -> bool:
    match statement:
        case tree.Target(subjects=subjects):
            return all(each.name.canonical in _BASES and each.narrowed is None for each in subjects)
        case award_tree.Quota() | condition_tree.NotDisciplined() | condition_tree.TargetsMet():
            return True
    return False


def _unknown_population_of_plan(facts: Facts, population: Sentence) -> Diagnostic:
    known = facts.draft.names.of_kind(NameKind.SUBJECT)
    near = closest(population.passage.text, known)
    return Diagnostic(
        code=TH202,
        message=f"“{population.passage.text}”",
        at=Label(population.passage.span()),
        why="Danh mục có một tên gần giống." if near else f"Các tên đã biết: {', '.join(known)}.",
        ways=(Way("Có phải:", f"Đối tượng thi đua: {near}", edit=Edit(population.passage.span(), near)),) if near else (),
    )


def _unknown_subject(facts: Facts, line: Line, strangers: tree.Strangers) -> Diagnostic:
    return _not_declared(facts, line, UnknownName(NameKind.SUBJECT, strangers.written, strangers.span))


def _cells(facts: Facts, line: Line) -> Iterator[Diagnostic]:
    """What a table of targets has beside targets, and numbers in a table of another kind."""
    if line.read.sentences:
        yield from (_cell_unread(sentence) for sentence in line.read.sentences if line.item.rows and sentence.statement is None)
        return
    if written_table(line.item.rows) is not None:
        return  # its cells are complained about where they are read
    numbers = [number for row in line.item.rows for number in loose_numbers(lex(row, facts.draft.names))]
    if numbers:
        yield Diagnostic(
            code=TH102,
            message=_listed([number.text for number in numbers]),
            at=Label(numbers[0].span),
            also=tuple(Label(number.span) for number in numbers[1:MOST_SHOWN]),
            why="Máy chưa hiểu dòng đầu của bảng này. Một bảng chỉ tiêu có cột đối tượng hoặc mức, và các cột “Về việc”, “Về tiền”.",
            ways=(Way("Dòng đầu của bảng, ví dụ:", "| Đơn vị | Về việc | Về tiền |"),),
        )


def _cell_unread(sentence: Sentence) -> Diagnostic:
    return Diagnostic(
        code=TH101,
        message=f"ô “{sentence.passage.text}” trong bảng chỉ tiêu" if sentence.passage.text else "ô để trống trong bảng chỉ tiêu",
        at=Label(sentence.passage.span()),
        why="Cột đầu là đối tượng hoặc mức, các ô khác là chỉ tiêu như “76%”, “từ 76% trở lên”; không có chỉ tiêu thì ghi “không áp dụng”.",
    )


def _unknown_population(line: Line, sentence: Sentence) -> Iterator[Diagnostic]:
    """“Đối với công chức khác: …” is prose, since nobody is known by this name: the author should know."""
    words = sentence.passage.text
    if plain(words).startswith("doi voi ") and (line.item.marker or ":" in line.item.text.text):
        yield Diagnostic(
            code=TH909,
            message=f"“{words.partition(':')[0].partition(' ')[2].partition(' ')[2].strip()}”",
            at=Label(sentence.passage.span()),
            why="Máy chưa biết đây là ai nên in dòng này như lời văn, không xét. Nếu là một đối tượng, dùng tên đã có trong danh mục.",
            ways=(Way("Ví dụ:", "Đối với cá nhân không là Chấp hành viên: …"),),
        )


def _figure_missing(line: Line, sentence: Sentence, quantity: Lexeme) -> Diagnostic:
    return Diagnostic(
        code=TH101,
        message=f"câu nói đến “{quantity.text}” mà máy chưa hiểu phải đạt điều gì",
        at=Label(sentence.passage.span()),
        why="Một chỉ tiêu phải nói đạt bao nhiêu; một điều kiện dẫn đến chỉ tiêu viết “đạt các chỉ tiêu tại …”.",
        ways=(Way("Nếu chỉ là lời văn thì đặt dấu > ở đầu dòng:", _as_prose(line)),),
    )


def _lead_in_unread(line: Line, sentence: Sentence) -> Diagnostic | None:
    """A line that opens a list of conditions and is not read would lose them all."""
    words = plain(sentence.passage.text)
    opens = line.item.text.text.endswith(":") and ("tieu chuan" in words or "dieu kien" in words)
    award = any(lexeme.terminal in ("REWARD", "QUOTED_REWARD") for lexeme in sentence.lexemes) or "khen thuong" in words
    if not (opens and award):
        return None
    return Diagnostic(
        code=TH101,
        message="câu dẫn vào tiêu chuẩn khen thưởng mà máy chưa đọc được",
        at=Label(sentence.passage.span()),
        why="Nếu không đọc được câu này thì các điều kiện bên dưới không được xét.",
        ways=(Way("Viết theo mẫu, chọn đúng đối tượng:", "“Giấy khen của …” được xét, tặng cho … đạt các tiêu chuẩn, điều kiện sau:"),),
    )


def _complaint(facts: Facts, line: Line, sentence: Sentence, guess: bool) -> Iterator[Diagnostic]:
    numbers, phrase = loose_numbers(sentence.lexemes), trigger(sentence.lexemes)
    wrong = [figure for lexeme in numbers if isinstance(figure := lexeme.value, Figure) and figure.value is None]
    if wrong:
        spans = [lexeme.span for lexeme in numbers if lexeme.value in wrong]
        yield from (misspelt(figure.written, figure.right, at) for figure, at in zip(wrong, spans, strict=True))
    elif any(lexeme.terminal == "RANGE" for lexeme in numbers):
        return  # two readings: a rule of its own
    elif guess and (meant := _misspelling(facts, line, sentence, bool(numbers))):
        yield Diagnostic(
            code=TH101,
            message=f"“{meant.wrong}” có phải là “{meant.right}”",
            at=Label(meant.at),
            why="Sửa chữ ấy thì máy đọc được câu này.",
            ways=(Way("Có phải:", _whole(line, meant.written, meant.sentence), edit=Edit(meant.at, meant.right)),),
        )
    elif about_points := points_unread(facts.draft, line, sentence):
        yield about_points
    elif lead_in := _lead_in_unread(line, sentence):
        yield lead_in
    elif not numbers and not phrase and (quantity := _wanted(line, sentence)):
        yield _figure_missing(line, sentence, quantity)
    elif numbers or phrase or (phrase := _goal(line, sentence)):
        named = _unknown(facts, line, sentence) if guess else None
        yield named or (_trigger_unread(sentence, phrase) if phrase else _number(line, sentence, numbers))


def _goal(line: Line, sentence: Sentence) -> str:
    """What a sentence wants of a figure without a number; a heading only says what the lines under it are about."""
    return "" if line.item.end > line.index + 1 else goal_words(sentence.lexemes)


def _wanted(line: Line, sentence: Sentence) -> Lexeme | None:
    """The quantity of which a sentence seems to want something."""
    return spoken_of(sentence.lexemes) if line.scope.expects_rules or _goal(line, sentence) else None


def _unknown(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    found = unknown_name(sentence.passage, sentence.lexemes, facts.draft.names)
    return _not_declared(facts, line, found) if found is not None else None


def _not_declared(facts: Facts, line: Line, found: UnknownName) -> Diagnostic:
    code, noun = _UNKNOWN[found.kind]
    near = closest(found.written, facts.draft.names.of_kind(found.kind))
    ways: tuple[Way, ...]
    if found.kind is NameKind.SANCTION:
        why, ways = f"Các hình thức kỷ luật: {', '.join(facts.draft.vocabulary.discipline)}.", ()
    else:
        why = f"Câu này là một quy định nếu đó là tên một {noun}."
        ways = (Way(f"Nếu tên đúng, thêm {noun} này vào phần không in:", definition_lines(facts.draft, found)),)
    if near:
        another = ways if len(near.split()) != len(found.written.split()) else ()  # a slip of the hand keeps the number of words
        why, ways = (
            "Danh mục có một tên gần giống.",
            (Way("Có phải:", _whole(line, found.written, near), edit=Edit(found.at, near)), *another),
        )
    return Diagnostic(code=code, message=f"“{found.written}”", at=Label(found.at), why=why, ways=ways)


def _trigger_unread(sentence: Sentence, phrase: str) -> Diagnostic:
    return Diagnostic(
        code=TH101,
        message=f"câu có “{phrase}” mà máy chưa đọc được",
        at=Label(sentence.passage.span()),
        why="Một quy định đọc không được sẽ không được xét. Viết lại theo một trong các mẫu câu (docs/mau-cau.md), hoặc nói rõ cách hiểu.",
        ways=(Way(f"Dán dưới dòng {sentence.passage.line}, viết trọn câu:", "Hiểu là: …"),),
    )


def _number(line: Line, sentence: Sentence, numbers: list[Lexeme]) -> Diagnostic:
    return Diagnostic(
        code=TH102,
        message=_listed([lexeme.text for lexeme in numbers]),
        at=Label(numbers[0].span),
        also=tuple(Label(lexeme.span) for lexeme in numbers[1:MOST_SHOWN]),
        why="Mọi con số phải thuộc một quy định, một ngày tháng hay văn bản được dẫn; nếu chỉ là lời văn thì đặt dấu > ở đầu dòng.",
        ways=(_as_rule(line, numbers), Way("Nếu chỉ là lời văn:", _as_prose(line))),
    )


def _as_prose(line: Line) -> str:
    return f"{line.item.marker} > {canonical(line.item.text.text)}".strip()


def _as_rule(line: Line, numbers: list[Lexeme]) -> Way:
    """How to write the rule that the numbers were probably meant for."""
    days = [lexeme.text.removeprefix("ngày ") for lexeme in numbers if lexeme.terminal == "DATE"]
    if len(days) == 2:
        period = f"từ ngày {days[0]} đến hết ngày {days[1]}"
        return Way("Nếu là thời gian, viết một trong hai cách:", f"Thời gian: {period}   |   Kỳ số liệu: {period}")
    if days:
        return Way("Nếu là thời hạn, viết một trong hai cách:", f"trước ngày {days[0]}   |   chậm nhất ngày {days[0]}")
    return Way(f"Nếu là quy định, dán dưới dòng {line.item.number}, viết trọn câu:", "Hiểu là: …")


def _misspelling(facts: Facts, line: Line, sentence: Sentence, has_number: bool) -> Misspelling | None:
    """The sentence with its diacritics put right; else what stands before its colon as a context, or behind it as a rule."""
    names, passage = facts.draft.names, sentence.passage
    opens = line.item.text.text.endswith(":") or line.item.end > line.index + 1
    if found := misspelling(passage, names, has_number, context=opens):
        return found
    colon = passage.text.find(":")
    if colon < 0:
        return None
    left, right = passage.cut(0, colon), passage.cut(colon + 1)
    before = misspelling(left, names, has_number, context=True)
    return before or misspelling(right, names, has_number, context=False)


def _listed(written: list[str]) -> str:
    more = len(written) - MOST_SHOWN
    return ", ".join(written[:MOST_SHOWN]) + (f" và {more} con số khác" if more > 0 else "")


def _whole(line: Line, old: str, new: str) -> str:
    """The author's line, marker included, with some words put right."""
    return canonical(line.item.line.text).replace(canonical(old), new, 1)

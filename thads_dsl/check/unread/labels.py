"""TH101: a label before a colon, among standards or exclusions, that nobody reads and that would narrow what stands behind it.

“Năm liền kề: đạt các chỉ tiêu …”, “Về Đảng: không bị kỷ luật …” would be asked of everybody, of all years, for any discipline. Other
labels (“Về chuyên môn:”, “Tiêu chuẩn 1:”) are titles: they say nothing.
"""

import re
from collections.abc import Sequence

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.judged import in_a_list, judged
from thads_dsl.check.unread.topics import Topic, more_about
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.contexts import says_when
from thads_dsl.syntax.grammar import name_words, standard_words
from thads_dsl.syntax.heads import BASES, named_somebody, says, without_several
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_NUMBER = re.compile(r"\s*\d+")


def narrowing_label(line: Line) -> Diagnostic | None:
    """What is said of such a label."""
    label = next((sentence for sentence in line.read.sentences[:1] if sentence.titles), None)
    if label is None or line.restated.sentences is not None or not in_a_list(line):
        return None
    words = label.passage.text
    if not standard_words("narrows").match(words) or is_title(label):
        return None
    written, behind = canonical(words), canonical(line.restated.text.text.partition(":")[2])
    everybody = f"{line.item.marker} {behind[:1].upper()}{behind[1:]}".strip()
    return told_unread(
        message=f"máy chưa hiểu “{written}” trước dấu hai chấm",
        at=label.passage.span(),
        why=f"Không hiểu các chữ ấy thì phần sau dấu hai chấm áp dụng cho mọi trường hợp. {more_about(Topic.CONDITION)}",
        ways=(
            Way(f"Nếu áp dụng cho mọi trường hợp thì bỏ các chữ ấy, sửa dòng {line.item.number} thành:", everybody),
            *judged(line, label)[:1],
        ),
    )


def narrowing_title(line: Line) -> Diagnostic | None:
    """“b) Trường hợp khó khăn” above items, which would be asked in every case."""
    titles = line.item.end > line.index + 1 and line.item.marker and line.read.context is None and not line.sentences_with_rules
    if not titles or (line.scope.lead_in is None and not line.scope.within):
        return None
    words = line.restated.text
    if standard_words("case").match(words.text) is None:
        return None
    everybody = f"{line.item.marker} Các điều kiện khác"
    return told_unread(
        message=f"máy chưa hiểu đề mục “{canonical(words.text).rstrip(' :')}”",
        at=words.span(),
        why=f"Không hiểu đề mục thì các dòng bên dưới áp dụng cho mọi trường hợp. {more_about(Topic.CONDITION)}",
        ways=(Way(f"Nếu áp dụng cho mọi trường hợp, sửa dòng {line.item.number} thành:", everybody),),
    )


def unknown_label(facts: Facts, line: Line) -> Diagnostic | None:
    """TH202 of “Đơn vị miền núi: có sáng kiến”, a judgment of some that nobody has declared, which would be asked of everybody."""
    sentence = line.read.sentences[0] if line.read.sentences else None
    colon = sentence.passage.text.find(":") if sentence is not None else -1
    if sentence is None or colon < 0 or line.sentences_with_rules or line.restated.sentences is not None or not in_a_list(line):
        return None
    name = undeclared_somebody([each for each in sentence.lexemes if each.end <= colon])
    return _unknown_somebody(facts, sentence, name) if name else None


def unknown_beside(facts: Facts, line: Line) -> Diagnostic | None:
    """TH202 of “- Chi đội THADS: tỷ lệ … 80%” among lines that each begin with somebody: it would be asked of all whom the list is for."""
    label = next((sentence for sentence in line.read.sentences[:1] if sentence.titles), None)
    if label is None or line.restated.sentences is not None or in_a_list(line) or not _of_nobody(line) or is_title(label):
        return None
    beside = [each for each in facts.draft.lines if each.item.parent == line.item.parent and each is not line]
    name = without_several(label.lexemes)
    titled = bool(name) and (name[0].terminal != WORD or name[0].text.split()[0].casefold() in name_words("titles"))
    if not name or titled or says_when(label.passage.text) or not any(map(_of_somebody, beside)):
        return None
    return _unknown_somebody(facts, label, name)


def _of_nobody(line: Line) -> bool:
    """Whether a line has a target that itself says nothing of whom it is for."""
    targets = [each.statement for each in line.sentences if isinstance(each.statement, tree.Target)]
    return bool(targets) and not targets[0].subjects


def _of_somebody(line: Line) -> bool:
    """Whether the targets of a line begin with whom they are for."""
    context = line.read.context.statement if line.read.context is not None else None
    own = [each.statement.subjects for each in line.sentences if isinstance(each.statement, tree.Target)]
    return bool(own) and (bool(own[0]) or (isinstance(context, tree.Context) and bool(context.subjects)))


def unknown_above(facts: Facts, line: Line) -> Diagnostic | None:
    """TH202 of “- Đội xe:” above items of its own: they would be asked of everybody."""
    titles = line.item.end > line.index + 1 and line.item.marker and line.read.context is None and not line.sentences_with_rules
    if not titles or line.restated.sentences is not None or not line.read.sentences:
        return None
    if line.scope.lead_in is None and not line.scope.within and not line.scope.excluding:
        return None
    sentence = line.read.sentences[0]
    name = undeclared_somebody([each for each in sentence.lexemes if each.terminal != "COLON"])
    return _unknown_somebody(facts, sentence, name) if name else None


def _unknown_somebody(facts: Facts, sentence: Sentence, name: Sequence[Lexeme]) -> Diagnostic:
    start, end = name[0].start, name[-1].end
    return not_declared(facts.draft, UnknownName(NameKind.SUBJECT, sentence.passage.text[start:end], sentence.passage.span(start, end)))


def undeclared_somebody(label: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """Who a label before a colon says it is for, where that is somebody undeclared; else nothing.

    Not “Lãnh đạo đơn vị: đoàn kết”, “Tập thể lãnh đạo: …”, “Chi bộ: …”: the council judges these in every unit.
    """
    name = named_somebody(label)
    if not name or name[-1].terminal != WORD or name[0].text.casefold() == BASES[0]:
        return ()
    words = " ".join(each.text for each in name)
    of_some = isinstance(name[0].value, Name) or says(words) == NameKind.SUBJECT.value
    return name if of_some and not standard_words("everywhere").match(words) else ()


def is_title(sentence: Sentence) -> bool:
    """“Tiêu chuẩn 1:”, “Một là:”: its number says only which item of a list it is."""
    words = sentence.passage.text
    found = standard_words("numbered").match(words)
    numbered = found is not None and _NUMBER.fullmatch(words, found.end()) is not None
    return sentence.titles and (numbered or standard_words("title").fullmatch(words) is not None)

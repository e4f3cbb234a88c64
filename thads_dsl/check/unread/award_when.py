"""TH101: “Tập thể được tặng Giấy khen khi đạt …”: standards in one sentence, which are read as a list."""

from thads_dsl.check.draft import Line
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_HEAD = (NameKind.SUBJECT.value, "IS_GIVEN")
_AWARDS = frozenset((NameKind.REWARD.value, NameKind.TITLE.value, "QUOTED_REWARD"))
_WHEN = frozenset(("khi", "nếu"))


def given_when(sentence: Sentence) -> Lexeme | None:
    """The “khi” of such a sentence."""
    said = sentence.lexemes
    if tuple(each.terminal for each in said[:2]) != _HEAD or not {each.terminal for each in said[2:3]} <= _AWARDS:
        return None
    return next((each for each in said[3:] if each.text.casefold() in _WHEN), None)


def award_when(line: Line, sentence: Sentence) -> Diagnostic | None:
    """What is said of such a sentence, with the list that says the same; what of that is not read is complained of there."""
    when = given_when(sentence)
    if when is None or len(line.read.sentences) > 1 or line.read.context is not None:
        return None
    words, (who, _, award) = sentence.passage.text, sentence.lexemes[:3]
    asked = canonical(words[when.end :]).strip(" ,;.")
    named = canonical(words[award.start : when.start]).strip(" ,")
    opening = f"{line.item.marker} {named} được xét, tặng cho {canonical(who.text).lower()} đạt các tiêu chuẩn, điều kiện sau:".strip()
    return told_unread(
        message="tiêu chuẩn của một hình thức khen thưởng viết trong một câu",
        at=sentence.passage.span(),
        why="Máy đọc tiêu chuẩn thành danh sách, mỗi điều kiện một dòng; viết trong một câu thì chưa xét được.",
        ways=(Way(f"Sửa dòng {line.item.number} thành:", f"{opening}\n- {asked[:1].upper()}{asked[1:]}."),),
    )

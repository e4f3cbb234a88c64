"""From when a document is in force: its key `Hiệu lực`, or a sentence “… có hiệu lực từ ngày D” (Z)."""

from datetime import date

from thads_dsl.check.draft import Draft
from thads_dsl.check.times.days import day
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH627
from thads_dsl.source import Span, plain
from thads_dsl.syntax.change_tree import InForce
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline_tree import Key
from thads_dsl.syntax.sentences import Sentence, read_sentence
from thads_dsl.syntax.signing import PLACE_AND_DATE, signing_day


def days_in_force(draft: Draft) -> tuple[list[date | None], tuple[Diagnostic, ...]]:
    """The day as often as it is said; None is “kể từ ngày ký” while that day is left blank. Complaints where days differ or are none."""
    keys = [_as_sentence(key) for key in draft.outline.keys if key.name == "hiệu lực"]
    found = [_unclear(f"“{key.passage.text}”", Label(key.passage.span())) for key in keys if key.statement is None]
    said: list[tuple[date | None, Span]] = []
    for sentence in (*keys, *(sentence for line in draft.lines for sentence in line.sentences)):
        if isinstance(sentence.statement, InForce):
            ref = sentence.statement.day
            when, more = day(ref, None) if ref is not None else (_signed(draft), ())
            found += more
            said.append((when, sentence.passage.span()))
    later = next((each for each in said if each[0] != said[0][0]), None)
    if later is not None and not found:
        found = [_unclear("hai chỗ ghi hai ngày có hiệu lực khác nhau", Label(later[1]), also=(Label(said[0][1]),))]
    return [when for when, _ in said], tuple(found)


def unsaid(draft: Draft) -> Diagnostic:
    """The complaint about an amending document that does not say it."""
    key = next((key.line.span() for key in draft.outline.keys if key.name == "sửa đổi"), Span(1, 0, 0))
    return _unclear("văn bản chưa nói có hiệu lực từ ngày nào", Label(key))


def _as_sentence(key: Key) -> Sentence:
    """“Hiệu lực: từ ngày 15/7/2024” is read as the sentence with the same words."""
    words = "có hiệu lực " if plain(key.value.text).startswith(("tu ", "ke tu ")) else "có hiệu lực từ "
    return read_sentence(key.value.replaced(0, 0, words), NameTable(()), ("effect",))


def _signed(draft: Draft) -> date | None:
    """The day of `Địa danh, thời gian`, where it is filled in."""
    said = signing_day(draft.key(PLACE_AND_DATE))
    return said.real if said is not None else None


def _unclear(message: str, at: Label, also: tuple[Label, ...] = ()) -> Diagnostic:
    return Diagnostic(
        code=TH627,
        message=message,
        at=at,
        also=also,
        why="Không có ngày ấy thì không biết kết quả nào xét theo quy định cũ, kết quả nào theo quy định mới.",
        ways=(
            Way("Ghi trong văn bản:", "Quyết định này có hiệu lực kể từ ngày ký."),
            Way("hoặc ở đầu văn bản:", "Hiệu lực: từ ngày 15/7/2024"),
        ),
    )

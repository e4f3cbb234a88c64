"""TH202, TH510: those who must keep a deadline are named by words that say more, or other, than the names that are declared.

“Chi cục THADS huyện Mỏ Cày” is not all Chi cục; “Chấp hành viên thuộc Phòng THADS khu vực 3” are not all Chấp hành viên.
"""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.times.senders import files_of_others, of_a_unit, strangers
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH510
from thads_dsl.source import canonical
from thads_dsl.syntax import date_tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence


def unknown_senders(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each such name, with the line that declares it, and for people of a unit with the lines that can be read."""
    for line in facts.draft.lines:
        for sentence in () if line.item.aside else line.sentences:
            if isinstance(sentence.statement, date_tree.Deadline | date_tree.DeadlineWithin):
                unknown = tuple(strangers(sentence))
                yield from (not_declared(facts.draft, each) for each in unknown)
                if not unknown and (both := of_a_unit(sentence)) is not None:
                    yield _of_a_unit(line, sentence, *both)
                elif not unknown and (both := files_of_others(sentence, facts.draft.vocabulary.head_kind)) is not None:
                    yield _files_of_others(line, sentence, *both)


def _of_a_unit(line: Line, sentence: Sentence, who: Lexeme, unit: Lexeme) -> Diagnostic:
    written, text = sentence.passage.text[who.start : unit.end], canonical(line.item.line.text)
    return Diagnostic(
        code=TH510,
        message=f"“{canonical(written)}”",
        at=Label(sentence.passage.span(who.start, unit.end)),
        why="Máy không tính thời hạn riêng cho một số người của một đơn vị. Đơn vị gửi hồ sơ của người thuộc đơn vị, nên ghi đơn vị là đủ.",
        ways=tuple(
            Way(how, text.replace(canonical(written), each.text, 1))
            for how, each in (("Thời hạn của đơn vị và người thuộc đơn vị:", unit), (f"Thời hạn của mọi {who.text}:", who))
        ),
    )


def _files_of_others(line: Line, sentence: Sentence, sender: Lexeme, whose: Lexeme) -> Diagnostic:
    text, words = canonical(line.item.line.text), sentence.passage.text
    of = canonical(words[whose.start : whose.end])
    of_all = re.sub(rf" (?:(?:của|cho|đối với) )?(?:các )?{re.escape(of)}(?!\w)", "", text, count=1)
    return Diagnostic(
        code=TH510,
        message=f"“{canonical(sender.text)}” gửi hồ sơ của riêng “{of}”",
        at=Label(whose.span),
        why="Máy không tính thời hạn riêng cho hồ sơ của một số người của một đơn vị.",
        ways=(
            Way("Thời hạn của mọi hồ sơ đơn vị ấy gửi:", of_all),
            Way(f"Thời hạn của hồ sơ {of}, đơn vị nào gửi cũng vậy:", text.replace(canonical(sender.text), "đơn vị", 1)),
        ),
    )

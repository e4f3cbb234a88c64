"""TH916: a line that says which people take part, where the awards are for all people: it limits nobody."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH916
from thads_dsl.model.statistics import Base
from thads_dsl.source import plain
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.outline import ancestors

_HEADING = re.compile(r"doi tuong\b(?! khong)")
_OPENING = re.compile(r"(?:doi tuong[^:;.]*|(?:ve )?ca nhan)\s*(?::|gom\b|la\b)")


def taking_part(facts: Facts) -> Iterator[Diagnostic]:
    """The first such line, with the lead-in that would limit them."""
    everybody = [each for each in facts.plan.standards if each.subject.base is Base.INDIVIDUAL and not each.subject.any_of]
    if not everybody:
        return
    for line in facts.draft.lines:
        posts = _posts(facts.draft, line)
        if posts and _says_who(facts.draft, line):
            standard = everybody[0]
            yield Diagnostic(
                code=TH916,
                message=f"dòng này nêu {', '.join(posts)}; {standard.award} vẫn xét mọi cá nhân",
                at=Label(line.item.line.span()),
                also=(Label(facts.spans[standard.id]),) if standard.id in facts.spans else (),
                why="Máy không dùng dòng này để giới hạn người được xét; ai được xét là do câu dẫn của tiêu chuẩn nói.",
                ways=(
                    Way(
                        "Muốn chỉ xét những người ấy thì viết câu dẫn như sau:",
                        f"{standard.award} được xét, tặng cho cá nhân là {', '.join(posts)} đạt các tiêu chuẩn, điều kiện sau:",
                    ),
                ),
            )
            return


def _says_who(draft: Draft, line: Line) -> bool:
    """“3.2. Cá nhân: Chấp hành viên, Thư ký” under “3. Đối tượng”, “Đối tượng: Chấp hành viên và …”, “Cá nhân gồm: …”; no rule."""
    if line.item.aside or line.sentences_with_rules or line.item.end > line.index + 1:
        return False
    words = plain(line.item.text.text)
    above = (plain(draft.outline.items[at].text.text) for at in ancestors(draft.outline.items, line.item.parent))
    return _OPENING.match(words) is not None and (words.startswith("doi tuong") or "gom" in words or any(map(_HEADING.match, above)))


def _posts(draft: Draft, line: Line) -> tuple[str, ...]:
    """The posts that a line names; those that all people are do not count."""
    names = (lexeme.value for lexeme in lex(line.item.text, draft.names) if lexeme.terminal == "SUBJECT")
    kinds = (draft.vocabulary.kind(name.canonical) for name in names if isinstance(name, Name))
    found = [kind.name for kind in kinds if kind is not None and kind.base is Base.INDIVIDUAL]
    return () if Base.INDIVIDUAL.value in found[1:] else tuple(dict.fromkeys(each for each in found if each != Base.INDIVIDUAL.value))

"""Who takes part, as the plan says it in “Đối tượng”: TH916, a line that limits nobody; TH931, targets of somebody else."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.kinds import may_be_both
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH916, TH931
from thads_dsl.model.statistics import Base, Kind
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.outline_tree import ancestors

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
            if _everybody(facts.draft, posts):
                return
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


def targets_of_others(facts: Facts) -> Iterator[Diagnostic]:
    """The first target of somebody whom the lines of those who take part do not name; the key of the front matter limits nobody."""
    draft, vocabulary = facts.draft, facts.draft.vocabulary
    lists = [line.item.text for line in draft.lines if _says_who(draft, line) and plain(line.item.text.text).startswith("doi tuong")]
    if not lists:
        return
    named = [kind for passage in lists for kind in _kinds(draft, passage)]
    for target in facts.plan.targets:
        kinds = target.subject.any_of or (target.subject.base.value,)
        whole = any(kind.total for name in kinds if (kind := vocabulary.kind(name)) is not None)
        if not named or whole or any(may_be_both(vocabulary, one, each.name) for one in kinds for each in named):
            continue
        listed = ", ".join(dict.fromkeys(each.name for each in named))
        yield Diagnostic(
            code=TH931,
            message=f"đối tượng thi đua nêu {listed}; ở đây là chỉ tiêu của {target.subject.name}",
            at=Label(facts.spans[target.id]),
            also=(Label(lists[0].span()),),
            why="Chỉ tiêu vẫn được tính. Người đọc thì thấy có chỉ tiêu cho người không thi đua.",
            ways=(Way("Nếu cùng thi đua thì nêu thêm ở mục đối tượng:", f"{canonical(lists[0].text).rstrip('.')}, {target.subject.name}"),),
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
    found = [kind.name for kind in _kinds(draft, line.item.text) if kind.base is Base.INDIVIDUAL]
    return () if Base.INDIVIDUAL.value in found[1:] else tuple(dict.fromkeys(each for each in found if each != Base.INDIVIDUAL.value))


def _everybody(draft: Draft, posts: tuple[str, ...]) -> bool:
    """Whether a list leaves nobody out: whoever is not of some posts of it (“Công chức”), and these posts too (“người lao động”)."""
    kinds = (draft.vocabulary.kind(name) for name in posts)
    return any(kind is not None and kind.without and set(kind.without) <= set(posts) for kind in kinds)


def _kinds(draft: Draft, passage: Passage) -> list[Kind]:
    """The kinds that a text names."""
    names = (lexeme.value for lexeme in lex(passage, draft.names) if lexeme.terminal == "SUBJECT")
    found = (draft.vocabulary.kind(name.canonical) for name in names if isinstance(name, Name))
    return [kind for kind in found if kind is not None]

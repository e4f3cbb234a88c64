"""TH941: a name that the plan defines for itself and nothing uses: often the sentence meant to use it spells it otherwise."""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.names.abbreviations import in_passing
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH941
from thads_dsl.source import Span
from thads_dsl.syntax.names import NameKind

_NOUNS = {NameKind.QUANTITY: "số liệu", NameKind.SUBJECT: "đối tượng"}
_MISSPELT = "Có thể câu cần dùng viết tên khác đi; nếu không cần thì"


def unused_names(facts: Facts) -> Iterator[Diagnostic]:
    """Statistics, kinds, groups and short forms that no sentence, example or other definition names.

    Units listed after “gồm:” are known to the statistics by name and need no sentence.
    """
    yield from _shorts(facts)
    if facts.doubtful:
        return  # a line with an error may be the one that means it
    used, wrong = _used(facts), [facts.draft.source.row(line).text.casefold() for line in facts.wrong]
    for term in facts.draft.vocabulary.terms:
        unsaid = term.line is not None and term.kind in _NOUNS and (term.kind, term.name) not in used
        if unsaid and term.line is not None and not any(term.name.casefold() in each for each in wrong):  # a formula that is not read
            yield _unused(_NOUNS[term.kind], term.name, term.line.span(), "xóa dòng này")
    plan = facts.plan
    ruled = {rule.wave for rule in (*plan.targets, *plan.judged_targets, *plan.quotas, *plan.standards)}
    for wave in plan.waves if ruled and "" not in ruled else ():
        if wave.label not in ruled:
            why = "Các đợt khác có chỉ tiêu, số lượng của mình, đợt này thì không; xem lại có dòng nào ghi nhầm đợt hay không."
            yield Diagnostic(code=TH941, message=f"“{wave.label}” chưa có quy định nào", at=Label(facts.spans[wave.id]), why=why)


def _unused(noun: str, name: str, at: Span, mend: str) -> Diagnostic:
    return Diagnostic(code=TH941, message=f"{noun} “{name}” chưa dùng ở câu nào", at=Label(at), why=f"{_MISSPELT} {mend}.")


def _used(facts: Facts) -> set[tuple[NameKind, str]]:
    vocabulary = facts.draft.vocabulary
    divided = {name for name, _ in vocabulary.by_figures}
    defined_at = {(term.kind, term.name): term.line.line for term in vocabulary.terms if term.line is not None and term.name in divided}
    ruled = {span.line for span in facts.spans.values()}  # “Nhóm 1 (dưới 300 việc): 84%” defines and uses it
    found = {
        key
        for each in facts.draft.mentions
        if defined_at.get(key := (each.name.kind, each.name.canonical)) != each.span.line or each.span.line in ruled
    }
    found |= {(NameKind.QUANTITY, each.name) for each in facts.plan.quantities}  # shares, and what is left when a part is left out
    found |= {(NameKind.QUANTITY, name) for each in vocabulary.quantities for _, name in (*each.over, *each.under)}
    found |= {(NameKind.QUANTITY, each.within) for each in vocabulary.quantities if each.within}
    joined = {kind.name for kind in vocabulary.kinds if kind.group}
    if any(table.ranking is not None and table.ranking.clusters for table in facts.plan.points):
        found |= {(NameKind.SUBJECT, name) for name in joined}  # “trong từng cụm”
    listed = [kind for kind in vocabulary.kinds if kind.parents and kind.name not in divided]
    return found | {(NameKind.SUBJECT, name) for kind in listed for name in (kind.name, *kind.parents) if name not in joined}


def _shorts(facts: Facts) -> Iterator[Diagnostic]:
    """“(sau đây viết tắt là CNTT)”, “(sau đây gọi chung là đơn vị)” and the key `Viết tắt:`, of words that stand nowhere else."""
    passing = [(each.short, item.text.span()) for item in facts.draft.outline.items for each in in_passing(item.text) if each.said]
    for key in facts.draft.outline.every_key:
        pairs = key.value.text.split(";") if key.name == "viết tắt" else []
        passing += [(pair.partition(":")[0].strip(), key.line.span()) for pair in pairs if pair.partition(":")[2].strip()]
    for short, at in passing:
        if sum(len(_standing(short, line)) for line in facts.draft.source.lines) <= [each for each, _ in passing].count(short):
            yield _unused("tên gọi tắt", short, at, "bỏ lời giải thích này")


def _standing(short: str, line: str) -> list[str]:
    words = re.sub(r"^(?:các|những)\s+", "", short)
    return re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", line, re.IGNORECASE if words != words.upper() else 0)

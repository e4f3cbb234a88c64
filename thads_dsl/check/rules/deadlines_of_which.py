"""TH926: a deadline of some files only, which binds all of them; two that bind the same ones; nobody knows of which wave, or of whom."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.times.continued import begins_apart, unsure_of
from thads_dsl.check.times.deeds import outsider_named
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH926
from thads_dsl.model.dates import day_text
from thads_dsl.model.membership import files_deadlines
from thads_dsl.model.rules import Deadline
from thads_dsl.source import canonical
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.names import NameKind

_KIND = re.compile(rf"(?<=hồ sơ )(?:đề nghị )?(?:khen(?: thưởng)? )?{sender_words('some')}", re.IGNORECASE)
_BEFORE_KIND = r"(?:\s+\(?(?:đề nghị|xét|khen thưởng|tặng|cho|của|đối với|chỉ|riêng))*\s+"


_WAVE = re.compile(r"đợt", re.IGNORECASE)


def deadlines_of_which(facts: Facts) -> Iterator[Diagnostic]:
    """Each deadline of one award of several; else each day that is another than the one above it, for the same files."""
    yield from _of_which_wave(facts)
    yield from _of_all_or_apart(facts)
    of_some = {each.id: some for each in files_deadlines(facts.plan) if (some := _some(facts, each))}
    told = {facts.spans[id] for id in of_some}
    yield from (_of_some(facts, each, of_some[each.id]) for each in files_deadlines(facts.plan) if each.id in of_some)
    for above, deadline in combinations(files_deadlines(facts.plan), 2):
        same = (above.subject, above.wave) == (deadline.subject, deadline.wave) and above.last_day != deadline.last_day
        if same and told.isdisjoint((facts.spans[above.id], facts.spans[deadline.id])):
            told.add(facts.spans[deadline.id])
            yield _another_day(facts, above, deadline)


def _of_which_wave(facts: Facts) -> Iterator[Diagnostic]:
    """“Hồ sơ đợt 1 gửi trước …, đợt 2 trước …, riêng Phòng chuyên môn trước …”: an exception to one of them, and nobody knows to which."""
    for deadline in facts.plan.deadlines:
        waves = list(dict.fromkeys(each.wave for each in facts.plan.deadlines if each.line == deadline.line and each.wave))
        if not deadline.wave and len(waves) > 1 and begins_apart(deadline.text):
            who = deadline.addressee
            ways = (Way(f"Nếu của {wave} thì viết:", deadline.text.replace(who, f"{who} {wave}", 1)) for wave in waves)
            yield Diagnostic(
                code=TH926,
                message=f"“{deadline.text}”: của đợt nào",
                at=Label(facts.spans[deadline.id]),
                why="Câu đứng trước có thời hạn của nhiều đợt; chưa rõ là đợt nào nên máy dùng ngày này cho mọi đợt.",
                ways=tuple(ways),
            )


def _of_all_or_apart(facts: Facts) -> Iterator[Diagnostic]:
    """“Hồ sơ đợt 1 gửi trước …; riêng Phòng chuyên môn trước …; đợt 2 trước …”: the next wave, and nobody knows whose."""
    for deadline in facts.plan.deadlines:
        sentences = _line(facts, deadline).sentences
        at = next((at for at, each in enumerate(sentences) if canonical(each.passage.text) == deadline.text), 0)
        named = at == 0 or outsider_named(sentences[at]) or any(each.terminal == NameKind.SUBJECT.value for each in sentences[at].lexemes)
        if named or unsure_of(sentences[:at], sentences[at]) is None:
            continue
        beside = [each for each in facts.plan.deadlines if each.line == deadline.line and each != deadline]
        apart = next((each.addressee for each in beside if each.text == canonical(sentences[at - 1].passage.text)), "")
        wave = _WAVE.search(deadline.text)
        if apart and wave and not any((each.addressee, each.wave) == (apart, deadline.wave) for each in beside):
            ways = ((deadline.addressee or "mọi đơn vị", f"các {deadline.addressee or 'đơn vị'}"), (apart, apart))
            yield Diagnostic(
                code=TH926,
                message=f"“{deadline.text}”: của ai",
                at=Label(facts.spans[deadline.id]),
                why=f"Câu đứng trước chỉ nói về {apart}; chưa rõ ngày này cũng chỉ của {apart} hay của tất cả. Máy đang dùng cho tất cả.",
                ways=tuple(Way(f"Nếu của {who} thì viết:", f"hồ sơ của {words} {deadline.text[wave.start() :]}") for who, words in ways),
            )


def _some(facts: Facts, deadline: Deadline) -> str:
    """The one award whose files a sentence or its context speaks of, where the plan decides on several; “đột xuất”, “bổ sung”."""
    if found := _KIND.search(deadline.text):
        return found[0]
    awards = {standard.award for standard in facts.plan.standards}
    above = _line(facts, deadline).scope.award
    named = {award for award in awards if award == above or award.casefold() in deadline.text.casefold()}
    return next(iter(named)) if len(awards) > 1 and len(named) == 1 else ""


def _line(facts: Facts, deadline: Deadline) -> Line:
    return facts.draft.by_number[deadline.line]


def _of_some(facts: Facts, deadline: Deadline, some: str) -> Diagnostic:
    item = _line(facts, deadline).item
    alone = canonical(item.text.text).rstrip(" .;") == deadline.text
    common = re.sub(rf"{_BEFORE_KIND}{re.escape(some)}\b\)?", "", canonical(deadline.text), count=1)
    return Diagnostic(
        code=TH926,
        message=f"“{deadline.text}”",
        at=Label(facts.spans[deadline.id]),
        why=f"Mỗi đối tượng có một hồ sơ, nên máy dùng ngày này cho mọi hồ sơ, không riêng hồ sơ {some}. "
        "Nơi nhận phải tự theo dõi hạn riêng của những hồ sơ ấy.",
        ways=(Way("Nếu là thời hạn chung thì viết:", f"{item.marker} {common}.".strip()),) if alone else (),
    )


def _another_day(facts: Facts, above: Deadline, deadline: Deadline) -> Diagnostic:
    days = [day_text(each.last_day + timedelta(days=1)) for each in (above, deadline)]
    some = f"Hồ sơ gửi trước ngày {days[0]} đối với tập thể và trước ngày {days[1]} đối với cá nhân"
    return Diagnostic(
        code=TH926,
        message=f"“{above.text}” và “{deadline.text}”",
        at=Label(facts.spans[deadline.id]),
        also=(Label(facts.spans[above.id]),),
        why="Máy dùng cả hai ngày cho cùng những hồ sơ: hồ sơ đến giữa hai ngày thì máy hỏi lại theo ngày nào. "
        "Nếu mỗi ngày của một số người thì ghi rõ của ai; nếu chỉ một ngày thì bỏ câu kia.",
        ways=(Way("Ví dụ:", some),),
        lacks=Lack.PERIOD if _WAVE.search(above.text) or _WAVE.search(deadline.text) else None,  # the wave of one may not be known
    )

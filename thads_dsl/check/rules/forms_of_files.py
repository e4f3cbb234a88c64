"""TH101: one day for the file as data, another for the file on paper: a file is received on one day."""

import re
from collections.abc import Collection, Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.source import canonical
from thads_dsl.syntax import date_tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.sentences import Sentence

_FORMS = {
    "bản điện tử": re.compile(rf"\b{sender_words('electronic')}", re.IGNORECASE),
    "bản giấy": re.compile(rf"\b{sender_words('printed')}", re.IGNORECASE),
}
_FILE = re.compile(r"\bhồ sơ\b", re.IGNORECASE)


def forms_of_files(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint about the second of two such days."""
    found: dict[str, tuple[Line, Sentence, date_tree.Deadline]] = {}
    for line in facts.draft.lines:
        for sentence in line.sentences:
            if isinstance(sentence.statement, date_tree.Deadline) and (form := _form(sentence)):
                found.setdefault(form, (line, sentence, sentence.statement))
    days = {each.due[0].day.written.casefold() for _, _, each in found.values()}
    if len(found) == len(_FORMS) and len(days) > 1 and any(_FILE.search(each.passage.text) for _, each, _ in found.values()):
        yield _told(facts, found)


def _form(sentence: Sentence) -> str:
    """The one form of which a sentence speaks; of both there is one day."""
    said = [form for form, words in _FORMS.items() if words.search(sentence.passage.text)]
    return said[0] if len(said) == 1 else ""


def _told(facts: Facts, found: dict[str, tuple[Line, Sentence, date_tree.Deadline]]) -> Diagnostic:
    (above, first, _), (line, second, _) = found.values()
    days = {form: said.due[0] for form, (_, _, said) in found.items()}
    ways = (
        Way(f"Nếu đúng hạn hay muộn tính theo {form}, thay cả hai câu bằng:", _only(facts, line, due, days.values(), alone=above is line))
        for form, due in days.items()
    )
    return told_unread(
        message=f"“{canonical(first.passage.text)}” và “{canonical(second.passage.text)}”: tính theo ngày nào",
        at=second.passage.span(),
        also=(Label(first.passage.span()),),
        why="Mỗi hồ sơ có một ngày nhận và một thời hạn; máy không theo dõi riêng bản điện tử, bản giấy.",
        ways=tuple(ways),
    )


def _only(facts: Facts, line: Line, due: date_tree.Due, both: Collection[date_tree.Due], *, alone: bool) -> str:
    text = f"Hồ sơ gửi {canonical(facts.draft.source.quote(due.span))}."
    if not facts.draft.issued or not alone:
        return f"{line.item.marker} {text}".strip()
    dropped = "; ".join(each.day.written.removeprefix("ngày ") for each in both if each is not due)
    return f"Hiểu là (bỏ {dropped}): {text}"

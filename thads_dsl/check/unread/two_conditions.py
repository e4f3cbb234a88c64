"""“Đạt các chỉ tiêu … và không bị kỷ luật …”: two conditions in one sentence, each of which is read by itself.

“Không có cá nhân bị kỷ luật … hoặc vi phạm pháp luật …” is neither of the two: what the machine reads of it need not go to the council.
"""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.judged import in_a_list
from thads_dsl.check.unread.trying import all_read, tried
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_TIMES = ("DURING_CAMPAIGN", "DURING_THE_WAVE", "DURING_DATA", "DURING")


def two_ways(facts: Facts, line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The line as two, where all items of its list are asked and no word in front is said of both halves."""
    lead_in = line.scope.lead_in
    asked = in_a_list(line) and not line.scope.excluding and not line.scope.within and lead_in is not None and lead_in.every
    somebody = sentence.lexemes[0].terminal in (NameKind.SUBJECT.value, "FOR")
    if not asked or somebody or line.item.notes or facts.draft.issued or len(line.read.sentences) > 1 or line.read.context is not None:
        return ()
    return (*tuple(_halves(facts, line, sentence))[:1], *_neither(facts, line, sentence))


def _halves(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Way]:
    for joint in sentence.lexemes:
        if joint.text.casefold() != "và":
            continue
        halves = [canonical(each).strip(" ,;.") for each in (sentence.passage.text[: joint.start], sentence.passage.text[joint.end :])]
        if all(_is_read(facts, line, half) for half in halves):
            first, second = halves
            how = f"Nếu phải đạt cả hai điều kiện, sửa dòng {line.item.number} thành hai dòng:"
            yield Way(how, f"{line.item.marker} {first};\n{line.item.marker} {second[:1].upper()}{second[1:]};")


def _neither(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Way]:
    words, lexemes = sentence.passage.text, sentence.lexemes
    disciplined = next((each.start for each in lexemes if each.terminal == "DISCIPLINED"), None)
    joint = next((each for each in lexemes if each.text.casefold() == "hoặc" and each.start > (disciplined or 0)), None)
    opening = words[:disciplined] if disciplined is not None else ""
    if joint is None or not opening.casefold().startswith(("không ", "chưa ")):
        return
    time = next((words[each.start :] for each in lexemes if each.terminal in _TIMES and each.start > joint.end), "")
    first = canonical(f"{words[: joint.start].strip()} {time}").strip(" ,;.")
    second = canonical(f"{opening}{words[joint.end :].strip()}").strip(" ,;.")
    if _is_read(facts, line, first):
        marker, how = line.item.marker, f"Nếu không được có điều nào trong hai điều ấy, sửa dòng {line.item.number} thành:"
        judged = "" if _is_read(facts, line, second) else f"\nHiểu là: Hội đồng bình xét “{second}”"
        yield Way(how, f"{marker} {first};\n{marker} {second};{judged}")


def _is_read(facts: Facts, line: Line, words: str) -> bool:
    if not words:
        return False
    read = tried(facts.draft, line, words)
    return read.context is None and all_read(read)

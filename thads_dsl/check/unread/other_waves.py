"""Ready lines for a sentence that sets one wave beside another and is not read: “Đợt 2 phấn đấu vượt xa đợt 1”."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_BESIDE = re.compile(r"\b(?:\w+ hon|vuot|kem|so voi|tang|giam|nang|bang|nhu)\b")
_LESS = re.compile(r"\b(?:thap hon|giam|kem|it hon)\b")
_FACETS = ("về việc", "về tiền")


def other_wave_ways(facts: Facts, line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The targets of the wave by those of the other one, with what the sentence says; nothing where it sets no two waves side by side."""
    waves = [lexeme for lexeme in sentence.lexemes if lexeme.terminal == "WAVE"]
    text = sentence.passage.text
    if len({each.value for each in waves}) != 2 or not _BESIDE.search(plain(text)):
        return ()
    first, second = sorted(dict.fromkeys(int(str(each.value)) for each in waves), key=lambda wave: _is_base(text, waves, wave))
    how = "thấp hơn" if _LESS.search(plain(text)) else "cao hơn"
    by = next((each.text for each in sentence.lexemes if each.terminal == "PERCENT_POINTS"), "… điểm phần trăm")
    said = " ".join(["Chỉ tiêu", *_about(sentence), f"đợt {first}", *_whose(sentence), how, f"chỉ tiêu đợt {second} là {by}"])
    mended = canonical(line.item.text.text).replace(canonical(text), said, 1)
    fill = "Điền vào chỗ …" if "…" in by else "Nếu đúng ý ấy thì"
    if facts.draft.issued:
        return (Way(f"{fill}, dán dưới dòng {line.item.number}:".replace("thì,", "thì"), f"Hiểu là: {mended}"),)
    return (Way(f"{fill}, sửa dòng {line.item.number} thành:".replace("thì,", "thì"), f"{line.item.marker} {mended}".strip()),)


def _is_base(text: str, waves: list[Lexeme], wave: int) -> bool:
    """Whether a wave is what the other one is compared with: it stands behind “so với”, else it stands last."""
    at = next(each for each in waves if int(str(each.value)) == wave)
    compared = text.casefold().rfind("so với")
    if compared < 0:
        return at != waves[0]
    behind = [each for each in waves if each.start > compared]
    return bool(behind) and int(str(behind[0].value)) == wave


def _about(sentence: Sentence) -> list[str]:
    facets = [facet for facet in _FACETS if facet in sentence.passage.text.casefold()]
    return facets if len(facets) == 1 else []


def _whose(sentence: Sentence) -> list[str]:
    who = [canonical(each.text) for each in sentence.lexemes if each.terminal == NameKind.SUBJECT.value]
    return [f"đối với {who[0]}"] if len(who) == 1 else []

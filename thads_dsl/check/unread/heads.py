"""Ready lines for what is asked of the unit of its head: “Thủ trưởng được khen thưởng nếu tập thể được khen thưởng”."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.diagnostics import Way
from thads_dsl.source import plain
from thads_dsl.syntax.sentences import Sentence

_HEAD = r"(?:thu truong|(?:nguoi|ca nhan) dung dau|lanh dao don vi|truong phong|chi cuc truong|pho truong phong)"
_UNIT = r"(?:tap the|don vi|phong)\b(?! (?:thi dua|chuyen))"
OF_HEAD_AND_UNIT = re.compile(
    rf"\b{_HEAD}\b[^;]*\b(?:khen|tang|xet)\b[^;]*\b{_UNIT}[^;]*\b(?:khen|tang|du dieu kien)\b"
    rf"|\b{_HEAD}\b[^;]*\b(?:gan (?:voi|lien)|can cu|theo|phu thuoc)\b[^;]*\b(?:khen thuong|thanh tich|ket qua)\b[^;]*\b{_UNIT}"
)


def head_ways(line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """What can be said of a head and its unit: whether the unit qualifies is what is looked at, not whether it gets a place."""
    if OF_HEAD_AND_UNIT.search(plain(sentence.passage.text)) is None:
        return ()
    named = next((lexeme.text for lexeme in sentence.lexemes if lexeme.terminal in ("REWARD", "TITLE")), "")
    who = next((lexeme.text for lexeme in sentence.lexemes if lexeme.terminal == "SUBJECT" and re.match(_HEAD, plain(lexeme.text))), "")
    who = who or "Thủ trưởng đơn vị"
    asked = f"xét tặng {named}" if named else "xét khen thưởng"
    wanted = f"tặng {named}" if named else "khen thưởng"
    ready = f"{who[0].upper()}{who[1:]} chỉ được {asked} khi đơn vị mình đủ điều kiện {wanted}."
    return (
        Way(
            "Nếu chỉ cần đơn vị đủ điều kiện (đạt tiêu chuẩn, không thuộc trường hợp không xét) thì viết:",
            f"{line.item.marker} {ready}".strip(),
        ),
    )

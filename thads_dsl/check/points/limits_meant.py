"""Ready lines for a sentence under a points table that limits the total, or what is added or deducted, and is not read."""

import re
from collections.abc import Iterator

from thads_dsl.check.points.suspicion import of_the_total
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.literals import CRITERION_NUMBER
from thads_dsl.syntax.sentences import Sentence


def limit_ways(sentence: Sentence) -> Iterator[Way]:
    """“Mỗi đơn vị được cộng tối đa 10 điểm”, “điểm trừ tại tiêu chí 3, 4 không quá 05 điểm”: what is added, or deducted, in all."""
    words = canonical(sentence.passage.text)
    if (of_the_total(sentence.lexemes) and not _OF_CHANGES.match(words)) or _LEVELLED.search(words):
        yield from _limit_of_the_total(words)
        return
    clauses = _NEXT_CAP.split(words)
    clauses = clauses if all(_CAPPED.search(clause) for clause in clauses) else [words]
    lines = [line for clause in clauses for line in _caps(clause)]
    for at, line in enumerate(lines):
        yield Way("và:" if at else "Nếu là giới hạn chung, viết dưới bảng:", line)


def _limit_of_the_total(words: str) -> Iterator[Way]:
    """“Tổng điểm kể cả thưởng không quá 105 điểm”, “đơn vị nào vượt 100 điểm thì chỉ tính 100 điểm”: not of what is added.

    Nothing where the total is another than that of the table: “chưa tính điểm thưởng”, “của tiêu chí 3”.
    """
    found = _LEVELLED.search(words) or _CAPPED.search(words)
    if found is not None and _ANOTHER_TOTAL.search(words) is None:
        yield Way("Nếu là giới hạn của tổng điểm, viết dưới bảng:", f"- Tổng điểm không quá {found['figure']}.")


def _caps(words: str) -> Iterator[str]:
    found = _CAPPED.search(words)
    if found is None or _IN_A_CELL.search(words):
        return
    numbers = re.findall(CRITERION_NUMBER, found["where"]) if "tiêu chí" in found["where"] else []
    whose = f" của {' và '.join(f'tiêu chí {number}' for number in numbers)}" if numbers else ""
    for sign in (sign for sign, said in _SIGNED.items() if said.search(words[: found.start("figure")])):
        head = f"Điểm {sign}{whose}" if whose else f"Tổng điểm {sign}"
        yield f"- {head} không quá {found['figure']}."


_NEXT_CAP = re.compile(r"(?:[,;]|\s+và)\s+(?=(?:tổng (?:số )?)?(?:điểm )?(?:được |bị )?(?:cộng|trừ|thưởng|phạt)\b)", re.IGNORECASE)


_CAPPED = re.compile(
    r"(?P<where>.*)\b(?:không quá|không vượt quá|không vượt|tối đa|nhiều nhất)\b[^;]*?(?P<figure>\d+(?:,\d+)? điểm)", re.IGNORECASE
)
# “vượt 100 điểm thì chỉ tính 100 điểm”, of the points that a unit has
_LEVELLED = re.compile(
    r"^(?!.*(?<!sau khi cộng )(?<!kể cả )\bđiểm (?:cộng|trừ|thưởng|phạt)\b[^,]*\b(?:vượt|quá|trên|hơn)\b)(?!.*\d điểm.*\d điểm.*\d điểm).*"
    r"\b(?:vượt|quá|trên|hơn)(?: quá)? (?P<figure>\d+(?:,\d+)? điểm) thì (?:chỉ |được |cũng )*(?:tính|lấy|ghi|công nhận|hưởng)"
    r"(?: là| bằng| tối đa| đến)* (?P=figure)",
    re.IGNORECASE,
)
_OF_CHANGES = re.compile(r"tổng (?:số )?điểm (?:được |bị )?(?:cộng|trừ|thưởng|phạt|khuyến khích|ưu tiên)\b", re.IGNORECASE)
_ANOTHER_TOTAL = re.compile(
    r"\b(?:chưa|không) (?:tính|kể|gồm|bao gồm|cộng|trừ)\b|\b(?:ngoài|trước khi|trừ đi|tiêu chí|phần|mục|nhóm)\b", re.IGNORECASE
)
_SIGNED = {
    "cộng": re.compile(r"(?:^|\b(?:điểm|được|tổng) )(?:cộng|thưởng|khuyến khích)\b", re.IGNORECASE),
    "trừ": re.compile(r"(?:^|\b(?:điểm|bị|tổng) )(?:bị )?(?:trừ|phạt)\b", re.IGNORECASE),
}
_IN_A_CELL = re.compile(r"\d điểm.*\d điểm|\bmỗi (?!đơn vị|tập thể|cá nhân|chi cục|phòng)|%", re.IGNORECASE)  # “Mỗi vụ trừ 05 điểm, …”

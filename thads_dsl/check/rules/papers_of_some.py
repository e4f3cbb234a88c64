"""TH101: papers that only some have to hand in, what no file need hold, and what is no paper: those of a plan are asked of everybody."""

import re
from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.awards.files import papers
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.periods_of_some import OF_ALL, are_some, is_led
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import condition_tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_NEEDLESS = re.compile(sender_words("needless"), re.IGNORECASE)
_OF_SOME = re.compile(
    rf"\s*\(\s*{sender_words('only')}(?P<rest>.*)$|[\s,(]+(?:ngoại |loại )?trừ\b.*$"
    r"|[\s,]+(?:(?:chỉ|riêng) )?đối với (?:các )?(?P<whom>.*)$",
    re.IGNORECASE,
)
# “riêng cá nhân có thêm Báo cáo”, “nộp về Văn phòng”, “hồ sơ thiếu thì trả lại”: no names of papers.
_OF_PAPERS = re.compile(sender_words("of_papers"), re.IGNORECASE)
_DECIDED = re.compile(rf"\bdo .*\b{sender_words('decided')}", re.IGNORECASE)
_SAID = re.compile(rf"^{sender_words('send')}|\b{sender_words('said')}|{_DECIDED.pattern}", re.IGNORECASE)
_MORE = re.compile(rf"(?:\b{sender_words('more')}|:|\bthêm\b)\s*", re.IGNORECASE)
_LACKING = re.compile(r"\b(?:thiếu|(?:không|chưa) (?:đủ|đầy đủ))\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?P<words>[^()]*)\)$")
_NAMES = (NameKind.SUBJECT.value, NameKind.REWARD.value)


def papers_of_some(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each such paper, and for each list of papers that stands under some people."""
    for line in facts.draft.lines:
        for sentence in line.sentences:
            if isinstance(sentence.statement, condition_tree.Dossier):
                if are_some(line.scope.subjects) and is_led(facts, line):
                    yield _under_some(line, sentence)
                for paper in papers(facts.draft.lines, line, sentence, sentence.statement):
                    yield from _of_one(facts, paper)


def _of_one(facts: Facts, paper: Passage) -> Iterator[Diagnostic]:
    if _NEEDLESS.match(paper.text):
        yield _not_needed(facts, paper)
    elif _OF_PAPERS.match(paper.text):
        yield _added_by_some(facts, paper)
    elif _SAID.search(paper.text):
        yield _said_of_files(facts, paper)
    elif (at := _narrowed(facts, paper)) is not None:
        yield _asked_of_all(facts, paper, at)


def _narrowed(facts: Facts, paper: Passage) -> int | None:
    """Where the words begin that give a paper to some: “Biên bản | (đối với tập thể)”, “… | (tập thể)”, “… | (chỉ đối với Bằng khen)”."""
    if (said := _OF_SOME.search(paper.text)) is not None:
        whom = lex(paper.cut(said.start("whom")), facts.draft.names) if said["whom"] else ()
        known = said["whom"] is None or any(each.terminal in _NAMES for each in whom[:1])
        return said.start() if known and not OF_ALL.match(said["rest"] or said["whom"] or "") else None
    bracket = _BRACKET.search(paper.text)
    inside = lex(paper.cut(bracket.start("words"), bracket.end("words")), facts.draft.names) if bracket is not None else ()
    some = len(inside) == 1 and inside[0].terminal in _NAMES and not OF_ALL.match(inside[0].text)
    return bracket.start() if bracket is not None and some else None


def _asked_of_all(facts: Facts, paper: Passage, at: int) -> Diagnostic:
    words = canonical(paper.text[at:]).strip(" ,")
    return told_unread(
        message=f"“{canonical(paper.text)}”: máy không đòi giấy tờ riêng của một số đối tượng",
        at=paper.span(),
        why="Mỗi giấy tờ của “Hồ sơ gồm” được kiểm tra trong hồ sơ của mọi đối tượng; "
        f"bỏ qua “{words}” thì người không phải nộp cũng bị tính là thiếu.",
        ways=(
            _mended(facts, paper, "Nếu ai cũng phải có:", canonical(paper.text[:at])),
            _mended(facts, paper, "Nếu nơi nhận tự kiểm tra giấy này, máy không đòi:", f"{canonical(paper.text[:at])} (nếu có)"),
        ),
    )


def _added_by_some(facts: Facts, paper: Passage) -> Diagnostic:
    more = _MORE.search(paper.text)
    added = canonical(paper.text[more.end() :]).strip() if more is not None else ""
    mended = (
        _mended(facts, paper, "Nếu ai cũng phải có:", added),
        _mended(facts, paper, "Nếu nơi nhận tự kiểm tra giấy này, máy không đòi:", f"{added} (nếu có)"),
    )
    return told_unread(
        message=f"“{canonical(paper.text)}”: máy không đòi giấy tờ riêng của một số đối tượng",
        at=paper.span(),
        why="Mỗi giấy tờ của “Hồ sơ gồm” được kiểm tra trong hồ sơ của mọi đối tượng; máy coi cả câu ấy là tên một giấy tờ.",
        ways=mended if added else (_mended(facts, paper, "Bỏ câu ấy khỏi danh sách:", ""),),
    )


def _said_of_files(facts: Facts, paper: Passage) -> Diagnostic:
    own = canonical(paper.text)
    without = _mended(facts, paper, "Bỏ câu ấy khỏi danh sách:", "")
    without = replace(without, line=f"{without.line.rstrip(' .;,')}.")
    if _LACKING.search(own):
        refused = f"{without.line} Hồ sơ không đủ thành phần thì không được xét."
        ways = (Way("Nếu không xét hồ sơ thiếu, viết thành hai câu:", refused),)
    elif facts.draft.issued or _DECIDED.search(own):
        ways = (without,)
    else:
        ways = (Way("Tách thành một dòng lời văn riêng:", f"{without.line}\n> {own[:1].upper()}{own[1:]}."),)
    return told_unread(
        message=f"“{own}” không phải tên một giấy tờ",
        at=paper.span(),
        why="“Hồ sơ gồm” chỉ kể tên những giấy tờ phải có; máy coi mỗi mục là một giấy tờ mà hồ sơ nào cũng phải có.",
        ways=ways,
    )


def _not_needed(facts: Facts, paper: Passage) -> Diagnostic:
    line = _line(facts, paper)
    listed = canonical(line.item.text.text).rstrip(" .;,") == canonical(paper.text)
    prose = Way("Là lời văn thì đặt dấu >:", f"{line.item.marker} > {canonical(line.item.text.text)}")
    return told_unread(
        message=f"“{canonical(paper.text)}” đứng trong danh sách giấy tờ phải có",
        at=paper.span(),
        why="“Hồ sơ gồm” chỉ kể những giấy tờ phải có; máy coi mỗi mục là tên một giấy tờ.",
        ways=(prose if listed else _mended(facts, paper, "Bỏ chữ ấy khỏi câu:", ""),),
    )


def _line(facts: Facts, paper: Passage) -> Line:
    return next(line for line in reversed(facts.draft.lines) if line.item.number <= paper.span().line)


def _mended(facts: Facts, paper: Passage, how: str, words: str) -> Way:
    """The line with other words for the paper; without any, the sign before it goes too."""
    line = _line(facts, paper)
    old = re.escape(canonical(paper.text))
    text = re.sub(old if words else rf"(?:[,;]?\s*(?:và\s+)?){old}", lambda _: words, canonical(line.item.text.text), count=1)
    return Way(how, f"Hiểu là: {text}" if facts.draft.issued else f"{line.item.marker} {text}".strip())


def _under_some(line: Line, sentence: Sentence) -> Diagnostic:
    return told_unread(
        message="máy không đòi giấy tờ riêng của một số đối tượng",
        at=sentence.passage.span(),
        also=(Label(line.scope.subjects[0].span, "câu dẫn ở đây"),),
        why="Mỗi giấy tờ của “Hồ sơ gồm” được kiểm tra trong hồ sơ của mọi đối tượng. Giấy tờ chỉ một số đối tượng phải có thì thêm "
        "“(nếu có)”, và để nơi nhận tự kiểm tra.",
        ways=(Way("Đưa ra ngoài câu dẫn ấy, thành một khoản riêng:", "Hồ sơ gồm: Tờ trình; Báo cáo thành tích; Biên bản (nếu có)."),),
    )

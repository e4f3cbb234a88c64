"""Ready lines for figures that are not meant exactly: “Cơ bản 80% hồ sơ được số hóa” is a rule with “Ít nhất 80%”, if it is one."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.suspicion import spoken_of
from thads_dsl.check.unread.trying import all_read, tried
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.grammar import standard_words
from thads_dsl.syntax.sentences import Sentence

_FIGURE = re.compile(r"\s+(?P<figure>\d[\d.,]*(?: ?%)?)")


def vague_ways(facts: Facts, line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The phrase with “ít nhất” in place of a vague word, where the sentence is then read."""
    text = sentence.passage.text
    for word in standard_words("vague").finditer(text):
        figure = _FIGURE.match(text, word.end())
        if figure is None or not (figure["figure"].endswith("%") or spoken_of(sentence.lexemes)):
            continue  # a number of nothing: “Tập thể: khoảng 05” is no target
        written = text[word.start() : figure.end()]
        meant = f"{'Ít' if written[0].isupper() else 'ít'} nhất {figure['figure']}"
        if not all_read(tried(facts.draft, line, text.replace(written, meant, 1))):
            continue
        number, restated = line.item.number, f"Hiểu là: cụm từ “{canonical(written)}” là “{meant}”"
        changed = f"{line.item.marker} {canonical(line.item.text.text).replace(canonical(written), meant, 1)}".strip()
        mend = Way(f"sửa dòng {number} thành:", changed, for_issued=False)
        paste = Way(f"dán dưới dòng {number}:", restated, for_issued=True)
        return (mend, paste)
    return ()

"""Names with a slot (“Phòng THADS khu vực {số}”, “Trưởng {cơ quan}”) → the names that a text can mean by them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.source import fold
from thads_dsl.syntax.grammar import name_words, unit_words
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary.known import NUMBER, Vocabulary

# “khu vực 4, 5 và 6”, “khu vực 4, khu vực 5”: more of the same; what counts something is another number.
_MORE = (
    r"(?:\s*(?:,|và)\s*(?:TAIL\s+)?0*[1-9]\d{0,2}\b"
    rf"(?![./%]|\s*(?:%|(?!(?:và|{'|'.join(sorted(name_words('acts')))})\b)[^\W\d]))"
    r"|\s*(?:,|và)\s*TAIL\s+0*[1-9]\d{0,2}\b)*"
)
# “mỗi Phòng THADS khu vực 02 cá nhân”: the number counts them.
_COUNTS_NONE = rf"(?!\s+(?:{'|'.join(word.text for word in unit_words() if word.kind == 'award')})\b)"
_NOT_EACH = r"(?<!\bmỗi )(?<!\btừng )"  # “mỗi Phòng THADS khu vực 2 Chấp hành viên” names no unit 2
AGENCY = "{cơ quan}"


def filled(vocabulary: Vocabulary, lines: Iterable[str]) -> Vocabulary:
    """The vocabulary with each slot filled: a number by those that the lines give it, an agency by every agency that is known."""
    agencies = tuple(dict.fromkeys(spelling for spelling, kind, _ in vocabulary.spellings if kind is NameKind.AGENCY))
    text = "\n".join(lines).casefold()
    slots = tuple(each for each in vocabulary.spellings if "{" in each[0])
    for slot, kind, name in slots:
        if NUMBER in slot:
            for digits in _numbers(slot, vocabulary.abbreviations, text):
                vocabulary = _with(vocabulary, kind, slot.replace(NUMBER, digits), name, name.replace(NUMBER, digits.lstrip("0")))
        else:
            for agency in agencies:
                vocabulary = _with(vocabulary, kind, slot.replace(AGENCY, agency), name, name.replace(AGENCY, agency))
    return replace(
        vocabulary,
        spellings=tuple(each for each in vocabulary.spellings if "{" not in each[0]),
        kinds=tuple(each for each in vocabulary.kinds if "{" not in each.name),
        terms=tuple(each for each in vocabulary.terms if "{" not in each.name),
    )


def _with(vocabulary: Vocabulary, kind: NameKind, spelling: str, pattern: str, name: str) -> Vocabulary:
    """One name more, of the kinds and for as long as the name with the slot says."""
    vocabulary = replace(vocabulary, spellings=(*vocabulary.spellings, (spelling, kind, name)))
    if not vocabulary.terms_of(kind, name):
        terms = (replace(term, name=name) for term in vocabulary.terms_of(kind, pattern))
        vocabulary = replace(vocabulary, terms=(*vocabulary.terms, *terms))
    model = vocabulary.kind(pattern)
    if model is None:
        return vocabulary
    known = vocabulary.kind(name)
    if known is None:
        return replace(vocabulary, kinds=(*vocabulary.kinds, replace(model, name=name)))
    wider = replace(known, parents=tuple(dict.fromkeys((*known.parents, *model.parents))))
    return replace(vocabulary, kinds=tuple(wider if each is known else each for each in vocabulary.kinds))


def _numbers(slot: str, abbreviations: tuple[tuple[str, str], ...], text: str) -> Iterator[str]:
    """The numbers that a text puts in the slot, as written, each once."""
    spelt = (r"\s+".join(map(re.escape, each.casefold().split())) for each in variants(fold(slot), abbreviations))
    tail = r"\s+".join(map(re.escape, slot.casefold().split()[-3:-1]))
    more = _MORE.replace("TAIL", tail)
    pattern = "|".join(_NOT_EACH + each.replace(re.escape(NUMBER), rf"0*[1-9]\d{{0,2}}\b{_COUNTS_NONE}{more}") for each in spelt)
    skipped = len(re.findall(r"\d", slot))
    yield from dict.fromkeys(digits for found in re.finditer(pattern, text) for digits in re.findall(r"\d+", found[0])[skipped:])


def variants(spelling: str, abbreviations: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """A folded spelling, and the same with an abbreviation written out or a long form abbreviated."""
    found = [spelling]
    for short, long in abbreviations:
        lowered = spelling.casefold()
        for old, new in ((short, long), (long, short)):
            at = lowered.find(old.casefold())
            if at >= 0:
                found.append(spelling[:at] + new + spelling[at + len(old) :])
    return tuple(found)

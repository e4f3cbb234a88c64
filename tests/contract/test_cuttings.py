"""However a sentence of a sound plan is cut into known phrases, names, forms and words: no family reads it so, or the plan is the same.

`python -m tests.contract.one_meaning` prints how many cuttings that are.
"""

import pytest

from tests.contract import lattice
from tests.contract.cuttings import cut
from tests.contract.sound import sound_plans
from thads_dsl.source import Load, nothing
from thads_dsl.syntax.grammar import Phrase, phrases
from thads_dsl.syntax.names import Name, NameKind, NameTable, Trie, atoms

PLANS = list(sound_plans())
PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh D
Danh mục dùng chung: THADS

1. Đối với Phòng chuyên môn
- Về việc: phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện trên 76%.
"""


@pytest.mark.parametrize(("raw", "load"), [plan[1:] for plan in PLANS], ids=[plan[0] for plan in PLANS])
def test_every_other_cutting_of_a_sentence_fails_or_gives_the_same_plan(raw: bytes, load: Load) -> None:
    assert cut(raw, load).different == ()


def test_all_sound_plans_are_cut() -> None:
    assert len({name for name, *_ in PLANS}) == len(PLANS) > 150


def test_the_sentences_of_a_plan_can_be_cut_otherwise() -> None:
    figures = cut(PLAN.encode(), nothing).figures
    assert figures.ways > 10 * figures.asked >= 10 * figures.answered > 0


def test_a_phrase_of_two_meanings_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    by_keys: dict[tuple[str, ...], tuple[Phrase, ...]] = {}
    for phrase in (*phrases(), Phrase("trên", "BELOW", "", "")):
        keys = tuple(part.key for part in atoms(phrase.text))
        by_keys[keys] = (*by_keys.get(keys, ()), phrase)
    known: Trie[tuple[Phrase, ...]] = Trie()
    for keys, entry in by_keys.items():
        known.add(keys, entry)
    monkeypatch.setattr(lattice, "phrase_trie", lambda: known)
    assert {each.split(":")[0] for each in cut(PLAN.encode(), nothing).different} == {"target"}


def test_a_name_of_two_kinds_is_cut_as_both() -> None:
    names = NameTable([("đơn thư", Name(NameKind.QUANTITY, "đơn thư")), ("đơn thư", Name(NameKind.SUBJECT, "đơn thư"))])
    found = lattice.every_name(names).longest(["đơn", "thư"], 0)
    assert [name.kind for _, entry in found for name in entry] == [NameKind.QUANTITY, NameKind.SUBJECT]

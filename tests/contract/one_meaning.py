"""Prints the figures behind “one phrase, one meaning”: `python -m tests.contract.one_meaning`; it takes about two minutes."""

from itertools import islice
from random import Random

from tests.contract.cuttings import Figures, cut
from tests.contract.derivations import language, sentences
from tests.contract.sound import sound_plans
from tests.contract.test_one_meaning import SENTENCES, readers
from thads_dsl.syntax.grammar import families


def main() -> None:
    """Sentences of each family and who reads them; cuttings of all sound plans and what they say."""
    for family in families():
        tried = list(islice(sentences(family, Random(f"sentences {family.start}")), SENTENCES))
        elsewhere = sum(1 for found in tried if readers(found) != [family.start])
        whole = language(family.start, SENTENCES)
        size = "" if whole is None else f"; all its strings of terminals: {len(whole)}"
        print(f"{family.start}: {len(tried)} different sentences, {elsewhere} read by another family too{size}")
    total, different, plans = Figures(), 0, 0
    for _, raw, load in sound_plans():
        found = cut(raw, load)
        total.add(found.figures)
        different += len(found.different)
        plans += 1
    print(f"{plans} plans: {total}; giving another plan: {different}")


if __name__ == "__main__":
    main()

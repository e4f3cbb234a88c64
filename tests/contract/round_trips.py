"""Figures as we write them, read back: `python -m tests.contract.round_trips [--values N] [--seed S]` prints how many are not the same."""

import argparse
import random
import sys
from collections.abc import Iterator
from fractions import Fraction

from thads_dsl.model.units import CASE, DONG, PERCENT, POINTS, Amount, Unit
from thads_dsl.syntax.written_forms import figure_value

# Counted units stand for all of their kind: whole figures with a word behind them.
UNITS = (CASE, DONG, PERCENT, POINTS, Unit("lần"), Unit("người"), Unit("tập thể"))


def drawn(chance: random.Random) -> Amount:
    """An amount of any size up to a thousand billion; of units that have fractions also with up to four decimals."""
    unit = chance.choice(UNITS)
    scale = 10 ** chance.randint(0, 12)
    return Amount(Fraction(chance.randint(0, scale), 1 if unit.whole else 10 ** chance.randint(0, 4)), unit)


def changed(values: int, seed: int) -> Iterator[str]:
    """Each of the drawn amounts whose text is read as another amount, or not at all."""
    chance = random.Random(seed)
    for _ in range(values):
        amount = drawn(chance)
        found = figure_value(str(amount))
        if (found.value, found.unit) != (amount.value, amount.unit.name):
            yield f"{amount!r}: {amount} → {found.value} {found.unit}"


def main() -> int:
    """Draws, writes, reads and compares; 1 where a figure is another."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--values", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    wrong = list(changed(asked.values, asked.seed))
    for each in wrong[:20]:
        print(each)
    print(f"{asked.values} figures written and read: {len(wrong)} are not the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

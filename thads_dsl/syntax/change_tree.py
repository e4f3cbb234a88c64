"""Sentences that change another plan (Z) as written, and from when a document is in force."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.syntax.tree import DateRef, PlaceRef, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange(Statement):
    """“Thay <chỗ> bằng: “…””; the quotations are lines of the plan that is changed, so they are not looked into here.

    `kind` is replace, repeal or insert (behind its one place); `added` is what an inserted line is to be called, if it is said.
    """

    kind: str
    places: tuple[PlaceRef, ...]
    added: PlaceRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce(Statement):
    """“Quyết định này có hiệu lực từ ngày D”; without a day: from the day of signing."""

    day: DateRef | None

"""A tiny plan and its statistics, built by hand, so that the commands can be tried without a compiler."""

from fractions import Fraction

from thads_dsl.diagnostics import DataDiagnostic, Diagnostic, Label
from thads_dsl.diagnostics.codes import TH101, TH703, TH902, TH906
from thads_dsl.model.document import Document
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Proposal, QuotaResult, Results, SubjectResult, Verdict
from thads_dsl.model.rules import Quota, Standard, Target
from thads_dsl.model.statistics import Base, Kind, Quantity, Row, Statistics, Subject
from thads_dsl.model.units import PERCENT, Facet
from thads_dsl.source import SourceText, Span

BRANCH = Subject("Chi cục THADS", Base.COLLECTIVE, ("Chi cục THADS",))
OFFICER = Subject("cá nhân", Base.INDIVIDUAL)
PLAN = Plan(
    document=Document("", "", "", "", "", "", (), (), (), (), (), ""),
    kinds=(Kind("Chi cục THADS", Base.COLLECTIVE),),
    head_kind="Thủ trưởng đơn vị",
    quantities=(Quantity("tỷ lệ", Facet.CASES, PERCENT),),
    discipline=(),
    targets=(
        Target(
            id="III.1",
            place=Place(("III", "1")),
            line=3,
            text="Chi cục THADS đạt 77% về việc",
            subject=BRANCH,
            facet=Facet.CASES,
            region=None,
            quantity="tỷ lệ về việc",
            goal=Interval(Bound(Fraction(77), closed=True)),
            period=None,
        ),
    ),
    standards=(Standard(id="IV", place=Place(("IV",)), line=4, text="Giấy khen", award="Giấy khen", subject=BRANCH, conditions=()),),
    quotas=(
        Quota(id="IV.1", place=Place(("IV", "1")), line=5, text="01 tập thể", subject=BRANCH, limit=1, per_unit=(), council_chooses=False),
        Quota(
            id="IV.2",
            place=Place(("IV", "2")),
            line=6,
            text="01 cá nhân/Chi cục",
            subject=OFFICER,
            limit=1,
            per_unit=("Chi cục THADS",),
            council_chooses=False,
        ),
    ),
    asides=(9,),
)


def subject(base: Base, name: str, unit: str, eligible: Verdict, quota: str, proposal: Proposal) -> SubjectResult:
    row = Row(base, name, unit, "Chi cục THADS" if base is Base.COLLECTIVE else "", False, {}, {})
    outcome = QuotaResult(quota=quota, proposal=proposal, limit=1, eligible=2, pending=0)
    return SubjectResult(row=row, targets=(), conditions=(), eligible=eligible, quotas=(outcome,), dossiers=())


RESULTS = Results(
    subjects=(
        subject(Base.COLLECTIVE, "Chi cục A", "", Verdict.MET, "IV.1", Proposal.COUNCIL_CHOOSES),
        subject(Base.COLLECTIVE, "Chi cục B", "", Verdict.MET, "IV.1", Proposal.COUNCIL_CHOOSES),
        subject(Base.COLLECTIVE, "Chi cục C", "", Verdict.FAILED, "IV.1", Proposal.NOT_ELIGIBLE),
        subject(Base.INDIVIDUAL, "Thư ký 01", "Chi cục A", Verdict.MET, "IV.2", Proposal.COUNCIL_CHOOSES),
        subject(Base.INDIVIDUAL, "Thư ký 02", "Chi cục A", Verdict.MET, "IV.2", Proposal.COUNCIL_CHOOSES),
        subject(Base.INDIVIDUAL, "Thư ký 03", "Chi cục B", Verdict.MET, "IV.2", Proposal.PROPOSED),
        subject(Base.INDIVIDUAL, "Thư ký 04", "Chi cục C", Verdict.UNKNOWN, "IV.2", Proposal.PENDING),
    )
)
STATISTICS = Statistics((), ())
BAD_CELL = DataDiagnostic(code=TH703, message="“1,5” không phải số nguyên", where="trang “Tập thể”, ô F9")
EMPTY_CELL = DataDiagnostic(code=TH906, message="để trống", where="trang “Tập thể”, ô F9")


def complaint(source: SourceText) -> Diagnostic:
    """An error at the beginning of the file."""
    return Diagnostic(code=TH101, message="máy chưa đọc được dòng này", at=Label(Span(1, 0, len(source.lines[0]))))


def remark(source: SourceText) -> Diagnostic:
    """A warning at the beginning of the file."""
    return Diagnostic(code=TH902, message="01 tập thể", at=Label(Span(1, 0, len(source.lines[0]))))

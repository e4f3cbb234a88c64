"""What a complaint is; every code is in `codes`, every code has a page in `pages/`."""

from thads_dsl.diagnostics.model import Code, DataDiagnostic, Diagnostic, Edit, Label, Lack, Severity, Way

__all__ = ["Code", "DataDiagnostic", "Diagnostic", "Edit", "Label", "Lack", "Severity", "Way"]

"""The zip file that a .docx is, with nothing in it but its content."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo


def without_traces(package: bytes) -> bytes:
    """The same package without dates, owners and system; stored, because compressed bytes differ from one zlib to the next."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as parts, ZipFile(out, "w", ZIP_STORED) as plain:
        for name in parts.namelist():
            info = ZipInfo(name)  # dated 1980 unless told otherwise
            info.create_system = 3
            info.external_attr = 0o644 << 16
            plain.writestr(info, parts.read(name))
    return out.getvalue()

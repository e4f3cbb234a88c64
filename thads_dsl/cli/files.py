"""Reading what the user names, and writing whole files or none."""

import errno
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from thads_dsl.model.units import grouped
from thads_dsl.source.loading import MOST_LOADED, Load

# What is larger is refused before it is cut into lines, which alone would take seconds; the compiler's own limits are lower.
MOST_BYTES = 2 * 2**20
MOST_LINES = 100_000

_REASONS: Mapping[int, str] = {
    errno.ELOOP: "các đường dẫn tắt trỏ vòng vào nhau",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa bị lỗi",
}


class Refused(click.ClickException):
    """A file that exists and cannot be a plan: exit code 1."""

    exit_code = 1


class Unavailable(click.ClickException):
    """A file that is not there, or cannot be read or written: exit code 2."""

    exit_code = 2


def read_plan(path: Path) -> bytes:
    """The bytes of a plan. Raises Unavailable, and Refused above `MOST_BYTES` or `MOST_LINES`; never waits for a pipe or a device."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Unavailable(f"{_name(path)} là một thư mục; cần tên của một tệp .plan.")
        if not stat.S_ISREG(mode):
            raise Unavailable(f"{_name(path)} không phải một tệp thường; cần tên của một tệp .plan.")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as failure:
        raise _unavailable(path, failure, "Không đọc được") from failure
    if len(raw) > MOST_BYTES:
        raise Refused(f"{_name(path)} lớn hơn {MOST_BYTES // 2**20} MB, không phải một tệp kế hoạch.")
    if raw.count(b"\n") + raw.count(b"\r") > MOST_LINES:
        raise Refused(f"{_name(path)} có hơn {grouped(MOST_LINES)} dòng, không phải một tệp kế hoạch.")
    return raw


def beside(plan: Path) -> Load:
    """Reads files that a plan names: those in its own folder or below, so that nothing else of the machine is shown.

    A file that is not there or cannot be read is None; a long one is cut where it is too long to be looked at.
    """

    def load(name: str) -> bytes | None:
        try:
            folder = plan.resolve().parent
            path = (folder / name).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                return None
            with path.open("rb") as file:
                return file.read(MOST_LOADED + 1)
        except (OSError, ValueError):
            return None

    return load


def statistics_path(path: Path) -> Path:
    """The path itself, if a file or a folder is there. Raises Unavailable; a pipe or a device would be waited for without end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as failure:
        raise _unavailable(path, failure, "Không đọc được") from failure
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise Unavailable(f"{_name(path)} không phải một tệp thường; cần tên của tệp .xlsx hoặc thư mục có các tệp .csv.")
    return path


def write_all(folder: Path, files: Mapping[str, bytes], rights: int | None = None) -> None:
    """Write files into a folder (made if it is not there), each whole or not at all; none takes its name before all are on the disk.

    `rights`: of the files, by default those of any new one. Raises Unavailable.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            target = folder / name
            if target.is_dir():
                raise IsADirectoryError(target)
            waiting.append((_beside(folder, content, rights), target))
        while waiting:
            temporary, target = waiting[0]
            temporary.replace(target)
            waiting.pop(0)
    except (OSError, ValueError) as failure:
        raise _unavailable(folder, failure, "Không ghi được vào") from failure
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)


def rewrite(path: Path, content: bytes) -> None:
    """Write a file that is there, whole or not at all; its rights stay. Raises Unavailable, also where nobody may write to it."""
    try:
        rights = stat.S_IMODE(path.stat().st_mode)
    except OSError as failure:
        raise _unavailable(path, failure, "Không ghi được vào") from failure
    if not rights & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):  # another file of its name would take its place all the same
        raise Unavailable(f"Không ghi được vào {_name(path)}: tệp chỉ cho đọc.")
    write_all(path.parent, {path.name: content}, rights)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises Unavailable, also where the name is taken."""
    if path.exists() or path.is_symlink():
        raise Unavailable(f"{_name(path)} đã có; chọn tên khác bằng --out.")
    write_all(path.parent, {path.name: content})


def _unavailable(path: Path, failure: Exception, what: str) -> Unavailable:
    """The complaint about a path that the system refuses, in words of the office."""
    return Unavailable(f"{what} {_name(path)}: {_reason(failure)}.")


def _beside(folder: Path, content: bytes, rights: int | None) -> Path:
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".tmp", delete=False) as file:
        try:
            file.write(content)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    # A temporary file is private; what is handed over has the rights of any new file.
    mask = os.umask(0)
    os.umask(mask)
    Path(file.name).chmod(0o666 & ~mask if rights is None else rights)
    return Path(file.name)


def _name(path: Path) -> str:
    from thads_dsl.diagnostics.quoting import visible

    return f"“{visible(str(path))}”"


def _reason(failure: Exception) -> str:
    match failure:
        case FileNotFoundError():
            return "không có tệp hoặc thư mục này"
        case PermissionError():
            return "chưa được cấp quyền"
        case IsADirectoryError():
            return "đây là một thư mục"
        case NotADirectoryError() | FileExistsError():
            return "một phần của đường dẫn là tệp, không phải thư mục"
        case OSError(errno=number) if number is not None:
            return _REASONS.get(number, f"máy báo lỗi số {number}")
        case _:
            return "tên này không dùng được làm tên tệp"

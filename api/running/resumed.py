"""Files that came piece by piece through tus, taken over when they are complete."""

from __future__ import annotations

import json
import re
from pathlib import Path

from api.errors import Conflict, NotFound
from api.running.receiving import Uploaded

_ID = re.compile(r"[0-9a-f]{32}")


def resumed_upload(folder: Path, upload_id: str, scratch: Path) -> Uploaded:
    """The finished upload as a file in ``scratch``; its place in ``folder`` is freed.

    Raises NotFound where there is no such upload, Conflict where it is not complete.
    """
    path, info = folder / upload_id, folder / f"{upload_id}.info"
    if not _ID.fullmatch(upload_id) or not path.is_file() or not info.is_file():
        raise NotFound("找不到这个上传，可能已过期，请重新上传")
    stated = json.loads(info.read_text("utf-8"))
    if stated.get("size") is None or path.stat().st_size != stated["size"]:
        raise Conflict("文件还没有传完，请续传后再提交")
    metadata = stated.get("metadata") or {}
    name = str(metadata.get("filename") or metadata.get("name") or "")
    target = scratch / f"resumed-{upload_id}"
    path.rename(target)
    info.unlink(missing_ok=True)
    return Uploaded(name, target)

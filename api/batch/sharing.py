"""Files that several submissions hold: the same bytes handed in twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.batch.entry import Row
from models.duplicate import Duplicate, Place
from models.finding import Citation

SAME_FILE = "同一文件"
_SOURCE = Citation(
    title="省经信厅办公室关于开展工业领域专用模型申报工作的通知",
    passage="强化真实性核查，杜绝虚假申报、重复申报",
)


def shared_files(rows: Sequence[Row]) -> Iterator[Duplicate]:
    """One for each content that stands in more than one submission, files without pages left out."""
    holders: dict[str, list[tuple[Row, int]]] = {}
    for row in rows:
        for index, file in enumerate(row.files):
            if file.pages:
                holders.setdefault(file.sha256, []).append((row, index))
    for held in holders.values():
        names = sorted({row.name for row, _ in held})
        if len(names) < 2:
            continue
        told = "、".join(f"{row.name}/{row.files[index].name}" for row, index in held)
        yield Duplicate(
            rule=SAME_FILE,
            title="不同申报材料中有完全相同的文件",
            severity="B",
            outcome="doubtful",
            message=f"文件内容完全相同：{told}",
            submissions=tuple(names),
            places=tuple(
                Place(submission=row.name, document="", file=index, page=None)
                for row, index in held
            ),
            source=_SOURCE,
        )

"""Reports out of the store, the newest of them kept parsed."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from sqlalchemy.orm import Session

from api.errors import NotFound
from api.store import revisions
from api.store.tables import Revision
from models.report import Report

_KEPT = 64


class Reports:
    """Gives reports by revision; thread-safe."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Report] = OrderedDict()
        self._lock = Lock()

    def newest(self, session: Session, submission_id: str) -> tuple[Revision, Report]:
        """The submission's newest revision and its report; raises NotFound before the first."""
        revision = revisions.latest(session, submission_id)
        if revision is None:
            raise NotFound("还没有核验结果，请等待识别完成")
        return revision, self._of(session, revision)

    def numbered(self, session: Session, submission_id: str, number: int) -> Report:
        """The report of one revision; raises NotFound."""
        return self._of(session, revisions.get(session, submission_id, number))

    def _of(self, session: Session, revision: Revision) -> Report:
        with self._lock:
            known = self._known.get(revision.id)
            if known is not None:
                self._known.move_to_end(revision.id)
                return known
        report = revisions.report_of(
            revisions.get(session, revision.submission_id, revision.number)
        )
        self.remember(revision, report)
        return report

    def remember(self, revision: Revision, report: Report) -> None:
        """Keeps the report of a revision that was just made."""
        with self._lock:
            self._known[revision.id] = report
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)

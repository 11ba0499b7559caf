"""How an upload becomes a submission with a queued job, once however often it is sent."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import Response, UploadFile
from fastapi.responses import JSONResponse
from sqlalchemy.orm import Session

from api.errors import Invalid, QuotaExceeded
from api.routes.dependencies import Service
from api.routes.views import submission_view
from api.running.receiving import Uploaded, received, tidy
from api.running.resumed import resumed_upload
from api.store import audit, batches, idempotency, jobs, submissions
from api.store.cities import city_name
from api.store.idempotency import Answer
from api.store.submissions import NewFile
from api.store.tables import Account, Submission
from extractor.programmes.programme import load_programme
from models.errors import OutputNotWritable

_CHUNK = 1 << 20
_MB = 1 << 20


@dataclass(frozen=True)
class Asked:
    """What the sender says of the submission."""

    name: str | None
    programme: str
    submitted_on: date | None
    city: str | None
    batch: str | None
    supersedes: str | None


class Known:
    """An answer that was given before."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def response(self) -> Response:
        """The same answer again."""
        kept = self._answer
        return Response(kept.body, kept.status, kept.headers, "application/json")


class Intake:
    """Takes the upload of one account."""

    def __init__(self, service: Service, account: Account) -> None:
        self._service = service
        self._account = account

    @contextmanager
    def once(self, key: str | None, asked: Asked, names: Sequence[str]) -> Iterator[Known | None]:
        """Gives the answer known under the key, or None; a failure inside frees the key."""
        if key is None:
            yield None
            return
        described = json.dumps([asdict(asked), list(names)], default=str, ensure_ascii=False)
        fingerprint = hashlib.sha256(described.encode()).hexdigest()
        with self._service.database.transaction() as session:
            known = idempotency.begin(
                session, self._account.id, key, fingerprint, at=datetime.now(UTC)
            )
        if known is not None:
            yield Known(known)
            return
        try:
            yield None
        except BaseException:
            with self._service.database.transaction() as session:
                idempotency.forget(session, self._account.id, key)
            raise

    def answered(self, key: str | None, answer: Answer) -> Response:
        """The answer, kept under the key."""
        if key is not None:
            with self._service.database.transaction() as session:
                idempotency.answer(session, self._account.id, key, answer)
        return Known(answer).response()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for the upload; raises OutputNotWritable where the disk is nearly full."""
        root = self._service.settings.data / "scratch"
        root.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(root).free < self._service.settings.min_free_mb * _MB:
            raise OutputNotWritable("磁盘空间不足，暂不能接收新材料；请联系管理员清理后重试")
        with TemporaryDirectory(dir=root, prefix="upload-") as folder:
            yield Path(folder)

    def written(self, files: Sequence[UploadFile], scratch: Path) -> list[Uploaded]:
        """The parts of a multipart upload as files; raises QuotaExceeded over the limits."""
        self._check_count(len(files))
        limit = self._service.settings.max_upload_mb * _MB
        uploads = []
        for number, each in enumerate(files):
            path = scratch / f"part-{number}"
            size = 0
            with path.open("wb") as target:
                while chunk := each.file.read(_CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise self._too_large(each.filename)
                    target.write(chunk)
            uploads.append(Uploaded(each.filename or "", path))
        return uploads

    def resumed(self, ids: Sequence[str], scratch: Path) -> list[Uploaded]:
        """Files that came by tus; raises NotFound for one that is not there or not complete."""
        self._check_count(len(ids))
        folder = self._service.settings.data / "uploads" / self._account.id
        return [resumed_upload(folder, each, scratch) for each in dict.fromkeys(ids)]

    def _check_count(self, count: int) -> None:
        if count > self._service.settings.max_files:
            raise QuotaExceeded(
                f"一次最多上传 {self._service.settings.max_files} 个文件，请打包为 zip"
            )

    def _too_large(self, name: str | None) -> QuotaExceeded:
        limit = self._service.settings.max_upload_mb
        return QuotaExceeded(f"文件超过 {limit} MB 的上限，请压缩或拆分后提交", name)

    def taken(self, uploads: Sequence[Uploaded], asked: Asked, scratch: Path) -> Answer:
        """The submission of these files: 202 and queued, or 200 where the bytes are known."""
        load_programme(asked.programme)
        service = self._service
        name = asked.name or Path(tidy(uploads[0].name)).stem
        files = received(uploads, service.files, service.limits, scratch)
        with service.database.transaction() as session:
            row, is_new = self._added(session, files, name, asked)
            kept = jobs.of_submission(session, row.id)
            session.refresh(row)
            view = submission_view(row, kept[0] if kept else None, with_files=True)
        if is_new:
            service.events.tell("submission", row.id, processing="queued")
            service.loop.wake()
        body = JSONResponse(view.model_dump(mode="json", by_alias=True)).body
        headers = {"Location": f"/v1/submissions/{row.id}", "ETag": f'"{view.version}"'}
        return Answer(202 if is_new else 200, headers, bytes(body).decode())

    def _added(
        self, session: Session, files: Sequence[NewFile], name: str, asked: Asked
    ) -> tuple[Submission, bool]:
        at = datetime.now(UTC)
        if asked.batch is not None:
            batches.get(session, asked.batch)
        if asked.supersedes is not None:
            submissions.get(session, asked.supersedes, self._account)
        row, is_new = submissions.add(
            session,
            files,
            name=name[:300],
            programme=asked.programme,
            at=at,
            uploaded_by=self._account.id,
            city=self._city(asked.city),
            submitted_on=asked.submitted_on,
            batch_id=asked.batch,
            supersedes_id=asked.supersedes,
            retention=self._service.settings.retention,
        )
        if not is_new:
            if not submissions.visible(row, self._account):
                raise Invalid("相同的材料已由其他账号提交，请联系管理员")
            return row, False
        jobs.enqueue(session, row, at=at)
        audit.record(
            session,
            "submission.upload",
            row.id,
            actor=self._account.id,
            at=at,
            after={"files": len(files), "sha256": [file.sha256 for file in files]},
            program_version=version("heyan"),
        )
        return row, True

    def _city(self, asked: str | None) -> str | None:
        """The account's city where it has one: it may not hand in for another."""
        own = self._account.city
        if own is not None and city_name(asked) not in (None, own):
            raise Invalid(f"您的账号只能提交{own}的材料")
        return own or asked

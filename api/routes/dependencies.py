"""What routes are given: the parts of the running service, who is calling, which version they saw."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Header, Path, Request

from api.auth.dependencies import require
from api.errors import Invalid, PreconditionRequired
from api.running.blobs import Blobs
from api.running.correcting import Correcting
from api.running.crops import CropReading
from api.running.deliveries import Deliveries
from api.running.events import Events
from api.running.loop import RunningLoop
from api.running.measures import Measures
from api.running.pictures import Pictures
from api.running.reports import Reports
from api.running.source import LazySource
from api.running.understanding_process import UnderstandingProcess
from api.settings import Settings
from api.store.database import Database
from api.store.files import Files
from api.store.tables import Account
from extractor.intake.limits import Limits


@dataclass(frozen=True)
class Service:
    """The parts of one running application; ``app.state.service``."""

    settings: Settings
    database: Database
    files: Files
    blobs: Blobs
    source: LazySource
    pictures: Pictures
    understanding: UnderstandingProcess
    reports: Reports
    correcting: Correcting
    crops: CropReading
    events: Events
    measures: Measures
    loop: RunningLoop
    deliveries: Deliveries
    limits: Limits


def service_of(request: Request) -> Service:
    """The application's parts."""
    return cast(Service, request.app.state.service)


Running = Annotated[Service, Depends(service_of)]
Uploader = Annotated[Account, Depends(require("upload"))]
Viewer = Annotated[Account, Depends(require("see"))]
Corrector = Annotated[Account, Depends(require("correct"))]
Decider = Annotated[Account, Depends(require("decide"))]
Exporter = Annotated[Account, Depends(require("export"))]
Auditor = Annotated[Account, Depends(require("audit"))]
Administrator = Annotated[Account, Depends(require("administrate"))]

SubmissionId = Annotated[
    str, Path(pattern="^[0-9a-f]{16}$", description="申报材料的编号", examples=["0123456789abcdef"])
]
FileIndex = Annotated[int, Path(ge=0, le=100_000, description="文件序号，从 0 起", examples=[0])]
PageNumber = Annotated[int, Path(ge=1, le=100_000, description="页码，从 1 起", examples=[1])]

_VERSION = re.compile(r'(?:W/)?"([0-9]{1,9})"')


def version_seen(if_match: Annotated[str | None, Header()] = None) -> int:
    """The number in If-Match; raises PreconditionRequired without, Invalid for anything else."""
    if if_match is None:
        raise PreconditionRequired()
    found = _VERSION.fullmatch(if_match.strip())
    if found is None:
        raise Invalid('If-Match 应为所见版本的 ETag，如 "3"')
    return int(found[1])


SeenVersion = Annotated[int, Depends(version_seen)]


def etag(version: int) -> dict[str, str]:
    """The header that names a version."""
    return {"ETag": f'"{version}"'}

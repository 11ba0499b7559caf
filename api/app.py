"""The application: its parts made, wired and closed; nothing is decided here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI

import samples
from api.jobs.settings import RECORDED, JobSettings
from api.pages.console import add_console
from api.routes import (
    audit_log,
    batches,
    corrections,
    decisions,
    exports,
    fields,
    health,
    jobs,
    notes,
    originals,
    page_changes,
    pages,
    problems,
    resolutions,
    revisions,
    rules,
    submissions,
    webhooks,
)
from api.routes.dependencies import Service
from api.routes.description import TAGS, describe
from api.routes.observing import observe
from api.routes.uploads import uploads_router
from api.running.blobs import Blobs
from api.running.correcting import Correcting
from api.running.crops import CropReading
from api.running.deliveries import Deliveries
from api.running.events import Events
from api.running.housekeeping import Housekeeping
from api.running.loop import RunningLoop, owner_name
from api.running.measures import Measures
from api.running.pictures import Pictures
from api.running.reading import Workshop
from api.running.reports import Reports
from api.running.source import LazySource
from api.running.understanding_process import UnderstandingProcess
from api.settings import Settings
from api.store.database import Database
from api.store.files import Files
from api.store.migrating import upgrade
from extractor.intake.limits import MIB, Limits
from extractor.page_reading import ReaderSettings
from extractor.settings import Settings as ReadingSettings
from extractor.settings import settings_from

_ROUTERS = (
    *(submissions, originals, jobs, pages, page_changes, fields, corrections, resolutions),
    *(notes, decisions, revisions, exports, rules, batches, audit_log, webhooks, health),
)


def create_app(settings: Settings, reading: ReadingSettings | None = None) -> FastAPI:
    """The application with its own database, files and threads, which live as long as it runs.

    ``reading``: where the weights lie; None takes the environment's default.
    """
    how_to_read = reading or settings_from({})

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with running(settings, how_to_read) as service:
            app.state.service = service
            app.state.database = service.database
            yield

    app = FastAPI(
        title="heyan 核验",
        version=version("heyan"),
        openapi_tags=TAGS,
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    problems.install(app)
    observe(app)
    for module in _ROUTERS:
        app.include_router(module.router)
    app.include_router(uploads_router(settings))
    add_console(app)
    describe(app)
    return app


@contextmanager
def running(settings: Settings, reading: ReadingSettings) -> Iterator[Service]:
    """The parts of the service, started; stopped in the reverse order."""
    upgrade(settings.database_url)
    with ExitStack() as stack:
        service = _parts(settings, reading)
        stack.callback(service.database.close)
        housekeeping = Housekeeping(settings, service.database, service.files)
        stack.callback(service.understanding.close)
        stack.callback(service.crops.close)
        stack.callback(service.source.close)
        for start, stop in (
            (service.loop.start, service.loop.stop),
            (service.deliveries.start, service.deliveries.stop),
            (housekeeping.start, housekeeping.stop),
        ):
            start()
            stack.callback(stop)
        # First of all: threads that draw pictures end at once.
        stack.callback(service.pictures.close)
        yield service


def _parts(settings: Settings, reading: ReadingSettings) -> Service:
    database = Database(settings.database_url)
    files = Files(settings.files)
    blobs = Blobs(files)
    events, measures = Events(), Measures()
    limits = Limits(pages=settings.max_pages, file_bytes=settings.max_upload_mb * MIB)
    jobs_as = _job_settings(settings, reading, limits)
    source = LazySource(jobs_as, settings.data, _recordings(settings))
    pictures = Pictures(files, source.picture, limits)
    understanding = UnderstandingProcess()
    reports = Reports()
    shop = Workshop(
        database=database,
        files=files,
        blobs=blobs,
        source=source,
        understanding=understanding,
        limits=limits,
        scratch=settings.data / "scratch",
        owner=owner_name(),
    )
    return Service(
        settings=settings,
        database=database,
        files=files,
        blobs=blobs,
        source=source,
        pictures=pictures,
        understanding=understanding,
        reports=reports,
        correcting=Correcting(database, blobs, reports),
        crops=CropReading(ReaderSettings(_engine(settings), reading.weights, limits)),
        events=events,
        measures=measures,
        loop=RunningLoop(shop, events, pictures, measures, settings.lease_seconds),
        deliveries=Deliveries(database, settings.webhooks_to_private),
        limits=limits,
    )


def _job_settings(settings: Settings, reading: ReadingSettings, limits: Limits) -> JobSettings:
    chosen = reading.model_copy(
        update={
            "engine": settings.engine,
            "workers": settings.workers,
            "max_pages": settings.max_pages,
        }
    )
    made = JobSettings.of(chosen)
    return made.model_copy(
        update={"limits": limits, "scheduler": settings.scheduler or made.scheduler}
    )


def _engine(settings: Settings) -> str:
    """The engine that reads a drawn box; recordings know no boxes."""
    return "auto" if settings.engine == RECORDED else settings.engine


def _recordings(settings: Settings) -> Path:
    return settings.recordings or Path(samples.__file__).parent / "golden"

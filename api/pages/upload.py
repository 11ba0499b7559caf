"""The upload page: files dropped or chosen, sent with progress, large ones in resumable parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.errors import NotFound
from api.pages.rendering import PageContext, page
from api.pages.visiting import PageRoute, Visit, visit_with
from api.store import batches, listing, submissions
from api.store.tables import Submission
from extractor.programmes.programme import load_programme

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class UploadContext(PageContext):
    """What the upload page is given."""

    cities: tuple[str, ...]
    batch_names: Mapping[str, str]
    programme: str
    max_upload_mb: int
    max_files: int
    supersedes: str
    supersedes_name: str
    city: str
    """Chosen already: that of the submission to be replaced."""
    batch: str
    own_city: str


@router.get("/upload")
def upload_page(
    visitor: Annotated[Visit, Depends(visit_with("upload"))], supersedes: str = ""
) -> Response:
    """The form; ``supersedes`` is the submission that a corrected one takes the place of."""
    programme = load_programme()
    with visitor.database.snapshot() as session:
        known = listing.cities(session, visitor.account)
        batch_names = {each.id: each.name for each in batches.newest(session)}
        earlier = _earlier(session, visitor, supersedes)
    every_city = dict.fromkeys((*programme.city_codes, *known))
    context = UploadContext(
        frame=visitor.frame("上传申报材料", "/upload"),
        cities=tuple(every_city),
        batch_names=batch_names,
        programme=programme.name,
        max_upload_mb=visitor.settings.max_upload_mb,
        max_files=visitor.settings.max_files,
        supersedes=earlier.id if earlier else "",
        supersedes_name=(earlier.applicant or earlier.name) if earlier else "",
        city=(earlier.city if earlier else None) or "",
        batch=(earlier.batch_id if earlier else None) or "",
        own_city=visitor.account.city or "",
    )
    return page("upload.html.j2", context)


def _earlier(session: Session, visitor: Visit, submission_id: str) -> Submission | None:
    """The submission to be replaced; None where the visitor can't see one."""
    try:
        return submissions.get(session, submission_id, visitor.account)
    except NotFound:
        return None

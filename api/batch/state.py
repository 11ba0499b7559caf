"""The hidden folder in which a batch keeps what it has done, so that it can be continued."""

from __future__ import annotations

import fcntl
import gzip
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from api.batch.entry import Entry
from api.jobs.results import write_whole, writing
from models.errors import InputError
from models.extraction import Submission

HIDDEN = ".heyan"


class BatchState:
    """The state of the batch whose output folder is ``out``."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.data = out / HIDDEN
        """Also the data folder of the pages that were read."""

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keeps other batches out of the folder for the time of the block.

        Raises:
            OutputNotWritable: the folder can't be written.
            InputError: another batch is writing it.
        """
        with writing(self.out):
            self.data.mkdir(parents=True, exist_ok=True)
            lock = (self.data / "lock").open("w")
        with lock:
            try:
                # The system lets go of it however this process ends.
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise InputError(
                    "另一个 heyan batch 正在写这个文件夹；请等它结束，或换一个 --out", str(self.out)
                ) from None
            shutil.rmtree(self.data / "scratch", ignore_errors=True)
            yield

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for the time of the block, on the same file system as the output."""
        folder = self.data / "scratch" / uuid4().hex
        with writing(self.out):
            folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def names(self) -> dict[str, str]:
        """The names given to submissions in earlier runs, by their own names."""
        try:
            names: dict[str, str] = json.loads((self.data / "names.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return names

    def save_names(self, names: Mapping[str, str]) -> None:
        """Keeps the names; raises OutputNotWritable."""
        text = json.dumps({**self.names(), **names}, ensure_ascii=False, indent=0)
        with writing(self.out):
            write_whole(self.data / "names.json", text.encode())

    def entry(self, name: str) -> Entry | None:
        """What is known of a submission; None where it was not processed."""
        try:
            return Entry.model_validate_json(self._entry(name).read_bytes())
        except (OSError, ValueError):
            return None

    def save(self, name: str, entry: Entry) -> None:
        """Keeps the entry; raises OutputNotWritable."""
        with writing(self.out):
            write_whole(self._entry(name), entry.model_dump_json(by_alias=True).encode())

    def submission(self, name: str) -> Submission | None:
        """What was extracted; None where nothing was, or a damaged file."""
        try:
            return Submission.model_validate_json(
                gzip.decompress(self._extracted(name).read_bytes())
            )
        except (OSError, EOFError, ValueError):
            return None

    def save_submission(self, name: str, submission: Submission) -> None:
        """Keeps what rules need of a submission; raises OutputNotWritable."""
        text = for_rules(submission).model_dump_json().encode()
        with writing(self.out):
            write_whole(self._extracted(name), gzip.compress(text, 6, mtime=0))

    def folder(self, name: str) -> Path:
        """Where the reports of a submission lie."""
        return self.out / name

    def _entry(self, name: str) -> Path:
        return self.data / "entries" / f"{name}.json"

    def _extracted(self, name: str) -> Path:
        return self.data / "extracted" / f"{name}.json.gz"


def for_rules(submission: Submission) -> Submission:
    """The submission without what only extraction looks at: half a megabyte less to read again."""
    return submission.model_copy(
        update={
            "pages": tuple(
                each.model_copy(
                    update={
                        "page": each.page.model_copy(
                            update={
                                "lines": tuple(
                                    line.model_copy(
                                        update={
                                            "centres": (),
                                            "confidences": (),
                                            "second_text": None,
                                        }
                                    )
                                    for line in each.page.lines
                                ),
                                "tables": (),
                                "checkboxes": (),
                                "ink_marks": (),
                            }
                        )
                    }
                )
                for each in submission.pages
            )
        }
    )

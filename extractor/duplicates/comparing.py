"""All that the submissions of one call share although each should have its own."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.duplicates.catalogue import CHECKED
from extractor.duplicates.compared import Compared
from extractor.duplicates.same_models import same_models
from extractor.duplicates.same_numbers import same_numbers
from extractor.duplicates.same_phones import same_phones
from extractor.duplicates.same_pictures import same_pictures
from extractor.duplicates.same_texts import same_texts
from models.duplicate import Duplicate, Fingerprint


def duplicates_among(fingerprints: Mapping[str, Fingerprint]) -> tuple[Duplicate, ...]:
    """One finding for each shared fact, the gravest first.

    Args:
        fingerprints: by the name under which findings shall speak of the submission.
    """
    compared = Compared.of(fingerprints)
    found = (
        *same_models(compared),
        *same_texts(compared),
        *same_pictures(compared),
        *same_numbers(compared),
        *same_phones(compared),
    )
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.severity,
                CHECKED.index(each.rule),
                each.submissions,
                each.message,
            ),
        )
    )

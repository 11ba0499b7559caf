"""Signatures and the names that other papers print."""

import pytest

from extractor.reconcile.certainty import HANDWRITTEN
from extractor.reconcile.signatures import with_signatures_confirmed
from models.extraction import Extraction, Field, Text


def _paper(kind, name, status="sure"):
    doubts = (HANDWRITTEN,) if status == "doubtful" else ()
    field = Field(
        key=f"{kind}.legal_representative",
        label="法定代表人",
        kind="text",
        value=Text(value=name),
        status=status,
        doubts=doubts,
    )
    return Extraction(document=f"{kind}-1", kind=kind, fields=(field,))


def _status(*papers):
    (commitment, *_) = with_signatures_confirmed(papers)
    return commitment.field("legal_representative").status


@pytest.mark.parametrize("kind", ["business_licence", "credit_report"])
def test_a_name_that_another_paper_prints_is_sure(kind):
    assert _status(_paper("commitment", "赵佳怡", "doubtful"), _paper(kind, "赵佳怡")) == "sure"


@pytest.mark.parametrize("signed", ["赵怡", "钱佳怡"])
def test_a_name_that_no_paper_prints_stays_in_doubt(signed):
    papers = (_paper("commitment", signed, "doubtful"), _paper("business_licence", "赵佳怡"))
    assert _status(*papers) == "doubtful"


def test_a_doubtful_name_confirms_nothing():
    papers = (
        _paper("commitment", "赵佳怡", "doubtful"),
        _paper("business_licence", "赵佳怡", "doubtful"),
    )
    assert _status(*papers) == "doubtful"

import pytest

from api.running.recommended import recommended_city
from models.extraction import FieldStatus
from models.report import Produced, Report, ReportDocument, ReportField, ReportSubmission


def report_of(value: str | None, status: FieldStatus = "sure") -> Report:
    field = ReportField(
        key="application_form.recommending_unit",
        label="推荐单位",
        kind="text",
        value=value,
        text=value or "",
        confidence=1,
        status=status,
        evidence=[],
    )
    form = ReportDocument(
        id="application_form-1", kind="application_form", title="申报表", pages=[], fields=[field]
    )
    return Report(
        schema="heyan.report/1",
        programme="hubei-2025",
        submission=ReportSubmission(name="a", submitted_on="2026-04-01", files=[]),
        pages=[],
        documents=[form],
        findings=[],
        not_checked=[],
        verdict="consistent",
        produced=Produced(
            version="0", engine="recorded", weights={}, seconds=1, pages_per_minute=1
        ),
    )


@pytest.mark.parametrize(
    ("unit", "city"),
    [
        ("宜昌市经济和信息化局", "宜昌"),
        ("湖北省武汉市经信局", "武汉"),
        ("湖北省经济和信息化厅", None),
        ("武汉市、宜昌市", None),
        (None, None),
    ],
)
def test_the_city_is_the_one_that_the_recommending_unit_names(
    unit: str | None, city: str | None
) -> None:
    assert recommended_city(report_of(unit)) == city


def test_a_doubtful_reading_sends_nothing_to_a_city() -> None:
    assert recommended_city(report_of("宜昌市经济和信息化局", "doubtful")) is None

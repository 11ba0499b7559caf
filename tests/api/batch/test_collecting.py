import pytest

from api.batch.collecting import collected_of
from api.batch.spreadsheet import as_text
from extractor.pipeline import extract, verify
from extractor.programmes.programme import load_programme
from extractor.recording import load_reading
from models.report import Produced, Report
from tests.api.batch.conftest import GOLDEN


@pytest.fixture(scope="module")
def report() -> Report:
    programme = load_programme("hubei-2025")
    reading = load_reading(GOLDEN / "conflicts.readings.json.gz")
    produced = Produced(version="", engine="", weights={}, seconds=0, pages_per_minute=0)
    return verify(extract(reading, programme, None), programme, produced)


def test_a_line_of_annex_two_is_what_the_form_declares(report: Report) -> None:
    line = collected_of(report)
    assert line.unit == "武汉锐维信息技术股份有限公司"
    assert line.category == "多模态大模型"
    assert line.city == "武汉市"
    assert 0 < len(line.description) <= 123
    assert line.contact and line.phone


def test_without_a_form_there_is_nothing_to_fill_in(report: Report) -> None:
    without = [each for each in report.documents if each.kind != "application_form"]
    assert collected_of(report.model_copy(update={"documents": without})).unit == ""


def test_a_value_that_is_not_sure_is_marked(report: Report) -> None:
    doubtful = [
        each.model_copy(
            update={
                "fields": [field.model_copy(update={"status": "doubtful"}) for field in each.fields]
            }
        )
        for each in report.documents
    ]
    assert collected_of(report.model_copy(update={"documents": doubtful})).unit.endswith("〔核〕")


@pytest.mark.parametrize("hostile", ["=1+1", "+8613800000000", "@x", "-2+3", "\tx"])
def test_no_cell_is_a_formula(hostile: str) -> None:
    assert as_text(hostile).startswith("'")

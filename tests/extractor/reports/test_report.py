import json
from pathlib import Path

import jsonschema

from models.report import Report

SCHEMA = Path(__file__).parents[3] / "models" / "report.schema.json"


def test_report_json_validates_against_the_committed_schema(report: Report) -> None:
    written = json.loads(report.model_dump_json(by_alias=True))
    jsonschema.validate(written, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert written["schema"] == "heyan.report/1"


def test_a_failed_finding_makes_the_verdict_inconsistent(report: Report) -> None:
    assert report.verdict == "inconsistent"
    assert report.not_checked == ["FIN-08"]

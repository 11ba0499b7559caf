from api.pages.review.comparison import changed_fields, changed_findings
from models.report import Report
from tests.api.pages.review.test_findings import finding, report, with_file


def test_only_what_differs_is_listed() -> None:
    before = with_file(report(finding(), finding("FIN-02", "failed", "相差")))
    after = with_file(report(finding(), finding("FIN-02", "passed", "一致")))
    (change,) = changed_findings(before, after)
    assert (change.rule, change.before, change.after) == ("FIN-02", "failed", "passed")
    assert changed_fields(before, after) == ()


def test_other_outcomes_stand_before_other_words() -> None:
    before = with_file(report(finding(message="甲"), finding("FIN-02", "failed", "相差")))
    after = with_file(report(finding(message="乙"), finding("FIN-02", "passed", "一致")))
    changes = changed_findings(before, after)
    assert [(each.rule, each.decided_anew) for each in changes] == [
        ("FIN-02", True),
        ("FIN-01", False),
    ]


def test_a_rule_that_one_side_lacks_is_shown() -> None:
    before, after = with_file(report()), with_file(report(finding()))
    (change,) = changed_findings(before, after)
    assert change.before is None
    assert change.after == "failed"


def test_a_field_of_a_document_that_is_gone_is_shown() -> None:
    document = {
        "id": "contract-2",
        "kind": "contract",
        "title": "合同",
        "pages": [],
        "fields": [
            {
                "key": "contract.number",
                "label": "合同编号",
                "kind": "identifier",
                "value": "HT-1",
                "text": "HT-1",
                "confidence": 1,
                "status": "sure",
                "evidence": [],
            }
        ],
    }
    after = with_file(report())
    before = Report.model_validate({**after.model_dump(by_alias=True), "documents": [document]})
    (change,) = changed_fields(before, after)
    assert (change.document, change.before, change.after) == ("合同（2）", "HT-1", "（无此字段）")
    assert change.field_id == ""

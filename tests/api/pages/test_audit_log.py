from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.pages.audit_log import action_words, address_of, told


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("submission.upload", "申报材料 上传"),
        ("submission.read", "申报材料 识别完成"),
        ("submission.download", "申报材料 下载导出"),
        ("finding.accepted", "问题 认可"),
        ("page.turn", "页面 转动"),
        ("account.password", "账户 重设密码"),
        ("something.new", "something new"),
    ],
)
def test_what_was_done_is_told_in_words(action: str, words: str) -> None:
    assert action_words(action) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ({"review": "in_review"}, "复核状态 复核中"),
        ({"revision": 1, "verdict": "needs_review"}, "版本 1；结论 需人工复核"),
        ({"kind": "a107012", "position": None}, "类别 研发费用加计扣除优惠明细表（A107012）"),
        ({"events": ["submission.failed"]}, "事件 识别失败"),
        ("32061931.40", "32061931.40"),
        ([{"name": "人员", "amount": "1.00"}], '[{"name": "人员", "amount": "1.00"}]'),
        ({"something": "new"}, "something new"),
    ],
)
def test_values_are_told_in_words(value: object, words: str) -> None:
    assert told(value) == words


@pytest.mark.parametrize(
    ("action", "subject", "address"),
    [
        ("submission.upload", "ab12", "/submissions/ab12"),
        ("page.turn", "ab12/0/3", "/submissions/ab12"),
        ("finding.returned", "ab12/FIN-01", "/submissions/ab12?rule=FIN-01"),
        (
            "field.correct",
            "ab12/a107012-1/a107012.row_1",
            "/submissions/ab12?field=a107012-1/a107012.row_1",
        ),
        ("account.create", "ab12", ""),
    ],
)
def test_an_entry_leads_to_what_it_is_about(action: str, subject: str, address: str) -> None:
    assert address_of(action, subject) == address


def test_every_address_of_the_log_opens(admin: TestClient, submission: str) -> None:
    page = admin.get("/audit").text
    addresses = set(re.findall(r'href="(/submissions/[^"]+)"', page))
    assert f"/submissions/{submission}" in addresses
    assert "申报材料 上传" in page
    for address in addresses:
        assert admin.get(address).status_code == 200

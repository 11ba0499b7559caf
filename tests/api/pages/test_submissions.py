from fastapi.testclient import TestClient

from api.pages.submissions import Asked
from tests.api.pages.conftest import Console, upload


def test_an_empty_installation_offers_the_sample(console: Console) -> None:
    page = console.signed_in("early", "uploader").get("/").text
    assert "还没有申报材料" in page
    assert 'id="sample"' in page
    assert "submission.pdf" in page


def test_the_list_shows_verdict_counts_and_state(reviewer: TestClient, submission: str) -> None:
    page = reviewer.get("/").text
    assert f"/submissions/{submission}" in page
    for words in ("武汉锐维信息技术股份有限公司", "存在不一致", "待审", "已完成"):
        assert words in page


def test_a_search_narrows_the_list(reviewer: TestClient, submission: str) -> None:
    assert submission in reviewer.get("/?q=锐维").text
    missed = reviewer.get("/?q=没有这样的单位").text
    assert submission not in missed
    assert "没有符合条件的申报" in missed


def test_a_word_that_is_no_state_filters_nothing(reviewer: TestClient, submission: str) -> None:
    assert submission in reviewer.get("/?review=nonsense&sort=nonsense&utm=1").text


def test_someone_of_another_city_does_not_see_it(console: Console, reviewer: TestClient) -> None:
    found = upload(reviewer, "武汉")
    stranger = console.signed_in("jingzhou", "reviewer", "荆州")
    assert found not in stranger.get("/").text
    answer = stranger.get(f"/submissions/{found}")
    assert answer.status_code == 404
    assert "找不到该申报材料" in answer.text


def test_a_column_sorts_the_other_way_on_the_second_click() -> None:
    asked = Asked(q="锐维")
    once = asked.sorted_by("open")
    assert "sort=open" in once
    assert "q=" in once
    assert "order=asc" in Asked(sort="open").sorted_by("open")
    assert Asked().address() == "/"

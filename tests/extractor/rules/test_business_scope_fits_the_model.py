from extractor.rules.business_scope_fits_the_model import check
from models.extraction import Text


def test_software_making_and_technical_services_fit() -> None:
    for scope in ("人工智能应用软件开发；软件销售", "汽车零部件及配件制造", "技术服务、技术咨询"):
        assert check(Text(value=scope)) is None


def test_a_scope_without_any_of_it_is_a_question() -> None:
    said = check(Text(value="餐饮管理；酒类经营；日用百货销售"))
    assert said is not None
    assert said.severity == "C"

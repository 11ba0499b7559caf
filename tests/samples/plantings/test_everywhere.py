from samples.applicant import draw
from samples.plantings.everywhere import everywhere


def test_a_text_is_replaced_on_every_paper_and_seal() -> None:
    case = draw(3, "a")
    name = case.licence.name
    changed = everywhere(case, name, "鄂州某某公司")
    assert changed.tax.taxpayer_name == changed.application.unit_name == "鄂州某某公司"
    assert changed.seals["applicant"].text == "鄂州某某公司"
    assert name not in repr(changed)

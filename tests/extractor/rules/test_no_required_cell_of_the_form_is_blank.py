from extractor.rules.no_required_cell_of_the_form_is_blank import check


def test_a_blank_required_cell_is_named() -> None:
    said = check(("parameter_count", "unit_name"))
    assert said is not None
    assert (said.severity, said.message) == ("C", "申报表必填项为空：单位名称、参数量")


def test_cells_that_may_stay_blank_pass() -> None:
    assert check(("consortium_members", "contact_name")) is None
    assert check(()) is None

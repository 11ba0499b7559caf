from extractor.rules.catalogue import catalogue_codes, not_checked, rules


def test_rules_come_in_the_catalogues_order() -> None:
    order = list(catalogue_codes())
    places = [order.index(rule.code) for rule in rules()]
    assert places == sorted(places)


def test_what_no_module_checks_is_listed() -> None:
    checked = {rule.code for rule in rules()}
    assert set(not_checked()) == set(catalogue_codes()) - checked
    assert "DUP-01" in not_checked()


def test_modules_and_catalogue_speak_of_the_same_rules() -> None:
    codes = catalogue_codes()
    for rule in rules():
        assert (rule.severity, rule.title) == codes[rule.code], rule.code

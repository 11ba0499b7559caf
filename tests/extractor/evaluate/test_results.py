from extractor.evaluate.results import RuleResult


def said(outcome, expected=(), forbidden=False, free=False):
    return RuleResult(
        rule="FIN-01",
        outcome=outcome,
        severity="B",
        expected=expected,
        forbidden=forbidden,
        free=free,
        message="",
    )


def test_what_was_planted_is_found_by_one_of_its_outcomes_only():
    assert said("failed", expected=("failed", "doubtful")).found
    assert not said("passed", expected=("failed", "doubtful")).found
    assert not said(None, expected=("failed",)).found


def test_a_failed_rule_nothing_was_planted_for_is_a_false_alarm():
    assert said("failed").false_alarm
    assert not said("failed", expected=("failed",)).false_alarm
    assert not said("failed", free=True).false_alarm
    assert not said("doubtful").false_alarm


def test_a_rule_that_must_be_quiet_may_doubt_but_not_fail_or_miss():
    assert said("failed", forbidden=True).violated
    assert said("missing", forbidden=True).violated
    assert not said("doubtful", forbidden=True).violated
    assert not said("missing").violated

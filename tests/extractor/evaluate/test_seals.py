from extractor.evaluate.seals import compare_seals
from extractor.evaluate.truth import TruePage, TrueSeal
from models.report import ReportPage, ReportSeal

LEFT, RIGHT = (0.1, 0.1, 0.3, 0.25), (0.6, 0.1, 0.8, 0.25)


def page(*seals):
    return ReportPage(
        file=0,
        number=1,
        kind="commitment",
        confidence=1.0,
        turned=0,
        size=(1000, 1400),
        seals=list(seals),
        codes=[],
    )


def seal(text, box, certain=False):
    return ReportSeal(text=text, box=box, confidence=0.9, certain=certain)


def true_page(*seals):
    return TruePage(
        file=0,
        number=1,
        sheet="commitment",
        kind="commitment",
        turned=0,
        seals=tuple(
            TrueSeal(role="applicant", text=text, shape="round", box=box) for text, box in seals
        ),
    )


def outcomes(read, truth):
    results, _ = compare_seals({(0, 1): read}, [truth])
    return [result.outcome for result in results]


def test_ring_text_is_exact_or_wrong_and_certain_or_not():
    truth = true_page(("甲公司", LEFT), ("乙公司", RIGHT))

    assert outcomes(page(seal("乙公司", RIGHT), seal("甲公司", LEFT)), truth) == ["exact"] * 2
    assert outcomes(page(seal("申公司", LEFT, True), seal("", RIGHT)), truth) == [
        "certain_wrong",
        "unread",
    ]
    assert outcomes(page(seal("申公司", LEFT)), truth) == ["uncertain_wrong", "not_found"]


def test_a_seal_where_none_is_counts_as_too_many():
    _, extra = compare_seals({(0, 1): page(seal("甲公司", RIGHT, True))}, [true_page()])

    assert [(each.text, each.certain) for each in extra] == [("甲公司", True)]


def test_one_seal_is_not_found_twice():
    between = (0.15, 0.12, 0.35, 0.27)

    assert outcomes(
        page(seal("甲公司", between)), true_page(("甲公司", LEFT), ("甲公司", between))
    ) == ["not_found", "exact"]

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "我们审计了财务报表，包括2025年12月31日、2024年12月31日的资产负债表，",
        "我们审计了某某公司2023年度、2024年度及2025年度的财务报表。",
        "我们审计了财务报表，包括2025年12月31日的资产负债表，2025年度的利润表。",
    ],
)
def test_of_several_audited_years_the_last_is_the_reports(line, page, read, sentence):
    lines = [
        line(sentence, 0.05, 0.2),
        line("2025年度、2024年度的利润表以及财务报表附注。", 0.05, 0.224),
    ]
    assert read("audit_report", page(lines)).field("fiscal_year").value.value == 2025


@pytest.mark.parametrize(
    "sentence",
    [
        "我们审计了后附的江津智控科技有限公司（以下简称江津公司）财务报表。",
        "我们接受委托，审计了江津智控科技有限公司合并及母公司财务报表。",
        "我们审计了江津智控科技有限公司编制的财务报表。",
    ],
)
def test_the_unit_is_named_without_the_words_around_it(line, page, read, sentence):
    stated = read("audit_report", page([line(sentence, 0.05, 0.2)]))
    assert stated.field("entity_name").value.value == "江津智控科技有限公司"


@pytest.mark.parametrize(
    ("title", "sentence", "opinion"),
    [
        ("（一）审计意见", "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制。", "unqualified"),
        ("一、无保留意见", "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制。", "unqualified"),
        ("1.保留意见", "除“形成保留意见的基础”部分所述事项产生的影响外，公允反映", "qualified"),
        ("一、无法表示审计意见", "我们不对后附的财务报表发表审计意见。", "disclaimer"),
    ],
)  # fmt: skip
def test_an_opinion_is_titled_in_several_ways(line, page, read, title, sentence, opinion):
    stated = read("audit_report", page([line(title, 0.1, 0.2), line(sentence, 0.1, 0.23)]))
    assert (stated.field("opinion").value.value, stated.field("opinion").status) == (
        opinion,
        "sure",
    )

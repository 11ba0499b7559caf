"""A bundle of twelve pages: cover, contents, then pages numbered from 1 at the foot."""

from collections.abc import Mapping, Sequence

from extractor.rules.contents_name_the_printed_pages import check
from extractor.rules.contents_page import contents_of
from models.document import BoundingBox, DocumentKind, Page, TextLine
from models.extraction import DocumentSummary, PageKind
from models.finding import Disagreement

BOUND: Sequence[DocumentKind] = (
    "application_form",
    "business_licence",
    "tax_certificate",
    "audit_report",
    "audit_report",
    "application_form",
    "special_audit_report",
    "a100000",
    "a107012",
    "rd_report",
    "rd_report",
    "credit_report",
    "commitment",
)
TITLES = {
    1: "单位基本情况表",
    6: "工业模型基本情况表",
}
ENTRIES = {
    "（一）单位基本情况表": "1",
    "（二）申报单位相关证明材料": "2",
    "1.营业执照": "2",
    "2.上年度企业纳税证明": "3",
    "3.上年度审计报告": "4",
    "（三）工业模型基本情况表": "6",
    "（四）工业模型相关证明材料": "7",
    "1.2025年度专项审计报告": "7",
    "2.企业所得税年度纳税申报表（A100000）及A107012": "8",
    "（五）工业模型研发情况报告": "10",
    "（六）信用中国查询情况报告": "12",
    "（七）承诺书": "13",
}
LATER = {
    "（五）工业模型研发情况报告": "11",
    "（六）信用中国查询情况报告": "13",
    "（七）承诺书": "14",
}


def line(text: str, left: float, top: float, sure: float = 0.999) -> TextLine:
    box = BoundingBox(
        left=left, top=top, right=min(1.0, left + 0.02 * len(text)), bottom=top + 0.02
    )
    return TextLine(text=text, box=box, confidence=sure)


def page(number: int, *lines: TextLine, file: int = 0) -> Page:
    return Page(file=file, number=number, width=1000, height=1400, lines=lines)


def contents(entries: Mapping[str, str], sure: float = 0.999, dots: str = "") -> Page:
    rows = [line("目录", 0.45, 0.05)]
    for place, (title, number) in enumerate(entries.items()):
        top = 0.1 + 0.04 * place
        if dots:
            rows.append(line(f"{title}{dots}{number}", 0.1, top, sure))
        else:
            rows += [line(title, 0.1, top), line(number, 0.9, top, sure)]
    return page(2, *rows)


def bundle(listed: Page | None, *, feet: bool = True) -> Sequence[PageKind]:
    pages = [
        PageKind(page=page(1, line("项目申报书", 0.3, 0.2)), kind="application_form", confidence=1)
    ]
    if listed is not None:
        pages.append(PageKind(page=listed, kind="other", confidence=0.9))
    for printed, kind in enumerate(BOUND, start=1):
        words = [line(f"文字{row}", 0.1, 0.1 + 0.05 * row) for row in range(10)]
        words.append(line(TITLES.get(printed, "标题"), 0.3, 0.05))
        if feet:
            words.append(line(f"- {printed} -", 0.48, 0.95))
        pages.append(PageKind(page=page(printed + 2, *words), kind=kind, confidence=0.9))
    return pages


def documents() -> tuple[DocumentSummary, ...]:
    places: dict[DocumentKind, list[tuple[int, int]]] = {"application_form": [(0, 1)]}
    for printed, kind in enumerate(BOUND, start=1):
        places.setdefault(kind, []).append((0, printed + 2))
    return tuple(
        DocumentSummary(id=f"{kind}-1", kind=kind, title=kind, pages=tuple(found))
        for kind, found in places.items()
    )


def said(listed: Page | None, *, feet: bool = True) -> Disagreement:
    return check(tuple(bundle(listed, feet=feet)), documents())


def test_contents_that_give_the_printed_pages_pass() -> None:
    for dots in ("", "……", "............", "·····"):
        finding = said(contents(ENTRIES, dots=dots))
        assert finding.outcome == "passed", dots
        assert "10 项" in finding.message


def test_the_contents_page_is_shown_whatever_is_said_of_it() -> None:
    for entries in (ENTRIES, ENTRIES | LATER, ENTRIES | {"1.营业执照": "3"}):
        assert said(contents(entries)).pages == ((0, 2),)
    assert said(contents(ENTRIES | LATER, sure=0.9)).pages == ((0, 2),)
    assert said(contents(ENTRIES), feet=False).pages == ((0, 2),)
    assert said(None).pages == ()


def test_contents_that_are_behind_the_pages_from_some_part_on_fail() -> None:
    finding = said(contents(ENTRIES | LATER))
    assert (finding.severity, finding.outcome) == ("B", None)
    assert "研发情况报告列为 11、实为 10" in finding.message
    assert "承诺书列为 14、实为 13" in finding.message


def test_one_wrong_page_is_put_to_the_reviewer() -> None:
    finding = said(contents(ENTRIES | {"1.营业执照": "3"}))
    assert (finding.severity, finding.outcome) == ("C", None)


def test_pages_that_are_all_off_by_as_much_are_another_way_of_counting() -> None:
    finding = said(contents({title: str(int(number) + 2) for title, number in ENTRIES.items()}))
    assert finding.severity == "C"


def test_a_figure_that_was_not_surely_read_fails_nothing() -> None:
    finding = said(contents(ENTRIES | LATER, sure=0.9))
    assert finding.outcome == "unreadable"
    assert "未能辨认" in finding.message


def test_a_title_of_two_lines_has_the_number_of_its_second() -> None:
    rows = [
        line("目录", 0.45, 0.05),
        line("1.营业执照……2", 0.1, 0.10),
        line("2.上年度企业纳税证明……3", 0.1, 0.13),
        line("2.企业所得税年度纳税申报表（A100000）及研发费用加计扣除", 0.1, 0.16),
        line("优惠明细表（A107012）……8", 0.1, 0.19),
        line("（七）承诺书……13", 0.1, 0.22),
    ]
    finding = said(page(2, *rows))
    assert finding.outcome == "passed"
    assert "4 项" in finding.message


def test_a_leaf_in_front_of_a_paper_may_be_what_the_contents_mean() -> None:
    leaves = [
        each.model_copy(update={"page": page(each.page.number, line("信用报告", 0.4, 0.4), foot)})
        if (foot := each.page.lines[-1]).text == "- 11 -"
        else each
        for each in bundle(contents(ENTRIES | {"（六）信用中国查询情况报告": "11"}))
    ]
    finding = check(tuple(leaves), documents())
    assert finding.outcome == "passed"
    assert "另 1 项未能核对" in finding.message


def test_a_heading_of_two_letters_far_apart_is_one() -> None:
    spread = contents(ENTRIES)
    letters = (line("目", 0.4, 0.05), line("录", 0.6, 0.05))
    finding = said(page(2, *letters, *spread.lines[1:]))
    assert finding.outcome == "passed"


def test_a_bundle_without_contents_lacks_them() -> None:
    assert said(None).outcome == "missing"


def test_the_contents_of_a_report_are_not_the_bundles() -> None:
    own = page(
        2, line("目录", 0.4, 0.1), line("审计报告……1", 0.1, 0.2), line("利润表……5", 0.1, 0.3)
    )
    of_report = bundle(own)
    pages = [of_report[0], of_report[1].model_copy(update={"kind": "audit_report"}), *of_report[2:]]
    assert check(tuple(pages), documents()).outcome == "missing"


def test_contents_in_other_words_are_not_said_to_be_missing() -> None:
    other = page(
        2, line("目录", 0.4, 0.1), line("1.企业概况……1", 0.1, 0.2), line("2.附件……5", 0.1, 0.3)
    )
    finding = said(other)
    assert finding.outcome == "unreadable"
    assert "第 2 页" in finding.message


def test_the_list_in_the_template_is_no_contents_page() -> None:
    rows = [line("申请材料按照以下顺序排列，添加页码、编制目录。", 0.1, 0.05)]
    rows += [line(title, 0.1, 0.1 + 0.04 * place) for place, title in enumerate(ENTRIES)]
    assert said(page(2, *rows)).outcome == "unreadable"


def test_pages_without_numbers_give_nothing_to_compare() -> None:
    assert said(contents(ENTRIES), feet=False).outcome == "not_applicable"


def test_loose_papers_need_no_contents() -> None:
    loose = tuple(
        each.model_copy(update={"page": each.page.model_copy(update={"file": place})})
        for place, each in enumerate(bundle(None))
    )
    apart = tuple(
        each.model_copy(update={"pages": ((place, 1),)}) for place, each in enumerate(documents())
    )
    assert check(loose, apart).outcome == "not_applicable"


def test_the_number_over_an_entry_is_the_one_of_the_entry_before() -> None:
    rows = [
        line("目录", 0.45, 0.05),
        line("3.上年度审计报告", 0.1, 0.1),
        line("4", 0.85, 0.1),
        line("2.企业所得税年度纳税申报表及明细表", 0.1, 0.14),
        line("（A107012）…………12", 0.1, 0.165),
        line("（五）工业模型研发情况报告", 0.1, 0.19),
    ]
    page = contents(ENTRIES).model_copy(update={"lines": tuple(rows)})
    read = contents_of([PageKind(page=page, kind="other", confidence=1.0)])
    assert read is not None
    numbers = {entry.part: entry.number for entry in read.entries}
    assert numbers["rd_report"] is None

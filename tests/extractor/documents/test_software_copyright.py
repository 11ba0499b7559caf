from datetime import date

from models.extraction import Day


def test_the_certificates_day_at_the_foot_counts_not_the_softwares(line, page, read):
    lines = [
        line("开发完成日期：", 0.17, 0.34),
        line("2024年03月13日", 0.36, 0.34),
        line("首次发表日期：2024年05月01日", 0.17, 0.37),
        line("2025年11月17日", 0.67, 0.65),
    ]
    stated = read("software_copyright", page(lines))
    assert stated.field("date").value == Day(value=date(2025, 11, 17))


def test_a_certificate_without_its_day_has_none(line, page, read):
    stated = read("software_copyright", page([line("开发完成日期：2024年03月13日", 0.17, 0.34)]))
    assert stated.field("date").status == "missing"

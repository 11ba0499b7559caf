"""The papers that back the form: tax proof, special audit, certificates, and how all are bound."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal
from random import Random

from samples import identifiers, money, names
from samples.books import ZERO, Year, split
from samples.case import Case, Sheet
from samples.certificates import Certificate
from samples.model import Model
from samples.papers import Item, SpecialAudit, TaxCertificate, TaxRow, Unit

_COST_NAMES = (
    "人员人工费用",
    "直接投入费用",
    "折旧费用与长期待摊费用",
    "无形资产摊销费用",
    "设计费用",
    "装备调试费用与试验费用",
    "委托外部研究开发费用",
    "其他费用",
)
_FORM_NAMES = {
    "人员人工费用": "员工工资",
    "折旧费用与长期待摊费用": "购买设备",
    "委托外部研究开发费用": "购买服务",
}


def tax_certificate(
    random: Random, name: str, taxpayer_id: str, district: names.District, year: Year
) -> TaxCertificate:
    """税收完税证明 of 2025: VAT with its surcharges and income tax by quarter, paid the month after."""
    revenue = year.income["revenue"]
    rows: list[TaxRow] = []
    for month in sorted(random.sample(range(1, 13), random.randint(2, 4))):
        vat = money.fen(revenue * Decimal(str(random.uniform(0.002, 0.006))))
        rows.append(_tax_row(random, "增值税", "信息技术服务", month, month, vat))
        city = money.fen(vat * Decimal("0.07"))
        rows.append(_tax_row(random, "城市维护建设税", "市区", month, month, city))
        if random.random() < 0.6:
            fee = money.fen(vat * Decimal("0.03"))
            rows.append(_tax_row(random, "教育费附加", "增值税教育费附加", month, month, fee))
    parts = split(random, year.prepaid, 3) if year.prepaid > 0 else []
    for quarter, part in enumerate(parts, start=1):
        if part > 0:
            last = quarter * 3
            rows.append(_tax_row(random, "企业所得税", "应纳税所得额", last - 2, last, part))
    stamp = money.fen(revenue * Decimal("0.0003"))
    rows.append(_tax_row(random, "印花税", "买卖合同", 10, 12, stamp))
    rows.sort(key=lambda row: row.paid_on)
    total = sum((row.amount for row in rows), ZERO)
    issued = identifiers.day_between(random, date(2026, 1, 20), date(2026, 3, 24))
    office = district.tax_office + random.choice(("", "", "第一税务分局（办税服务厅）"))
    return TaxCertificate(
        form=random.choices(("table", "letter"), (75, 25))[0],
        certificate_no=identifiers.voucher(random, 2026),
        taxpayer_name=name,
        taxpayer_id=taxpayer_id,
        items=tuple(rows),
        total=total,
        total_in_words=money.in_words(total, random.choice(("圆", "元"))),
        authority=office,
        issued_on=issued,
    )


def _tax_row(
    random: Random, tax: str, subject: str, first: int, last: int, amount: Decimal
) -> TaxRow:
    """A payment for the months first…last of 2025, made in the first half of the next month."""
    due = (2025, last + 1) if last < 12 else (2026, 1)
    return TaxRow(
        voucher=identifiers.voucher(random, due[0]),
        tax=tax,
        subject=subject,
        period_start=date(2025, first, 1),
        period_end=date(2025, last, calendar.monthrange(2025, last)[1]),
        paid_on=date(*due, random.randint(8, 15)),
        amount=amount,
    )


def special_audit(
    random: Random, entity: str, model: str, firm: str, short: str, year: Year
) -> SpecialAudit:
    """专项审计报告: the model takes part of what the company may deduct, so it never exceeds it."""
    unit: Unit = random.choices(("元", "万元"), (75, 25))[0]
    share = Decimal(str(random.uniform(0.15, 0.7)))
    grain = Decimal("0.01") if unit == "元" else Decimal(100)
    whole = (year.research["40"] * share / grain).to_integral_value() * grain
    weights = (
        *(random.uniform(0.4, 0.6), random.uniform(0.06, 0.16), random.uniform(0.05, 0.14)),
        *(random.uniform(0.0, 0.03), random.uniform(0.0, 0.02), random.uniform(0.0, 0.04)),
        *(random.uniform(0.08, 0.2), random.uniform(0.01, 0.05)),
    )
    amounts = [
        (whole * Decimal(str(weight / sum(weights))) / grain).to_integral_value() * grain
        for weight in weights
    ]
    amounts[0] += whole - sum(amounts, ZERO)
    total = money.fen(whole)
    signed = identifiers.day_between(random, date(2026, 2, 6), date(2026, 3, 22))
    return SpecialAudit(
        report_no=identifiers.audit_number(random, short, "专审", 2026),
        firm=firm,
        verification_code=identifiers.audit_code(random, 2026) if random.random() < 0.7 else "",
        entity_name=entity,
        model_name=model,
        period_start=date(2025, 1, 1),
        period_end=random.choice((date(2025, 12, 31), date(2025, 12, 31), date(2025, 12, 30))),
        unit=unit,
        items=tuple(
            Item(name, money.fen(amount)) for name, amount in zip(_COST_NAMES, amounts, strict=True)
        ),
        total=total,
        total_in_words=money.in_words(total, random.choice(("圆", "元"))),
        accountants=(names.person(random), names.person(random)),
        signed_on=signed,
    )


def form_items(special: SpecialAudit, decimals: int) -> tuple[Item, ...]:
    """研发成本组成 as the form words it; the last item takes up the rounding, so the sum agrees."""
    named = [
        Item(_FORM_NAMES[item.name], money.rounded(item.amount, "万元", decimals))
        for item in special.items
        if item.name in _FORM_NAMES
    ]
    total = money.rounded(special.total, "万元", decimals)
    rest = total - sum((item.amount for item in named), ZERO)
    return (*named, Item("材料及其他", rest))


def certificates(random: Random, owner: str, model: Model, brand: str) -> tuple[Certificate, ...]:
    """Items of (四)3, grouped by kind: mostly two to four, now and then a thick stack."""
    makers = (
        lambda: _filing(random, owner, model, brand),
        lambda: _test_report(random, owner, model),
        lambda: _patent(random, owner, model),
        lambda: _copyright(random, owner, model, brand),
        lambda: _contract(random, owner, model),
    )
    chosen = sorted(random.sample(range(len(makers)), random.randint(2, 4)))
    several = random.random() < 0.2
    return tuple(
        makers[place]()
        for place in chosen
        for _ in range(random.randint(1, 4) if several and place >= 2 else 1)
    )


def _filing(random: Random, owner: str, model: Model, brand: str) -> Certificate:
    day = identifiers.day_between(random, date(2025, 2, 1), date(2025, 12, 20))
    return Certificate(
        "filing",
        "互联网信息服务算法备案信息公示",
        identifiers.algorithm_filing(random, day.year),
        f"{model.scene}生成合成算法",
        owner,
        day,
        "国家互联网信息办公室",
        "",
        None,
        (
            ("角色", "服务提供者"),
            ("应用产品", model.name),
            ("主要用途", f"应用于{model.scene}场景"),
        ),
    )


def _patent(random: Random, owner: str, model: Model) -> Certificate:
    filed = identifiers.day_between(random, date(2022, 3, 1), date(2024, 6, 1))
    granted = identifiers.day_between(random, date(2024, 9, 1), date(2025, 12, 20))
    return Certificate(
        "patent",
        "发明专利证书",
        identifiers.patent(random, filed.year),
        f"一种用于{model.scene}的方法及系统",
        owner,
        granted,
        "国家知识产权局",
        "",
        None,
        (
            ("发明人", "；".join(names.person(random) for _ in range(3))),
            ("专利申请日", f"{filed:%Y年%m月%d日}"),
            ("授权公告号", f"CN{identifiers.digits(random, 9)}B"),
        ),
    )


def _copyright(random: Random, owner: str, model: Model, brand: str) -> Certificate:
    day = identifiers.day_between(random, date(2024, 3, 1), date(2026, 1, 20))
    done = identifiers.day_between(random, date(2023, 10, 1), date(day.year, 1, 1))
    return Certificate(
        "software_copyright",
        "计算机软件著作权登记证书",
        identifiers.software_copyright(random, day.year),
        f"{brand}{model.scene}平台V{random.randint(1, 3)}.0",
        owner,
        day,
        "中华人民共和国国家版权局",
        "",
        None,
        (
            ("证书号", f"软著登字第{identifiers.digits(random, 8)}号"),
            ("开发完成日期", f"{done:%Y年%m月%d日}"),
            ("首次发表日期", "未发表"),
            ("权利取得方式", "原始取得"),
            ("权利范围", "全部权利"),
        ),
    )


def _test_report(random: Random, owner: str, model: Model) -> Certificate:
    day = identifiers.day_between(random, date(2025, 6, 1), date(2026, 2, 20))
    number = f"{model.parameters.normalize():f}亿"
    return Certificate(
        "test_report",
        "软件产品测试报告",
        f"RJCS-{day.year}-{identifiers.digits(random, 5)}",
        model.name,
        owner,
        day,
        "湖北楚测软件评测有限公司",
        number,
        model.parameters * 100_000_000,
        (
            ("测试类型", "功能与性能测试"),
            ("模型参数量", number),
            ("识别准确率", f"{random.uniform(92, 99.3):.1f}%"),
            ("平均响应时间", f"{random.uniform(0.2, 1.8):.2f}秒"),
            ("测试结论", "所测指标符合委托方技术要求"),
        ),
    )


def _contract(random: Random, owner: str, model: Model) -> Certificate:
    day = identifiers.day_between(random, date(2025, 3, 1), date(2025, 12, 20))
    buyer = f"湖北{names.brand(random)}装备制造有限公司"
    amount = Decimal(random.randint(30, 480) * 10_000)
    return Certificate(
        "contract",
        "技术服务合同",
        f"{day:%Y%m}-JS-{identifiers.digits(random, 3)}",
        f"{model.scene}模型技术服务",
        owner,
        day,
        buyer,
        "",
        None,
        (
            ("甲方（委托方）", buyer),
            ("乙方（受托方）", owner),
            ("合同金额", f"人民币{money.printed(amount)}元（大写：{money.in_words(amount)}）"),
            ("服务内容", f"乙方向甲方提供{model.name}的部署、培训和运行维护服务"),
        ),
    )


def bundle(case: Case, random: Random, *, short: bool = False) -> tuple[Sheet, ...]:
    """The sheets in the order the notice asks for; ``short`` has nothing optional but contents."""
    extra = [Sheet(paper.kind, place) for place, paper in enumerate(case.certificates)]
    cover_of_return = not short and random.random() < 0.3
    sheets = [
        *(Sheet("cover"), Sheet("toc"), Sheet("unit_table"), Sheet("business_licence")),
        *(Sheet("tax_certificate"), Sheet("audit_report")),
        *((Sheet("firm_licence"),) if short or random.random() < 0.8 else ()),
        *(Sheet("model_table"), Sheet("special_audit_report")),
        *((Sheet("cit_other"),) if cover_of_return else ()),
        *(Sheet("a100000"), Sheet("a107012"), *(() if short else extra)),
        *(Sheet("rd_report"), Sheet("credit_report"), Sheet("commitment")),
    ]
    if short or random.random() < 0.75:
        return tuple(sheets)
    # Printed on both sides: a blank back here and there.
    for number in range(random.randint(1, 4)):
        sheets.insert(random.randint(3, len(sheets) - 1), Sheet("blank", number))
    return tuple(sheets)

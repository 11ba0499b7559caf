"""The other sheets of the annual income tax return: its cover, its schedules."""

from extractor.documents.kind import FieldSpec, Kind
from extractor.documents.tax_sheet import about, head_specs
from extractor.layout.captions import beside
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import counts

_OF_A000000 = (
    *("103资产总额", "资产总额", "105所属国民经济行业", "所属国民经济行业"),
    *("106从事国家限制或禁止行业", "从事国家限制或禁止行业"),
)
"""Captions that stand around 从业人数 in 企业所得税年度纳税申报基础信息表."""

KIND = Kind(
    marks=KindMarks(
        kind="cit_other",
        title="企业所得税年度申报其他表",
        first=(
            Mark("企业所得税年度纳税申报表封面", 3, "title"),
            Mark("企业所得税年度纳税申报表填报表单", 3, "title"),
            Mark("企业所得税年度纳税申报基础信息表", 3, "title"),
            Mark("谨声明", 2),
            Mark("A类，2017年版", 2, "top"),
            Mark("期间费用明细表", 3, "title"),
            Mark("一般企业收入明细表", 3, "title"),
            Mark("一般企业成本支出明细表", 3, "title"),
            Mark("纳税调整项目明细表", 3, "title"),
            Mark("资产折旧、摊销及纳税调整明细表", 3, "title"),
            Mark("职工薪酬支出及纳税调整明细表", 3, "title"),
            Mark("企业所得税弥补亏损明细表", 3, "title"),
            Mark("免税、减计收入及加计扣除优惠明细表", 3, "title"),
            Mark("减免所得税优惠明细表", 3, "title"),
            Mark("A000000", 3, "top"),
            Mark("A101010", 3, "top"),
            Mark("A102010", 3, "top"),
            Mark("A104000", 3, "top"),
            Mark("A105000", 3, "top"),
            Mark("A105050", 3, "top"),
            Mark("A105080", 3, "top"),
            Mark("A106000", 3, "top"),
            Mark("A107010", 3, "top"),
            Mark("A107040", 3, "top"),
        ),
    ),
    fields=(
        *head_specs(),
        FieldSpec(
            "staff",
            "从业人数",
            "count",
            beside("104从业人数", "从业人数", stop=_OF_A000000),
            counts.parse,
        ),
    ),
    about=about,
)

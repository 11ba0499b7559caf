"""合同 with a customer or a supplier."""

from extractor.documents.kind import Kind
from extractor.documents.supporting import about_owner, supporting_fields
from extractor.layout.captions import beside, first_match, first_of
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import identifiers

_STOP = (
    "合同编号",
    "甲方",
    "乙方",
    "签订日期",
    "签订时间",
    "签订地点",
    "项目名称",
    "合同名称",
    "委托方",
    "受托方",
)

KIND = Kind(
    marks=KindMarks(
        kind="contract",
        title="合同",
        first=(
            Mark("合同书", 3, "title"),
            Mark("服务合同", 3, "title"),
            Mark("销售合同", 3, "title"),
            Mark("采购合同", 3, "title"),
            Mark("技术开发合同", 3, "title"),
            Mark("技术服务合同", 3, "title"),
            Mark("合同", 2, "title"),
            Mark("合同编号", 2),
            Mark("甲方", 1),
            Mark("乙方", 1),
        ),
        further=(Mark("违约责任", 1), Mark("争议解决", 1), Mark("合同总价", 1), Mark("本合同", 1)),
    ),
    fields=supporting_fields(
        number=beside("合同编号", "编号", stop=_STOP),
        parse_number=identifiers.parse,
        name=first_of(
            beside("合同名称", "项目名称", stop=_STOP),
            first_match(r"^([一-龥A-Za-z0-9]{2,30}合同(?:书)?)$"),
        ),
        owner=beside("乙方", "受托方", "卖方", "供方", stop=_STOP),
        date=beside("签订日期", "签订时间", "签署日期", "日期", stop=_STOP),
    ),
    about=about_owner,
)

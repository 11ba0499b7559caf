"""第三方测评报告."""

from extractor.documents.kind import Kind
from extractor.documents.supporting import about_owner, supporting_fields
from extractor.layout.captions import beside, first_read
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import days, identifiers

_STOP = (
    "报告编号", "委托单位", "样品名称", "产品名称", "软件名称", "测试类型", "测试日期", "签发日期", "测试机构", "检测机构",
    "报告日期", "批准日期", "签发时间", "检测日期", "被测模型", "测评对象",
    "版本号", "送检单位", "测试结论", "生产单位", "模型名称",
)  # fmt: skip

KIND = Kind(
    marks=KindMarks(
        kind="test_report",
        title="测评报告",
        first=(
            Mark("测评报告", 3, "title"),
            Mark("测试报告", 3, "title"),
            Mark("检测报告", 3, "title"),
            Mark("检验报告", 3, "title"),
            Mark("评测报告", 3, "title"),
            Mark("CNAS", 1),
            Mark("样品名称", 1),
        ),
    ),
    fields=supporting_fields(
        number=beside("报告编号", "编号", stop=_STOP),
        parse_number=identifiers.parse,
        name=beside(
            "样品名称", "产品名称", "软件名称", "被测模型", "测评对象", "模型名称", stop=_STOP
        ),
        owner=beside("委托单位", "送检单位", "生产单位", stop=_STOP),
        date=first_read(
            days.parse,
            beside("签发日期", "报告日期", "批准日期", "签发时间", stop=_STOP),
            beside("测试日期", "检测日期", stop=_STOP),
        ),
    ),
    about=about_owner,
)

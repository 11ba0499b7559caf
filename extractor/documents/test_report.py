"""第三方测评报告."""

from extractor.documents.kind import Kind
from extractor.documents.supporting import about_owner, supporting_fields
from extractor.layout.captions import beside, first_match, first_of, first_read
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import days, identifiers

_STOP = (
    "报告编号", "委托单位", "样品名称", "产品名称", "软件名称", "测试类型", "测试日期", "签发日期", "测试机构", "检测机构",
    "报告日期", "批准日期", "签发时间", "检测日期", "被测模型", "测评对象",
    "报告签发日期", "出具日期", "测试时间", "评测时间", "申请单位", "委托方", "委托人", "送测单位", "客户名称",
    "被测系统", "被测系统名称", "被测软件", "被测软件名称", "系统名称", "测试单位", "评测机构", "型号规格", "商标",
    "检验类别", "检验日期", "样品数量", "抽样单位", "批准", "审核", "主检", "编制",
    "文档编号", "报告号", "受检单位", "版本号", "送检单位", "测试结论", "生产单位", "模型名称",
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
        number=first_of(
            beside("报告编号", "编号", "文档编号", "报告号", stop=_STOP),
            first_match(r"^(?:No|NO|№)[.:]*([A-Z0-9][A-Z0-9()/-]{4,30})$", wrapped=False),
        ),
        parse_number=identifiers.parse,
        name=beside(
            *("样品名称", "产品名称", "软件名称", "被测模型", "测评对象", "模型名称"),
            *("被测系统名称", "被测系统", "被测软件名称", "被测软件", "系统名称"),
            stop=_STOP,
        ),
        owner=first_of(
            beside("委托单位", "委托方", "委托人", "送检单位", "送测单位", "客户名称", stop=_STOP),
            beside("申请单位", "受检单位", "生产单位", stop=_STOP),
        ),
        date=first_read(
            days.parse,
            beside(
                *("签发日期", "报告签发日期", "报告日期", "批准日期", "签发时间", "出具日期"),
                stop=_STOP,
            ),
            beside("测试日期", "检测日期", "检验日期", stop=_STOP),
        ),
    ),
    about=about_owner,
)

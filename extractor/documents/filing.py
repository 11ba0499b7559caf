"""备案: 互联网信息服务算法备案, 生成式人工智能服务备案 or 登记 (notice, 附件1 三（四）3)."""

from extractor.documents.kind import Kind
from extractor.documents.supporting import about_owner, supporting_fields
from extractor.layout.captions import beside, first_match, first_of
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import identifiers

_STOP = (
    "算法名称", "角色", "主体名称", "应用产品", "主要用途", "备案编号", "备案号", "备案单位", "模型名称", "备案时间",
    "备案日期", "属地", "上线编号", "登记编号", "服务名称", "单位名称", "序号",
)  # fmt: skip

KIND = Kind(
    marks=KindMarks(
        kind="filing",
        title="备案证明",
        first=(
            Mark("算法备案", 3, "title"),
            Mark("备案公告", 2, "title"),
            Mark("备案证明", 3, "title"),
            Mark("备案通知", 3, "title"),
            Mark("备案信息公示", 3, "title"),
            Mark("生成式人工智能服务", 1, "top"),
            Mark("网信算备", 3),
            Mark("互联网信息服务算法备案", 3),
            Mark("上线编号", 1),
        ),
    ),
    fields=supporting_fields(
        number=first_of(
            first_match(r"(网信算备\d{21}号?)"),
            first_match(r"([A-Z][A-Za-z]+-[A-Za-z0-9]+-20\d{6}(?:\d{4})?)"),
            beside("备案编号", "备案号", "上线编号", "登记编号", stop=_STOP),
        ),
        parse_number=identifiers.parse_filing,
        name=beside("算法名称", "模型名称", "服务名称", "应用产品", stop=_STOP),
        owner=beside("主体名称", "备案单位", "单位名称", "备案主体", stop=_STOP),
        date=beside("备案时间", "备案日期", "公示日期", "登记日期", "发布日期", stop=_STOP),
    ),
    about=about_owner,
)

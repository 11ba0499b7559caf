"""专利证书 and 受理通知书."""

from extractor.documents.kind import Kind
from extractor.documents.supporting import about_owner, supporting_fields
from extractor.layout.captions import beside, first_match, first_of
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import identifiers

_STOP = (
    "发明名称", "实用新型名称", "外观设计名称", "发明人", "设计人", "专利号", "专利申请日", "申请日", "专利权人", "地址",
    "授权公告日", "授权公告号", "证书号", "申请号", "申请人", "发文日",
)  # fmt: skip

KIND = Kind(
    marks=KindMarks(
        kind="patent",
        title="专利",
        first=(
            Mark("发明专利证书", 3, "title"),
            Mark("实用新型专利证书", 3, "title"),
            Mark("外观设计专利证书", 3, "title"),
            Mark("专利申请受理通知书", 3, "title"),
            Mark("授权公告号", 1),
            Mark("专利权人", 1),
            Mark("国家知识产权局", 1),
        ),
    ),
    fields=supporting_fields(
        number=first_of(
            beside("专利号", "申请号", "申请号或专利号", stop=_STOP),
            first_match(r"(ZL\d{12}\.?[\dX])"),
        ),
        parse_number=identifiers.parse_patent,
        name=beside("发明名称", "实用新型名称", "外观设计名称", "发明创造名称", stop=_STOP),
        owner=beside("专利权人", "申请人", stop=_STOP),
        date=first_of(beside("授权公告日", stop=_STOP), beside("专利申请日", "申请日", stop=_STOP)),
    ),
    about=about_owner,
)

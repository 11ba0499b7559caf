"""计算机软件著作权登记证书."""

from extractor.documents.kind import Kind
from extractor.documents.supporting import about_owner, day_at_the_foot, supporting_fields
from extractor.layout.captions import beside, first_match, first_of, first_read
from extractor.recognise.marks import KindMarks, Mark
from extractor.values import identifiers

_STOP = (
    "软件名称", "著作权人", "开发完成日期", "首次发表日期", "权利取得方式", "权利范围", "登记号", "发证日期", "证书号",
    "根据",
)  # fmt: skip

KIND = Kind(
    marks=KindMarks(
        kind="software_copyright",
        title="软件著作权",
        first=(
            Mark("计算机软件著作权登记证书", 3, "title"),
            Mark("软著登字第", 2),
            Mark("权利取得方式", 2),
            Mark("中华人民共和国国家版权局", 1),
        ),
    ),
    fields=supporting_fields(
        number=first_read(
            identifiers.parse_software_registration,
            beside("登记号", stop=_STOP),
            first_match(r"((?:19|20)\d{2}SR\d{6,7})"),
        ),
        parse_number=identifiers.parse_software_registration,
        name=beside("软件名称", stop=_STOP),
        owner=beside("著作权人", stop=_STOP),
        date=first_of(beside("发证日期", "登记日期", stop=_STOP), day_at_the_foot),
    ),
    about=about_owner,
)

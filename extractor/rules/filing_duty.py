"""Whether the applicant is of a kind that files an annual income tax return."""

from models.extraction import Choice, Identifier, Text

_PUBLIC_BODY = "12"
"""How the credit code of a 事业单位 begins."""
_NO_RETURN = ("事业单位", "合伙企业", "个人独资", "个体工商户", "社会团体", "民办非企业")


def files_return(uscc: Identifier | None, kind: Text | None, nature: Choice | None) -> bool:
    """False for public bodies and for types that pay no corporate income tax."""
    if uscc is not None and uscc.value.startswith(_PUBLIC_BODY):
        return False
    words = (kind.value if kind else "") + (nature.value if nature else "")
    return not any(each in words for each in _NO_RETURN)

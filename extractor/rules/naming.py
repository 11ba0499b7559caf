"""Whether two papers speak of the same company: names, former names and codes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.rules.wording import cut
from extractor.values import names
from models.extraction import Identifier, Text, TextList, Value
from models.finding import Disagreement, Severity

_PARTS = re.compile(r"[、，,;；\n/|]")
_SEAL_KINDS = re.compile(
    r"(?:公章|行政章|(?:合同|财务|业务|发票|投标|报价|技术|项目|人事)(?:专用)?章|专用章)$"
)
_BRANCH = re.compile(r"(?:分公司|分所|分院|分行|分部|分厂|分店|办事处|营业部|工会|委员会)$")
_SHORTEST_PIECE = 8
"""Letters; 有限公司 alone ends many a name."""
_NOT_OF_A_NAME = re.compile(r"[^一-鿿（）()A-Za-z·]")


def names_agree(
    first_name: str,
    first: Text,
    second_name: str,
    second: Text,
    former: Iterable[str] = (),
    severity: Severity = "B",
    values: tuple[str, ...] = (),
) -> Disagreement | None:
    """None where the names are the same; a former name is a note, one look-alike is unreadable.

    So is a name that is a piece of the other: a line's end, a seal or 及子公司 may explain it.
    """
    both = f"{first_name}“{cut(first.value)}”，{second_name}“{cut(second.value)}”"
    likeness = names.compare(first.value, second.value)
    if likeness == "same":
        return None
    if any(names.compare(name, first.value) == "same" for name in former) or any(
        names.compare(name, second.value) == "same" for name in former
    ):
        return Disagreement(severity="D", message=f"{both}，其中一个为曾用名", values=values)
    if likeness == "confusable":
        return Disagreement(
            severity=severity,
            message=f"{both}，仅一个形近字不同，可能为识别误差，请核对原件",
            values=values,
            outcome="unreadable",
        )
    if is_a_piece(first.value, second.value):
        message = f"{both}，其中一个为另一个的一部分，可能有漏读，请核对原件"
        return Disagreement(severity=severity, message=message, values=values, outcome="unreadable")
    return Disagreement(severity=severity, message=f"{both}，名称不一致", values=values)


def is_a_piece(one: str, other: str) -> bool:
    """Whether one name begins or ends the other, which is not the name of its branch."""
    shorter, longer = sorted((names.normalise(each) for each in (one, other)), key=len)
    if len(shorter) < _SHORTEST_PIECE:
        return False
    return longer.endswith(shorter) or (
        longer.startswith(shorter) and not _BRANCH.search(longer.removeprefix(shorter))
    )


def codes_agree(
    first_name: str,
    first: Identifier,
    second_name: str,
    second: Identifier,
    severity: Severity = "B",
    values: tuple[str, ...] = (),
) -> Disagreement | None:
    """None where the codes are equal, capitals and small letters alike."""
    if first.value.upper() == second.value.upper():
        return None
    message = f"{first_name} {first.value}，{second_name} {second.value}，不一致"
    return Disagreement(severity=severity, message=message, values=values)


def names_in(value: Value | None) -> tuple[str, ...]:
    """The names of a list, or of a text that lists them."""
    if isinstance(value, TextList):
        return value.values
    if isinstance(value, Text):
        return tuple(part for part in _PARTS.split(value.value) if part)
    return ()


def names_in_all(values: Iterable[Value | None]) -> tuple[str, ...]:
    """The names of several lists, such as the former names on a licence and on a credit report."""
    return tuple(name for value in values for name in names_in(value))


def is_one_of(name: str, known: Iterable[str]) -> bool:
    """Whether the name is the same as any of the known ones."""
    return nearest_likeness(name, known) == "same"


def nearest_likeness(name: str, known: Iterable[str]) -> names.Likeness:
    """How near the name comes to the nearest of the known ones."""
    found = {names.compare(name, each) for each in known}
    return "same" if "same" in found else "confusable" if "confusable" in found else "different"


def of_a_member(
    paper: str,
    owner: Text,
    unit_names: Iterable[str],
    members: Value | None,
    owners: Iterable[Text | None],
    values: tuple[str, ...] = (),
) -> Disagreement | None:
    """What to say of a paper made out to another member of the consortium; None of any other.

    Args:
        paper: what a reviewer calls it.
        owner: whose it is.
        unit_names: every name of the applicant itself.
        members: the consortium as the form lists it.
        owners: whose all the papers of its kind are.
        values: what the finding rests on.
    """
    own = tuple(unit_names)
    others = [name for name in names_in(members) if nearest_likeness(name, own) == "different"]
    near = nearest_likeness(owner.value, others)
    if near == "different" or is_one_of(owner.value, own):
        return None
    message = f"{paper}属联合体成员“{cut(owner.value)}”"
    if near == "confusable":
        message = f"{paper}主体“{cut(owner.value)}”与联合体成员仅一个形近字不同，请核对原件"
        return Disagreement(severity="B", message=message, values=values, outcome="unreadable")
    if any(each is not None and is_one_of(each.value, own) for each in owners):
        return Disagreement(severity="D", message=message, values=values, outcome="passed")
    message = f"{message}，未见申报单位“{cut(own[0])}”自己的{paper}"
    return Disagreement(severity="C", message=message, values=values)


def name_on_seal(ring: str) -> str:
    """The company's name on a ring, without the seal's number, star and kind."""
    words = _NOT_OF_A_NAME.sub("", names.normalise(ring))
    return _SEAL_KINDS.sub("", words)


def kind_of_seal(ring: str) -> str | None:
    """合同专用章, 财务专用章 … where the ring says that it is one."""
    found = _SEAL_KINDS.search(_NOT_OF_A_NAME.sub("", names.normalise(ring)))
    return found[0] if found and found[0] not in ("公章", "行政章") else None

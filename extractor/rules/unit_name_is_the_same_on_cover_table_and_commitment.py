"""封面、情况表、承诺书的单位名称一致.

One applicant signs all three; another name on one of them comes from another bundle.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_agree
from extractor.rules.rule import Rule
from models.extraction import Text
from models.finding import Disagreement


def check(cover: Text, table: Text, commitment: Text | None) -> list[Disagreement]:
    """Fails where the cover or the commitment names another unit than the table."""
    both = ("application_form.cover_unit_name", "application_form.unit_name")
    said = [names_agree("封面", cover, "单位基本情况表", table, values=both)]
    if commitment:
        both = ("commitment.unit_name", "application_form.unit_name")
        said.append(names_agree("承诺书", commitment, "单位基本情况表", table, values=both))
    return [each for each in said if each]


RULE = Rule(
    code="ID-10",
    title="封面、情况表、承诺书的单位名称一致",
    source=notice("Q12", "Q26"),
    severity="B",
    reads=("application_form.cover_unit_name", "application_form.unit_name"),
    reads_if_present=("commitment.unit_name",),
    check=check,
    agreement_confirms=True,
)

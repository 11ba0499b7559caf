"""模型服务方式经过选择.

The notice's template arrives with APP ticked, so that tick alone may be nobody's choice.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Choices
from models.finding import Disagreement


def check(modes: Choices) -> Disagreement | None:
    """A note where APP is all that is ticked."""
    if tuple(mode.upper() for mode in modes.values) != ("APP",):
        return None
    return Disagreement(severity="D", message="仅勾选 APP，可能为模板预置，请确认")


RULE = Rule(
    code="MOD-14",
    title="模型服务方式经过选择",
    source=practice("通知模板中“APP”已预先勾选"),
    severity="D",
    reads=("application_form.service_modes",),
    check=check,
)

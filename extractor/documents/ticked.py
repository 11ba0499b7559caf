"""Options of the form that are ticked, or typed where the form leaves a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.documents.kind import Finder
from extractor.layout.options import options
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import judged, stated
from models.document import Document
from models.extraction import Choice, Choices, Field, Value

_UNCLEAR = "勾选标记无法确认"
_SEVERAL = "勾选了多项"
_NONE_TICKED = "未见勾选"
_LISTED = re.compile(r"[(（][^()（）]*/[^()（）]*[)）]?$")
"""What the template prints behind the blank: （单模态大模型/多模态大模型/任务型模型）."""
_FEWEST = 3
"""Options from which the empty boxes of all others tell of the last one."""


def ticked_choice(
    document: Document | None, key: str, label: str, labels: Sequence[str], find: Finder
) -> Field:
    """The one option that is ticked, or the one that is written where no box is printed."""
    passage = None if document is None else find(document)
    if passage is None:
        return Field(key=key, label=label, kind="choice")
    states = _states(passage, labels)
    ticked = [each for each, state in states.items() if state]
    unclear = [each for each, state in states.items() if state is None]
    ticked = ticked or _not_empty(states)
    if len(ticked) == 1:
        doubts = (_UNCLEAR,) if unclear else ()
        return stated(key, label, "choice", Choice(value=ticked[0]), (passage.evidence,), doubts)
    if not ticked and not any(state is False for state in states.values()):
        written = judged(key, label, "choice", passage, lambda text: _written(text, labels))
        if written.value is not None:
            return written
    reason = _SEVERAL if len(ticked) > 1 else _UNCLEAR if unclear else _NONE_TICKED
    return _unreadable(key, label, passage).model_copy(update={"doubts": (reason,)})


def ticked_choices(
    document: Document | None, key: str, label: str, labels: Sequence[str], find: Finder
) -> Field:
    """All options that are ticked, in printed order."""
    passage = None if document is None else find(document)
    if passage is None:
        return Field(key=key, label=label, kind="choices")
    states = _states(passage, labels)
    if not states:
        return _unreadable(key, label, passage).model_copy(update={"kind": "choices"})
    left = _not_empty(states)
    ticked = tuple(each for each in labels if states.get(each) or each in left)
    doubts = [] if None not in states.values() else [_UNCLEAR]
    if not ticked and doubts:
        unread = _unreadable(key, label, passage)
        return unread.model_copy(update={"kind": "choices", "doubts": (_UNCLEAR,)})
    if not ticked:
        doubts.append(_NONE_TICKED)
    value = Choices(values=ticked)
    return stated(key, label, "choices", value, (passage.evidence,), tuple(doubts))


def _not_empty(states: Mapping[str, bool | None]) -> list[str]:
    """The one option that has no empty box where all others have one and none is ticked.

    It bears a mark that was not understood, or that was printed in the place of its box.
    """
    unclear = [each for each, state in states.items() if state is None]
    alone = len(unclear) == 1 and len(states) >= _FEWEST and not any(states.values())
    return unclear if alone else []


def _states(passage: Passage, labels: Sequence[str]) -> dict[str, bool | None]:
    """The options by their whole labels; a bracket behind the words is often read apart."""
    short = {label.split("（")[0]: label for label in labels}
    read = options(passage.lines, passage.page.checkboxes, tuple(short))
    return {short[words]: state for words, state in read.items()}


def _unreadable(key: str, label: str, passage: Passage) -> Field:
    return stated(key, label, "choice", None, (passage.evidence,))


def _written(text: str, labels: Sequence[str]) -> Value | None:
    """The option that a line of free writing names; the template's own list of all is none."""
    plain = "".join(text.split())
    for words in (_LISTED.sub("", plain), plain):
        named = [label for label in labels if label in words]
        if len(named) == 1:
            return Choice(value=named[0])
    return None

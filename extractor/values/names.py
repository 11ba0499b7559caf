"""Names of units: whole ones, one spelling, and how two of them compare."""

import re
from typing import Literal

from extractor.values import texts
from extractor.values.simplified import simplified
from extractor.values.texts import compact
from models.extraction import Text

Likeness = Literal["same", "confusable", "different"]
"""confusable: they differ in one character that OCR takes for the other."""

_LEGAL_FORM = r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司"
_PIECE = re.compile(rf"(?:股份|有限|责任)公?$|^{_LEGAL_FORM}$")
"""The first line of a company's name without the last of it, or the last line alone."""
_ADDED = re.compile(r"\((?:加?盖?公章|盖章|签章|盖单位公章|公章|电子章|章)\)|[:：。,;；]$|^[:：]")
_LOOK_ALIKES = """
己已巳 末未 日曰目 土士 人入八 大太犬 千干于 王玉主 田由甲申电 天夫无
木本术 刀力 今令 侯候 汉仅汊 市巿布 科料 技枝 武式 北比 东车 洪供 圆园
拓柘 宏宠 晟晨 睿容 鑫金 泰秦 祥样 汇江 瑞端 恒桓 智知 讯迅 华毕 信倍
网冈 贝见 工エ 口囗 业亚 元无 云去 中申 成戊 通道 达迖 鸿鸠 源原 凯铠
博搏 伟炜 辉晖 杨扬 阳阴 宇字 宝玉 佳住 微徽 博傅 拔拨 折拆 戍戌 湖潮
河何 间问 陈阵 场扬 洋样 清情 光先 开井 互亘  尔尓 里黑 有右 石右
鄂颚 楚焚 联朕 创刨 际陈 限艰 责贵 司可 院完 所听 研妍 究穷 数敏 算箅
模摸 型刑 械戒 造迼 冶治 治冶 钢纲 铁铗 氏民
"""
"""Groups of characters that differ in a stroke or a dot."""
_GROUPS = tuple(frozenset(group) for group in _LOOK_ALIKES.split()) + tuple(
    frozenset(group) for group in ("O0〇Q", "I1l|", "B8", "S5", "Z2", "一-—", "丨1")
)


def parse(text: str) -> Text | None:
    """A unit's name; None for a piece of one, which a line's end or a seal has cut (…股份有限, 公司)."""
    name = texts.parse(text)
    return None if name is None or _PIECE.search(compact(name.value)) else name


def normalise(name: str) -> str:
    """The name in NFKC and simplified characters, with full-width brackets, without spaces and （盖章）.

    A unit registers its name in simplified characters (企业名称登记管理规定, 第八条); who writes 靜 for
    静 in it means the same unit.
    """
    plain = simplified(compact(name))
    return _ADDED.sub("", plain).replace("(", "（").replace(")", "）").replace("·", "")


def compare(one: str, other: str) -> Likeness:
    """Whether two names are the same, one misread character apart, or different."""
    first, second = normalise(one), normalise(other)
    if first == second:
        return "same"
    apart = _one_apart(first, second)
    if apart is not None and any(apart <= group for group in _GROUPS):
        return "confusable"
    return "different"


def _one_apart(first: str, second: str) -> frozenset[str] | None:
    """The two characters by which names of one length differ, where it is one place only."""
    if len(first) != len(second):
        return None
    places = [{a, b} for a, b in zip(first, second, strict=True) if a != b]
    return frozenset(places[0]) if len(places) == 1 else None

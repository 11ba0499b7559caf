"""The running text of the sheets: opinions, report chapters, clauses."""

from __future__ import annotations

from datetime import date

from samples.money import printed
from samples.papers import AuditReport, SpecialAudit
from samples.section import Section, section

CLAUSES = (
    "1.本单位对本申请材料的合法性、真实性、准确性和完整性负责。",
    "2.本单位自愿提供开展湖北省工业领域专用模型项目申报所需的材料，并为相关工作提供方便。",
    "3.本单位同意将本申请材料向负责征集评选工作人员和评审专家公开。",
    "4.本申请材料用于湖北省工业领域专用模型项目申报相关工作，不再要求予以退还。",
)
"""承诺书, word for word as in the notice."""

_CHINESE = "〇一二三四五六七八九"


def day(value: date) -> str:
    """2025年3月1日."""
    return f"{value.year}年{value.month}月{value.day}日"


def padded_day(value: date) -> str:
    """2025年03月01日."""
    return f"{value.year}年{value.month:02d}月{value.day:02d}日"


def chinese_day(value: date) -> str:
    """二〇二六年三月十日."""
    year = "".join(_CHINESE[int(digit)] for digit in str(value.year))
    return f"{year}年{_small(value.month)}月{_small(value.day)}日"


def _small(number: int) -> str:
    """1…31 in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _CHINESE[tens] + "十"
    return head + (_CHINESE[ones] if ones else "")


def audit_sections(report: AuditReport) -> list[Section]:
    """The body of the audit report for its opinion."""
    name, year = report.entity_name, report.year
    audited = (
        f"我们审计了{name}（以下简称“贵公司”）财务报表，包括{year}年12月31日的资产负债表，"
        f"{year}年度的利润表、现金流量表、所有者权益变动表以及相关财务报表附注。"
    )
    fair = (
        "后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司"
        f"{year}年12月31日的财务状况以及{year}年度的经营成果和现金流量。"
    )
    heads = _opinion_sections(report, audited, fair)
    return [
        *heads,
        section(
            f"{'三四'[len(heads) - 2]}、管理层和治理层对财务报表的责任",
            "管理层负责按照企业会计准则的规定编制财务报表，使其实现公允反映，并设计、执行和"
            "维护必要的内部控制，以使财务报表不存在由于舞弊或错误导致的重大错报。",
            "在编制财务报表时，管理层负责评估贵公司的持续经营能力，披露与持续经营相关的事项，"
            "并运用持续经营假设，除非管理层计划清算、终止运营或别无其他现实的选择。"
            "治理层负责监督贵公司的财务报告过程。",
        ),
        section(
            f"{'四五'[len(heads) - 2]}、注册会计师对财务报表审计的责任",
            "我们的目标是对财务报表整体是否不存在由于舞弊或错误导致的重大错报获取合理保证，"
            "并出具包含审计意见的审计报告。合理保证是高水平的保证，但并不能保证按照审计准则"
            "执行的审计在某一重大错报存在时总能发现。错报可能由于舞弊或错误导致，如果合理预期"
            "错报单独或汇总起来可能影响财务报表使用者依据财务报表作出的经济决策，"
            "则通常认为错报是重大的。",
            "在按照审计准则执行审计工作的过程中，我们运用职业判断，并保持职业怀疑。我们与治理层"
            "就计划的审计范围、时间安排和重大审计发现等事项进行沟通，包括沟通我们在审计中识别出"
            "的值得关注的内部控制缺陷。",
        ),
    ]


_BASIS = (
    "我们按照中国注册会计师审计准则的规定执行了审计工作。按照中国注册会计师职业道德守则，"
    "我们独立于贵公司，并履行了职业道德方面的其他责任。我们相信，我们获取的审计证据是充分、"
    "适当的，为发表{}提供了基础。"
)


def _opinion_sections(report: AuditReport, audited: str, fair: str) -> list[Section]:
    """Opinion and its basis, by the words that decide between the five."""
    if report.opinion == "qualified":
        return _qualified(audited, fair)
    if report.opinion == "adverse":
        return _adverse(audited)
    if report.opinion == "disclaimer":
        return _disclaimer(audited)
    plain = [
        section("一、审计意见", audited, f"我们认为，{fair}"),
        section("二、形成审计意见的基础", _BASIS.format("审计意见")),
    ]
    if report.opinion == "unqualified":
        return plain
    emphasis = section(
        "三、强调事项",
        "我们提醒财务报表使用者关注，如财务报表附注十二所述，贵公司与客户之间的一项合同"
        "纠纷尚在审理中，其结果存在不确定性。本段内容不影响已发表的审计意见。",
    )
    return [*plain, emphasis]


def _qualified(audited: str, fair: str) -> list[Section]:
    return [
        section(
            "一、保留意见",
            audited,
            f"我们认为，除“形成保留意见的基础”部分所述事项可能产生的影响外，{fair}",
        ),
        section(
            "二、形成保留意见的基础",
            "贵公司未提供部分应收账款的对账资料，我们无法就该等应收账款的账面价值获取充分、"
            "适当的审计证据。",
            _BASIS.format("保留意见"),
        ),
    ]


def _adverse(audited: str) -> list[Section]:
    return [
        section(
            "一、否定意见",
            audited,
            "我们认为，由于“形成否定意见的基础”部分所述事项的重要性，后附的财务报表没有在所有"
            "重大方面按照企业会计准则的规定编制，未能公允反映贵公司的财务状况、经营成果和"
            "现金流量。",
        ),
        section(
            "二、形成否定意见的基础",
            "贵公司未将实际控制的子公司纳入合并范围，且未对存货计提跌价准备。",
            _BASIS.format("否定意见"),
        ),
    ]


def _disclaimer(audited: str) -> list[Section]:
    return [
        section(
            "一、无法表示意见",
            audited.replace("我们审计了", "我们接受委托，审计"),
            "我们不对后附的贵公司财务报表发表审计意见。由于“形成无法表示意见的基础”部分所述事项的"
            "重要性，我们无法获取充分、适当的审计证据以作为对财务报表发表审计意见的基础。",
        ),
        section(
            "二、形成无法表示意见的基础",
            "我们未能对贵公司的存货实施监盘，也无法实施替代审计程序确认其数量和状况。",
        ),
    ]


def special_sections(report: SpecialAudit) -> list[Section]:
    """The text of the special audit; the cost in figures and capitals stands in it."""
    period = f"{day(report.period_start)}至{day(report.period_end)}"
    cost = f"{printed(report.total, report.unit)}{report.unit}"
    opinion = (
        f"我们认为，贵公司研究开发成本明细表在所有重大方面公允反映了“{report.model_name}”"
        f"{period}的研究开发成本，共计{cost}（大写：人民币{report.total_in_words}）。"
    )
    if not report.gives_opinion:
        opinion = (
            "由于未能取得充分、适当的审计证据，我们不对上述研究开发成本明细表发表审计意见。"
            f"明细表所列“{report.model_name}”{period}的研究开发成本共计{cost}"
            f"（大写：人民币{report.total_in_words}）。"
        )
    return [
        section(
            "一、审计范围",
            f"我们接受委托，对{report.entity_name}（以下简称“贵公司”）“{report.model_name}”项目"
            f"{period}期间的研究开发成本明细表进行了专项审计。",
        ),
        section(
            "二、管理层的责任",
            "按照企业会计准则及相关规定编制研究开发成本明细表，并保证其真实、完整，"
            "是贵公司管理层的责任。",
        ),
        section(
            "三、注册会计师的责任",
            "我们的责任是在执行审计工作的基础上对研究开发成本明细表发表审计意见。我们按照中国"
            "注册会计师审计准则的规定执行了审计工作，检查了有关凭证、合同、工时记录和资产台账。",
        ),
        section(
            "四、审计意见",
            opinion,
        ),
        section(
            "五、报告使用说明",
            "本报告仅供贵公司申报湖北省工业领域专用模型使用，不得用于其他目的。",
        ),
    ]

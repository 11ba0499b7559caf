"""The Chinese words a reviewer reads for outcomes, verdicts, statuses and kinds."""

from models.document import DocumentKind
from models.extraction import FieldStatus
from models.finding import Outcome, Severity, Verdict

OUTCOMES: dict[Outcome, str] = {
    "passed": "一致",
    "failed": "不一致",
    "doubtful": "存疑",
    "not_comparable": "期间不可比",
    "missing": "缺失",
    "unreadable": "无法识别",
    "not_applicable": "不适用",
}
OUTCOME_ICONS: dict[Outcome, str] = {
    "passed": "✓",
    "failed": "✗",
    "doubtful": "?",
    "not_comparable": "↔",
    "missing": "∅",
    "unreadable": "◌",
    "not_applicable": "–",
}
"""State is never told by colour alone."""

VERDICTS: dict[Verdict, str] = {
    "consistent": "全部一致",
    "inconsistent": "存在不一致",
    "needs_review": "需人工复核",
}
STATUSES: dict[FieldStatus, str] = {
    "sure": "确定",
    "doubtful": "存疑",
    "unreadable": "无法识别",
    "missing": "未见",
}
STATUS_ICONS: dict[FieldStatus, str] = {
    "sure": "✓",
    "doubtful": "?",
    "unreadable": "◌",
    "missing": "∅",
}
SEVERITIES: dict[Severity, str] = {
    "A": "A 资格性/必备性",
    "B": "B 应更正",
    "C": "C 存疑，需核实",
    "D": "D 提示",
}
KINDS: dict[DocumentKind, str] = {
    "application_form": "申报书",
    "business_licence": "营业执照",
    "tax_certificate": "纳税证明",
    "audit_report": "审计报告",
    "special_audit_report": "专项审计报告",
    "a100000": "企业所得税年度纳税申报表（A100000）",
    "a107012": "研发费用加计扣除优惠明细表（A107012）",
    "cit_other": "企业所得税年度申报其他表",
    "rd_report": "研发情况报告",
    "credit_report": "信用报告",
    "commitment": "承诺书",
    "filing": "备案证明",
    "patent": "专利",
    "software_copyright": "软件著作权",
    "test_report": "测评报告",
    "contract": "合同",
    "other": "其他页",
}
FIRST_SHOWN: tuple[Outcome, ...] = (
    "failed",
    "missing",
    "doubtful",
    "unreadable",
    "not_comparable",
    "passed",
    "not_applicable",
)
"""What needs a person stands first."""
CHOICE_WORDS = {
    "cover": "封面",
    "unit": "单位基本情况表",
    "model": "工业模型基本情况表",
    "overview": "项目概述",
    "innovation": "技术创新",
    "results": "应用成效",
    "table": "税收完税证明（表格式）",
    "letter": "税收完税证明（文书式）",
    "personal_record": "个人所得税纳税记录",
    "bank_slip": "银行缴税凭证",
    "unqualified": "标准无保留意见",
    "unqualified_with_emphasis": "带强调事项段的无保留意见",
    "qualified": "保留意见",
    "adverse": "否定意见",
    "disclaimer": "无法表示意见",
    "single": "单体报表",
    "consolidated": "合并报表",
    "both": "合并及母公司报表",
    "yes": "是",
    "no": "否",
}
"""The contract's keys in words."""

"""The names of the lines of statements: as published, and as read.

After 财会〔2019〕6号, 小企业会计准则, 企业会计制度 (2000), 政府会计制度 and 民间非营利组织会计制度. Two lines may
differ in one letter (应付账款, 预付账款), so a list that lacks one makes the other of it.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from extractor.layout.passage import Passage
from extractor.reconcile.certainty import WEAKEST_FIGURE, weakest_letter
from extractor.values.texts import compact

PUBLISHED_LINES: frozenset[str] = frozenset({
    "营业总收入", "营业收入", "营业总成本", "营业成本", "税金及附加", "销售费用", "管理费用",
    "研发费用", "财务费用", "利息费用", "利息收入", "其他收益", "投资收益", "净敞口套期收益",
    "公允价值变动收益", "信用减值损失", "资产减值损失", "资产处置收益", "营业利润", "营业外收入",
    "营业外支出", "利润总额", "所得税费用", "净利润", "其他综合收益的税后净额", "综合收益总额",
    "持续经营净利润", "终止经营净利润", "少数股东损益", "归属于母公司股东的净利润", "研究费用",
    "开办费", "业务招待费", "商品维修费", "广告费和业务宣传费", "政府补助",
    "归属于母公司所有者的净利润", "每股收益", "基本每股收益", "流动资产", "货币资金",
    "交易性金融资产", "衍生金融资产", "应收票据", "应收账款", "应收款项融资", "预付款项",
    "其他应收款", "存货", "合同资产", "持有待售资产", "一年内到期的非流动资产", "其他流动资产",
    "流动资产合计", "非流动资产", "债权投资", "其他债权投资", "长期应收款", "长期股权投资",
    "其他权益工具投资", "其他非流动金融资产", "投资性房地产", "固定资产", "在建工程",
    "生产性生物资产", "油气资产", "使用权资产", "无形资产", "开发支出", "商誉", "长期待摊费用",
    "递延所得税资产", "其他非流动资产", "非流动资产合计", "资产总计", "流动负债", "短期借款",
    "交易性金融负债", "衍生金融负债", "应付票据", "应付账款", "预收款项", "合同负债",
    "应付职工薪酬", "应交税费", "其他应付款", "持有待售负债", "一年内到期的非流动负债",
    "其他流动负债", "流动负债合计", "非流动负债", "长期借款", "应付债券", "租赁负债",
    "长期应付款", "预计负债", "递延收益", "递延所得税负债", "其他非流动负债", "非流动负债合计",
    "负债合计", "实收资本", "股本", "其他权益工具", "资本公积", "库存股", "其他综合收益",
    "专项储备", "盈余公积", "未分配利润", "所有者权益合计", "股东权益合计", "少数股东权益",
    "负债和所有者权益总计", "负债和股东权益总计", "负债及所有者权益总计",
    "归属于母公司所有者权益合计", "短期投资", "应收股利", "应收利息", "长期债券投资",
    "固定资产原价", "累计折旧", "固定资产账面价值", "工程物资", "固定资产清理", "应付利润",
    "应付利息",
    # 小企业会计准则
    "预付账款", "预收账款", "原材料", "在产品", "库存商品", "周转材料", "消耗性生物资产", "消费税",
    "营业税", "城市维护建设税", "资源税", "土地增值税", "城镇土地使用税、房产税、车船税、印花税",
    "城镇土地使用税房产税车船税印花税", "教育费附加、矿产资源补偿费、排污费",
    "教育费附加矿产资源补偿费排污费", "坏账损失", "无法收回的长期债券投资损失",
    "无法收回的长期股权投资损失", "自然灾害等不可抗力因素造成的损失", "税收滞纳金",
    # 企业会计制度, and what firms still print after it
    "主营业务收入", "主营业务成本", "主营业务税金及附加", "营业税金及附加", "其他业务收入",
    "其他业务成本", "其他业务支出", "其他业务利润", "主营业务利润", "营业费用", "补贴收入",
    "应收补贴款", "待摊费用", "预提费用", "应付工资", "应付福利费", "应交税金", "应付股利",
    "其他应交款", "专项应付款", "递延税款借项", "递延税款贷项", "长期投资", "长期投资合计",
    "长期债权投资", "固定资产净值", "固定资产净额", "固定资产减值准备", "固定资产合计",
    "无形资产及其他资产合计", "存货跌价准备", "坏账准备", "应收账款净额", "长期负债合计",
    "资产合计", "少数股东本期收益", "未确认的投资损失", "年初未分配利润", "所得税",
    # 政府会计制度
    "财政应返还额度", "其他应收款净额", "研发支出", "固定资产原值", "固定资产累计折旧",
    "无形资产原值", "无形资产累计摊销", "无形资产净值", "公共基础设施原值", "公共基础设施净值",
    "政府储备物资", "文物文化资产", "文物资源", "保障性住房原值", "保障性住房净值",
    "待处理财产损溢", "受托代理资产", "受托代理负债", "应缴财政款", "应交增值税", "其他应交税费",
    "应付政府补贴款", "累计盈余", "专用基金", "权益法调整", "无偿调拨净资产", "本期盈余",
    "净资产合计", "负债和净资产总计", "负债及净资产总计",
    # 民间非营利组织会计制度
    "应收款项", "应付款项", "非限定性净资产", "限定性净资产", "一年内到期的长期债权投资",
    "一年内到期的长期负债", "长期负债",
})  # fmt: skip
"""Without enumeration, brackets and punctuation, as ``name_of_line`` gives them."""
_SHORTEST_MENDED = 3
"""In shorter names one letter makes another line: 存货, 商誉."""


def name_of_line(text: str) -> str:
    """The name of a line without enumeration, 加/减/其中, notes in brackets and punctuation."""
    plain = re.sub(r"[（(][^（）()]*[）)]?", "", compact(text))
    plain = re.sub(
        r"^(?:[一二三四五六七八九十]+[、.，,]|\d+[、.]|[(（][一二三四五六七八九十\d]+[)）])",
        "",
        plain,
    )
    plain = re.sub(r"^(?:加|减|其中)[:：]?", "", plain)
    return re.sub(r"[^\w]", "", plain)


def known_line(name: str, words: str, label: Passage) -> tuple[str, str]:
    """A line's name and words, mended where exactly one published line is a single letter away.

    A letter that was read well is printed so: no list has every line that firms print.
    """
    if name in PUBLISHED_LINES or len(name) < _SHORTEST_MENDED:
        return name, words
    near = [
        each for each in PUBLISHED_LINES if Levenshtein.distance(each, name, score_cutoff=1) <= 1
    ]
    another = len(near) == 1 and len(near[0]) == len(name)
    if len(near) != 1 or (another and weakest_letter(label) >= WEAKEST_FIGURE):
        return name, words
    return near[0], words.replace(name, near[0])

"""The chapters of 工业模型研发情况报告, of four degrees of detail."""

from __future__ import annotations

from samples.papers import RdReport
from samples.section import Section, section


def report_sections(report: RdReport, category: str, scene: str) -> list[Section]:
    """工业模型研发情况报告 with the parts that were written, as detailed as the report is."""
    detail = report.detail
    parts = {
        "overview": [*_overview(report, scene), *_more_overview(report)[:detail]],
        "innovation": [*_innovation(report, category, scene), *_more_innovation(scene)[:detail]],
        "results": [*_results(report, scene), *_more_results(report, scene)[:detail]],
    }
    told = [entry for part in report.parts for entry in parts[part]]
    if not report.tells_of_security:
        told = [_without(each, "安全", "脱敏") for each in told]
    return told if report.gpu else [_without(each, "算力", "加速卡", "云端") for each in told]


def _without(entry: Section, *told_of: str) -> Section:
    """The section without its paragraphs that speak of these things."""
    kept = [words for words in entry["paragraphs"] if not any(each in words for each in told_of)]
    heading = entry["heading"].replace("算力和安全", "部署方式")
    return {**entry, "heading": heading, "paragraphs": kept}


def _overview(report: RdReport, scene: str) -> list[Section]:
    period = f"{report.rd_period_start:%Y年%m月}至{report.rd_period_end:%Y年%m月}"
    return [
        section("一、项目概述", f"本报告介绍{report.unit_name}研发的{report.model_name}。"),
        section(
            "（一）立项背景和意义",
            f"{scene}长期依赖人工经验，效率不高且标准难以统一。随着产线数据的积累和算力成本的下降，"
            "以行业大模型为代表的人工智能技术为解决这一问题提供了新的途径。省内先进制造业产业集群"
            "对质量、效率和安全提出了更高要求，开展本项目具有现实意义。",
            "国外同类研究起步较早，多以通用视觉模型为基础进行迁移；国内研究近年来进展迅速，但面向"
            "细分工艺的数据和评测基准仍然不足，模型在现场的可用性有待提高。",
        ),
        section(
            "（二）项目进展和下一步计划",
            f"项目研发起止时间为{period}。项目团队现有员工{report.staff_total}人，"
            f"其中研发人员{report.rd_staff}人，已完成数据治理、预训练、微调和现场试点等工作。",
            "下一步将扩大试点范围，完善评测体系，参与相关团体标准的编制，并在上下游企业推广应用。",
            *report.remarks,
        ),
    ]


def _innovation(report: RdReport, category: str, scene: str) -> list[Section]:
    active = f"，推理时激活参数{report.active_text}" if report.active_text else ""
    return [
        section("二、技术创新", f"本模型为{category}，围绕{scene}的关键技术开展攻关。"),
        section(
            "（一）基础大模型和架构",
            f"模型底座来源为{report.base_model}，模型参数量为{report.parameter_text}{active}，"
            "采用编码器与解码器结合的架构，在底座上进行领域增量训练和指令微调。",
            f"训练数据量为{report.training_text}，来源包括现场采集数据、工艺文档和公开数据集，"
            "全部数据经过清洗、脱敏和人工抽检。",
        ),
        section(
            "（二）关键技术和性能指标",
            "提出面向小样本缺陷的对比学习方法、工艺知识与时序数据的对齐方法，以及低时延的边缘推理"
            "方法。与国内外同类模型相比，识别准确率、召回率和推理时延均有改善。",
        ),
        section(
            "（三）算力和安全",
            f"训练使用{report.gpu}加速卡，由武汉人工智能计算中心提供租用服务，训练与推理均支持国产"
            "软硬件环境。模型支持云端、边缘和离线三种部署方式。",
            "公司建立了数据安全管理制度，数据的采集、存储和处理符合工业数据安全相关规范要求。",
        ),
    ]


def _results(report: RdReport, scene: str) -> list[Section]:
    first, second = report.clients
    return [
        section("三、应用成效", f"模型已在{first}、{second}等单位投入使用。"),
        section(
            "（一）应用案例",
            f"在{first}的生产线上，模型承担{scene}任务，替代原有的人工巡检环节，单班减少巡检人员，"
            "问题发现的时间由小时级缩短到分钟级。",
            f"在{second}，模型与制造执行系统集成，实现工艺参数的在线推荐，产品一次合格率得到提高。",
        ),
        section(
            "（二）经济效益和社会效益",
            "与使用技术前相比，用户单位的质量损失和能源消耗均有下降，投入产出比良好。相关经验可以在"
            "同行业企业复制推广，对提升产业智能化水平具有示范作用。",
        ),
    ]


def _more_overview(report: RdReport) -> list[Section]:
    return [
        section(
            "（三）标准制修订情况",
            f"{report.unit_name}参与了工业数据质量、工业模型评测等方向团体标准的讨论和编制，"
            "正在申请加入省级标准化技术委员会工作组，并计划在项目结题前提出一项企业标准。",
            "项目组整理了数据采集规范、标注规范、模型版本管理规范和上线评审规范四项内部制度，"
            "全部制度经过评审后在研发部门执行。",
        ),
        section(
            "（四）承担项目和荣誉情况",
            "公司近三年承担市级以上科技项目若干，项目成果通过验收并形成可复用的算法组件。"
            "公司先后获得科技型中小企业、创新型中小企业等称号，核心团队成员获得行业学会表彰。",
        ),
        section(
            "（五）研发团队和分工",
            "项目组分为数据组、算法组、工程组和现场组。数据组负责采集、清洗和标注；算法组负责底座"
            "选型、领域训练和评测；工程组负责平台开发和推理优化；现场组负责部署、培训和问题反馈。",
            "各组每周召开一次进度会，每月形成一份阶段报告，重大技术路线变更由技术委员会审定。",
        ),
    ]


def _more_innovation(scene: str) -> list[Section]:
    return [
        section(
            "（四）数据集和工具箱",
            f"围绕{scene}建立了覆盖多种工况的数据集，按照训练、验证和测试划分，测试集与训练集来自"
            "不同时间段和不同设备，避免评测结果虚高。标注由两名工程师独立完成，意见不一致时由第三人"
            "裁定。",
            "研发了数据回流、难例挖掘和自动评测工具箱，能够在模型上线后持续收集误判样本，经过人工"
            "复核后进入下一轮训练。",
        ),
        section(
            "（五）与国内外同类模型的对比",
            "在自建测试集上与三种公开模型进行了对比。公开模型在通用样本上表现良好，但在低对比度、"
            "强反光和多品种混线等工况下误报较多。本模型在上述工况下的准确率和稳定性均优于对比模型。",
            "在相同硬件条件下，本模型经过量化和算子融合后推理时延明显下降，能够满足产线节拍要求。",
        ),
        section(
            "（六）部署灵活性与兼容性",
            "平台提供标准化接口，可与制造执行系统、企业资源计划系统和设备物联平台集成，支持容器化"
            "部署和滚动升级。边缘装置适配多种国产处理器和操作系统，断网时可以独立运行。",
            "系统具备权限管理、操作审计、数据脱敏和模型水印等安全措施，定期开展漏洞扫描。",
        ),
    ]


def _more_results(report: RdReport, scene: str) -> list[Section]:
    first, second = report.clients
    return [
        section(
            "（三）问题解决情况",
            f"针对{scene}中漏检、误检和人员经验差异大的问题，模型给出统一的判定标准和可追溯的依据。"
            f"{first}反馈，上线后质量争议数量减少，新员工培训时间缩短。",
        ),
        section(
            "（四）推广应用情况",
            f"在{first}和{second}试点的基础上，公司与多家上下游企业签订了合作意向，形成了从诊断、"
            "试点到推广的实施方法。项目组编写了实施手册和验收清单，缩短了后续项目的实施周期。",
            "公司建立了客户成功团队，对已上线项目进行月度回访，收集改进建议并纳入研发计划。",
        ),
        section(
            "（五）管理优化和产品升级",
            "模型输出的统计结果为工艺改进提供了依据，用户单位据此调整了设备点检周期和原料验收标准，"
            "实现了由事后检验向过程控制的转变。",
        ),
    ]

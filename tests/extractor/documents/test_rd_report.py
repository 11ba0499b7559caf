from decimal import Decimal

import pytest


def test_another_models_active_parameters_are_not_the_models_own(line, page, read):
    lines = [
        line("模型参数量为72B，采用编码器架构。", 0.1, 0.2),
        line("对比模型", 0.1, 0.3),
        line("671B（激活37B）", 0.4, 0.3),
    ]
    stated = read("rd_report", page(lines))
    assert stated.field("parameter_count").value.value == 72 * 10**9
    assert stated.field("parameter_count_active").status == "missing"


def test_total_and_active_parameters_of_a_mixture_are_both_read(line, page, read):
    stated = read("rd_report", page([line("模型总参数量为671B（激活参数37B）。", 0.1, 0.2)]))
    assert stated.field("parameter_count").value.value == 671 * 10**9
    assert stated.field("parameter_count_active").value.value == 37 * 10**9


def test_another_count_of_the_same_model_leaves_its_size_in_doubt(line, page, read):
    stated = read(
        "rd_report",
        page(
            [
                line("模型参数量为72B，采用编码器架构。", 0.1, 0.2),
                line("本模型总参数规模达到70亿，支持边缘部署。", 0.1, 0.3),
            ]
        ),
    )
    count = stated.field("parameter_count")
    assert count.status == "doubtful"
    assert len(count.evidence) == 2
    assert "另有参数量" in count.doubts[0]


def test_active_parameters_and_the_same_count_again_are_no_contradiction(line, page, read):
    lines = [
        line("模型总参数量为671B（激活参数37B）。", 0.1, 0.2),
        line("推理时激活参数量37B，总参数量6710亿。", 0.1, 0.3),
    ]
    assert read("rd_report", page(lines)).field("parameter_count").status == "sure"


def test_counts_of_other_models_and_of_the_base_are_no_contradiction(line, page, read):
    lines = [
        line("模型参数量为72B，采用编码器架构。", 0.1, 0.2),
        line("国内外同类模型参数量为175B。", 0.1, 0.3),
        line("基础大模型参数量为70B；可训练参数量3亿。", 0.1, 0.4),
    ]
    assert read("rd_report", page(lines)).field("parameter_count").status == "sure"


def test_the_rest_of_a_heading_is_no_base_model(line, page, read):
    lines = [
        line("（一）基础大模型与架构", 0.1, 0.2),
        line("模型以Qwen2.5-VL-7B为基础大模型，经行业数据继续预训练。", 0.1, 0.24),
    ]
    assert read("rd_report", page(lines)).field("base_model").value.value == "Qwen2.5-VL-7B"


def test_the_count_of_another_model_before_the_models_own_is_not_taken_for_it(line, page, read):
    lines = [
        line("国内DeepSeek等基础模型参数规模达6710亿，但缺乏发动机领域数据。", 0.05, 0.2),
        line("采用通义千问，模型参数量140亿。", 0.05, 0.3),
    ]
    count = read("rd_report", page(lines)).field("parameter_count")
    assert count.value.value == 140 * 10**8
    assert count.status == "sure"


@pytest.mark.parametrize(
    ("sentence", "count", "active"),
    [
        ("采用MoE架构，671B总参数/37B激活参数，在工业语料上训练。", 671 * 10**9, 37 * 10**9),
        ("模型总参数6,710亿，推理时仅激活370亿参数。", 671 * 10**9, 37 * 10**9),
        ("本模型拥有130亿参数，支持图文输入。", 13 * 10**9, None),
        ("模型的参数数量为32亿。", 32 * 10**8, None),
        ("模型参数达1.8万亿，训练耗时三个月。", 18 * 10**11, None),
        ("与参数量1750亿的GPT-3相比，本模型参数量70亿，推理更快。", 7 * 10**9, None),
        ("相比于通用的千亿参数大模型，本模型仅130亿参数。", 13 * 10**9, None),
    ],
)
def test_a_models_size_is_read_however_the_sentence_puts_it(
    line, page, read, sentence, count, active
):
    stated = read("rd_report", page([line(sentence, 0.05, 0.2)]))
    assert stated.field("parameter_count").value.value == count
    read_active = stated.field("parameter_count_active").value
    assert (None if read_active is None else read_active.value) == active


@pytest.mark.parametrize(
    "sentence",
    [
        "在Qwen2.5-72B基础上微调，可训练参数约1.2亿。",
        "采集设备参数2.3万条用于训练。",
        "大模型参数达千亿级别，应用前景广阔。",
    ],
)
def test_other_parameters_are_not_the_models_size(line, page, read, sentence):
    stated = read("rd_report", page([line(sentence, 0.05, 0.2)]))
    assert stated.field("parameter_count").value is None


def test_a_size_that_is_only_stated_of_the_base_is_left_to_a_person(line, page, read):
    count = read("rd_report", page([line("基座模型参数量为720亿。", 0.05, 0.2)]))
    assert count.field("parameter_count").status == "doubtful"


@pytest.mark.parametrize(
    ("sentence", "terabytes"),
    [
        ("训练数据集共计12.5TB。", "12.5"),
        ("数据集规模15TB，覆盖120类缺陷。", "15"),
        ("图像数据8TB、文本数据4.5TB，训练数据合计12.5TB。", "12.5"),
        ("累计使用800GB工业语料进行训练。", "0.8"),
        ("配备512GB的高质量内存用于训练数据处理。", None),
        ("每天新增数据1.2TB用于持续训练。", None),
        ("构建行业语料12.5TB，其中图像9.8TB、文本2.7TB。", "12.5"),
        ("构建行业语料9.8TB，另有图像2.7TB。", None),
    ],
)
def test_only_the_data_a_model_was_trained_on_is_its_training_data(
    line, page, read, sentence, terabytes
):
    stated = read("rd_report", page([line(sentence, 0.05, 0.2)])).field("training_data").value
    assert (None if stated is None else stated.value) == (terabytes and Decimal(terabytes))


def test_a_size_broken_over_two_lines_keeps_its_first_digits(line, page, read):
    lines = [line("训练过程累计使用1", 0.1, 0.2), line("2.5TB工业语料。", 0.1, 0.222)]
    stated = read("rd_report", page(lines)).field("training_data").value
    assert stated.value == Decimal("12.5")


def test_two_sizes_of_all_training_data_leave_it_in_doubt(line, page, read):
    lines = [
        line("训练数据规模为12.5TB。", 0.1, 0.2),
        line("模型训练数据总量达到8TB。", 0.1, 0.3),
    ]
    assert read("rd_report", page(lines)).field("training_data").status == "doubtful"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("基座模型选用Qwen2.5-7B、架构为Transformer解码器。", "Qwen2.5-7B"),
        ("基座模型为DeepSeek-V3、GLM-4两个开源模型。", "DeepSeek-V3、GLM-4"),
        ("1.基础大模型。本模型采用百度文心4.5作为基础大模型。", "百度文心4.5"),
        ("在Llama-3-8B基础上进行领域微调。", "Llama-3-8B"),
        ("国外同类产品的基座模型为GPT-4，本模型以GLM-4-9B为基座。", "GLM-4-9B"),
        ("基于PyTorch框架进行训练，使用Transformer架构。", None),
        ("采用YOLOv8模型作为缺陷检测基线进行对比。", None),
        ("基础大模型是工业大模型的核心组成部分。", None),
    ],
)
def test_a_base_model_is_a_model_and_nothing_more_of_the_sentence(line, page, read, sentence, name):
    stated = read("rd_report", page([line(sentence, 0.05, 0.2)])).field("base_model").value
    assert (None if stated is None else stated.value) == name


def test_a_base_models_name_broken_over_two_lines_is_read_whole(line, page, read):
    lines = [
        line("本项目面向装备制造企业的故障诊断需求，基座模型为Qwen2.5-", 0.1, 0.2),
        line("72B，在三十年积累的维修工单上继续训练。", 0.1, 0.222),
    ]
    assert read("rd_report", page(lines)).field("base_model").value.value == "Qwen2.5-72B"


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("项目自2023年6月启动，2025年12月完成。", ("2023-6", "2025-12")),
        (
            "2022年3月至2022年9月参与标准制定，研发周期为2024年1月至2025年6月。",
            ("2024-1", "2025-6"),
        ),
        ("项目审计期间为2025年1月1日至2025年12月31日。", None),
        ("调研期间（2023年1月至2023年3月）走访了20家企业。", None),
    ],
)
def test_only_the_time_of_development_is_taken_for_it(line, page, read, sentence, months):
    stated = read("rd_report", page([line(sentence, 0.05, 0.2)]))
    ends = [stated.field(f"rd_period_{end}").value for end in ("start", "end")]
    assert [each and f"{each.year}-{each.month}" for each in ends] == list(months or (None, None))


def test_a_part_whose_heading_was_not_made_out_is_not_said_to_be_missing(line, page, read):
    lines = [
        line("一、项目概述", 0.1, 0.1),
        line("（二）技术创新及其与国内外同类模型的对比分析如下", 0.1, 0.3),
        line("三、应用成效情况", 0.1, 0.5),
    ]
    parts = read("rd_report", page(lines)).field("parts")
    assert parts.value.values == ("overview", "results")
    assert parts.status == "doubtful"


def test_a_phase_of_the_work_is_not_the_time_of_the_whole(line, page, read):
    lines = [
        line("本项目实施分两个阶段：第一阶段（2024年1月至2024年6月）完成数据治理。", 0.05, 0.2),
        line("本模型研发周期为2024年1月至2025年11月。", 0.05, 0.3),
    ]
    stated = read("rd_report", page(lines))
    assert stated.field("rd_period_end").value.year == 2025
    assert stated.field("rd_period_end").value.month == 11
    assert read("rd_report", page(lines[:1])).field("rd_period_end").value is None


def test_the_people_of_the_models_team_are_not_all_of_the_units(line, page, read):
    lines = [
        line("模型研发团队共有研发人员36人。", 0.05, 0.2),
        line("公司现有研发人员142人。", 0.05, 0.3),
    ]
    assert read("rd_report", page(lines)).field("rd_staff").value.value == 142


def test_one_of_the_sizes_a_model_is_offered_in_is_not_its_size(line, page, read):
    lines = [line("模型参数量为70亿（基础版）、130亿（专业版）。", 0.05, 0.2)]
    assert read("rd_report", page(lines)).field("parameter_count").status != "sure"


def test_a_heading_does_not_use_up_what_the_paragraph_below_says(line, page, read):
    lines = [
        line("(一)项目概述", 0.1, 0.2),
        line(
            "本项目研发周期为2024年11月至2026年10月，面向棉纺、化纤织造企业，解决人工", 0.14, 0.23
        ),
        line("验布效率低、漏检率高的问题。", 0.1, 0.26),
    ]
    stated = read("rd_report", page(lines))
    months = [stated.field(f"rd_period_{end}").value for end in ("start", "end")]
    assert [(each.year, each.month) for each in months] == [(2024, 11), (2026, 10)]


def test_a_day_that_the_text_names_is_kept(line, page, read):
    lines = [line("本项目于2024年10月1日启动，2025年12月31日完成研发。", 0.05, 0.2)]
    stated = read("rd_report", page(lines))
    assert str(stated.field("rd_period_start").value.value) == "2024-10-01"
    assert str(stated.field("rd_period_end").value.value) == "2025-12-31"

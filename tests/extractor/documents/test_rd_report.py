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

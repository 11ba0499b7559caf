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

def test_a_name_that_wraps_under_its_caption_is_read_whole(line, page, read):
    lines = [
        line("特" * 36, 0.2, 0.3),
        line(
            "申请单位（盖章）：" + "墨联工业智能（武汉）股份有限" + "责任技术服务发展集团总公司分",
            0.2,
            0.5,
        ),
        line("公司", 0.2, 0.522),
    ]
    stated = read("commitment", page(lines))
    assert stated.field("unit_name").value.value.endswith("公司分公司")

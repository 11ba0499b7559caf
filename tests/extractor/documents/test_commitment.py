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


def test_what_was_read_beside_the_caption_is_a_signature(line, page, read):
    lines = [line("申请单位法人代表（签名）：", 0.2, 0.5), line("乙又", 0.6, 0.49, 0.4)]
    assert read("commitment", page(lines)).field("signed").value.value == "yes"


def test_a_blank_place_for_the_signature_is_not_signed(line, page, read):
    lines = [
        line("申请单位法人代表（签名）：", 0.2, 0.5),
        line("申请单位（盖章）：某某公司", 0.2, 0.53),
        line("2026年3月27日", 0.6, 0.56),
    ]
    assert read("commitment", page(lines)).field("signed").value.value == "no"

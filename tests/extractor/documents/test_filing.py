HEAD = ["序号", "算法名称", "主体名称", "备案编号"]
OWN = ["4", "图纸生成算法", "武汉某某公司", "网信算备420100325024903258522号"]
OTHER = ["5", "内容推荐算法", "武汉另一公司", "网信算备420106803079901240025号"]


def test_the_one_filing_of_a_list_is_read(table, page, read):
    stated = read("filing", page([], [table([HEAD, OWN])]))
    assert stated.field("number").value.value == OWN[3]
    assert stated.field("owner").value.value == OWN[2]


def test_of_several_filings_none_is_taken_for_the_applicants(table, page, read):
    stated = read("filing", page([], [table([HEAD, OTHER, OWN])]))
    for name in ("number", "name", "owner"):
        assert stated.field(name).status == "unreadable"


def test_a_letter_names_algorithm_addressee_and_day(line, page, read):
    lines = [
        line("武汉某某公司：", 0.1, 0.15),
        line("你单位提交的“图纸生成算法”备案材料收悉。", 0.14, 0.2),
        line(f"备案编号：{OWN[3]}", 0.1, 0.25),
        line("国家互联网信息办公室", 0.4, 0.5),
        line("2025年5月20日", 0.4, 0.53),
    ]
    stated = read("filing", page(lines))
    assert stated.field("name").value.value == "图纸生成算法"
    assert stated.field("owner").value.value == "武汉某某公司"
    assert stated.field("date").value.value.isoformat() == "2025-05-20"


def test_every_row_of_a_list_is_kept(table, page, read):
    entries = read("filing", page([], [table([HEAD, OTHER, OWN])])).field("entries")
    assert [record["owner"].value for record in entries.value.records] == [OTHER[2], OWN[2]]
    assert entries.status == "sure"


def test_of_a_list_whose_columns_cannot_be_told_no_number_is_taken(line, page, read):
    lines = [
        line("关于生成式人工智能服务已备案信息的公告", 0.2, 0.1),
        line("某大模型 武汉某某公司 Hubei-HanDong-202512080003", 0.1, 0.3),
        line("江城大模型 武汉另一公司 Hubei-JiangCheng-", 0.1, 0.34),
        line("202512080004", 0.6, 0.36),
        line("2025年12月12日", 0.7, 0.5),
    ]
    stated = read("filing", page(lines))
    assert stated.field("number").value is None
    assert stated.field("date").value is None


def test_a_serial_on_the_next_line_belongs_to_the_number(line, page, read):
    lines = [
        line("生成式人工智能服务备案通知", 0.3, 0.1),
        line("已通过备案，备案号为：Hubei-HanDong-20251208", 0.1, 0.3),
        line("0003。", 0.1, 0.324),
        line("2025年12月12日", 0.6, 0.5),
    ]
    stated = read("filing", page(lines))
    assert stated.field("number").value.value == "Hubei-HanDong-202512080003"


def test_a_year_under_the_number_is_no_serial(line, page, read):
    lines = [
        line("生成式人工智能服务备案通知", 0.3, 0.1),
        line("备案号：Hubei-HanDong-20251208", 0.1, 0.3),
        line("2025年12月12日", 0.1, 0.324),
    ]
    stated = read("filing", page(lines))
    assert stated.field("number").value.value == "Hubei-HanDong-20251208"


def test_a_number_parted_at_a_hyphen_that_was_not_read_is_in_doubt(line, page, read):
    lines = [
        line("经审核，予以登记，登记编号：HuBei", 0.1, 0.3),
        line("ChuHong-202511180032。", 0.1, 0.33),
    ]
    number = read("filing", page(lines)).field("number")
    assert number.value.value == "HuBei-ChuHong-202511180032"
    assert number.status == "doubtful"

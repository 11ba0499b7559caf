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

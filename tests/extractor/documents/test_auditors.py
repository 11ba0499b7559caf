def test_a_sentence_that_breaks_behind_the_words_names_no_accountant(line, page, read):
    lines = [
        line("我们按照中国注册会计师职业道", 0.1, 0.2),
        line("德守则，独立于贵公司。", 0.1, 0.22),
        line("中国注册会计师：蒋德全", 0.6, 0.6),
        line("中国注册会计师：童雅琳", 0.6, 0.64),
    ]
    names = read("audit_report", page(lines)).field("accountants")
    assert names.value.values == ("蒋德全", "童雅琳")

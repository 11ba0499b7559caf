from extractor.evaluate.fields import compare_documents
from extractor.evaluate.truth import TrueDocument, TrueField, TruePageNumber, TruePlace
from models.report import ReportDocument, ReportEvidence, ReportField, ReportPageNumber

BOX = (0.4, 0.2, 0.6, 0.22)


def field(name, value, status="sure", box=BOX):
    evidence = ReportEvidence(file=0, page=4, box=box, text="", confidence=0.9, source="ocr")
    return ReportField(
        key=f"business_licence.{name}",
        label=name,
        kind="text",
        value=value,
        text=str(value),
        confidence=0.9,
        status=status,
        evidence=[evidence] if value is not None else [],
    )


def document(*fields, name="business_licence-1", pages=(4,), file=0):
    return ReportDocument(
        id=name,
        kind="business_licence",
        title="营业执照",
        pages=[ReportPageNumber(file=file, number=page) for page in pages],
        fields=list(fields),
    )


def truth(pages=(4,), **values):
    return TrueDocument(
        id="business_licence-1",
        kind="business_licence",
        pages=tuple(TruePageNumber(file=0, number=page) for page in pages),
        fields=tuple(
            TrueField(
                key=f"business_licence.{name}",
                kind="text",
                value=value,
                evidence=(TruePlace(file=0, page=4, box=BOX),),
            )
            for name, value in values.items()
        ),
    )


def outcomes(read, expected):
    fields, _, _ = compare_documents(read, expected, {0: 0})
    return {each.key.removeprefix("business_licence."): each.outcome for each in fields}


def test_wrong_values_are_told_apart_by_whether_they_look_sure():
    read = document(
        field("name", "甲公司"), field("type", "乙", "doubtful"), field("address", "丙路1号")
    )

    assert outcomes([read], [truth(name="申公司", type="乙乙", address="丙路1号")]) == {
        "name": "wrong_sure",
        "type": "wrong_doubtful",
        "address": "right",
    }


def test_a_value_nobody_printed_is_wrong_and_one_rightly_left_out_counts_for_nothing():
    read = document(field("name", "甲公司"), field("term", None, "missing"))

    assert outcomes([read], [truth(name=None, term=None)]) == {
        "name": "wrong_sure",
        "term": "rightly_empty",
    }


def test_an_unread_value_and_a_field_without_a_document_are_missing():
    read = document(field("name", None, "unreadable"))

    assert outcomes([read], [truth(name="甲公司")]) == {"name": "missing"}
    assert outcomes([], [truth(name="甲公司")]) == {"name": "missing"}


def test_a_table_that_is_sure_of_itself_and_lost_a_row_is_wrong_and_sure():
    rows = [{"name": "甲", "amount": "1.00"}, {"name": "乙", "amount": "2.00"}]
    unread = [rows[0], {"name": "乙", "amount": None}]

    assert outcomes([document(field("items", rows[:1]))], [truth(items=rows)]) == {
        "items": "wrong_sure"
    }
    assert outcomes([document(field("items", unread))], [truth(items=rows)]) == {"items": "missing"}


def test_the_document_with_most_pages_in_common_is_compared_and_the_rest_is_too_many():
    whole = document(field("name", "甲公司"), name="business_licence-2", pages=(4, 5))
    piece = document(field("name", "乙公司"), name="business_licence-1", pages=(6,))

    fields, found, extra = compare_documents(
        [piece, whole], [truth(pages=(4, 5, 6), name="甲公司")], {0: 0}
    )

    assert [each.outcome for each in fields] == ["right"]
    assert found == 1
    assert [(each.id, each.sure_values) for each in extra] == [("business_licence-1", 1)]


def test_documents_of_files_without_truth_are_left_out():
    form = document(field("name", "甲公司"), file=1)

    _, _, extra = compare_documents([form], [truth(name="甲公司")], {0: 0})

    assert extra == ()


def test_a_right_value_read_in_the_wrong_place_is_a_missed_box():
    read = document(field("name", "甲公司", box=(0.4, 0.5, 0.6, 0.52)), field("type", "乙"))

    fields, _, _ = compare_documents([read], [truth(name="甲公司", type="乙")], {0: 0})

    assert [each.box_hit for each in fields] == [False, True]

from api.jobs.claims import Claims

A, B, C = ("a", 1), ("a", 2), ("a", 3)


def test_a_page_has_one_reader_at_a_time() -> None:
    claims = Claims()
    first, none = claims.claim([A, B])
    second, others = claims.claim([B, C])
    assert (first.pages, none) == (frozenset({A, B}), [])
    assert (second.pages, others) == (frozenset({C}), [first])


def test_pages_that_were_given_up_can_be_claimed_by_who_waited() -> None:
    claims = Claims()
    first, _ = claims.claim([A])
    _, [waited_for] = claims.claim([A])
    claims.release(first)
    assert waited_for.done.is_set()
    again, others = claims.claim([A])
    assert (again.pages, others) == (frozenset({A}), [])

from extractor.evaluate.places import any_points_at, bounding, points_at, shared

LINE = bounding((0.40, 0.200, 0.60, 0.212))


def test_a_cell_around_the_print_and_a_part_of_the_print_both_point_at_it():
    assert points_at(bounding((0.30, 0.195, 0.75, 0.215)), LINE)
    assert points_at(bounding((0.40, 0.200, 0.50, 0.212)), LINE)


def test_the_row_below_and_the_column_beside_do_not():
    assert not points_at(bounding((0.40, 0.220, 0.60, 0.232)), LINE)
    assert not points_at(bounding((0.65, 0.200, 0.85, 0.212)), LINE)


def test_a_box_over_the_whole_page_points_at_nothing():
    assert not points_at(bounding((0.0, 0.0, 1.0, 1.0)), LINE)


def test_a_box_on_another_page_is_no_hit():
    box = (0.40, 0.200, 0.60, 0.212)

    assert any_points_at([(0, 3, box)], [(0, 2, box), (0, 3, box)])
    assert not any_points_at([(0, 4, box)], [(0, 2, box), (0, 3, box)])
    assert not any_points_at([(1, 3, box)], [(0, 3, box)])


def test_boxes_share_their_intersection_over_their_union():
    assert shared(bounding((0, 0, 0.2, 0.2)), bounding((0.1, 0, 0.3, 0.2))) == 1 / 3
    assert shared(bounding((0, 0, 0.1, 0.1)), bounding((0.5, 0.5, 0.6, 0.6))) == 0.0

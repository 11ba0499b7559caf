"""Processes that extract and check; one that dies takes no other submission with it."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.batch.processes import finishers
from models.errors import HeyanError

pytestmark = pytest.mark.cluster


def test_work_that_kills_its_process_fails_alone() -> None:
    with finishers(1) as pool, ThreadPoolExecutor() as threads:
        deadly = [threads.submit(pool.run, os._exit, 9) for _ in range(2)]
        others = [threads.submit(pool.run, divmod, number, 3) for number in range(3)]
        assert [each.result() for each in others] == [(0, 0), (0, 1), (0, 2)]
        for each in deadly:
            with pytest.raises(HeyanError, match="意外退出"):
                each.result()
        assert pool.run(divmod, 7, 3) == (2, 1)

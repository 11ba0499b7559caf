"""Files that are sent to workers which don't see them."""

import os
import signal

import pytest

from api.jobs.cluster import cluster_client
from api.jobs.delivery import Delivery
from api.jobs.settings import JobSettings
from api.jobs.station import station_name
from tests.api.jobs.conftest import OpenFile

pytestmark = pytest.mark.cluster


def test_a_worker_that_is_gone_is_sent_nothing(
    doubles: None, settings: JobSettings, open_file: OpenFile
) -> None:
    with cluster_client(settings) as client:
        gone, _ = client.nthreads()
        os.kill(client.run(os.getpid)[gone], signal.SIGKILL)
        Delivery(client, station_name(settings)).deliver(open_file("sent.pdf", 1), gone)

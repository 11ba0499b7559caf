"""What the service counts and times for Prometheus; labels hold kinds and states, never names."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from api.store.counting import Counts

_REQUEST_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10)
_JOB_SECONDS = (0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800)


class Measures:
    """The registry of one application; two in one process don't share it."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Histogram(
            "heyan_request_seconds",
            "Time to answer a request, by route and status class",
            ("method", "route", "status"),
            buckets=_REQUEST_SECONDS,
            registry=self.registry,
        )
        self._jobs = Histogram(
            "heyan_job_seconds",
            "Time a job took, by kind and outcome",
            ("kind", "outcome"),
            buckets=_JOB_SECONDS,
            registry=self.registry,
        )
        self._corrections = Counter(
            "heyan_corrections_total", "Values corrected by people", registry=self.registry
        )
        self._counts = {
            name: Gauge(f"heyan_{name}", help_text, ("state",), registry=self.registry)
            for name, help_text in (
                ("submissions", "Submissions by processing state"),
                ("reviews", "Submissions by state of review"),
                ("verdicts", "Submissions by verdict"),
                ("jobs", "Jobs by state"),
            )
        }
        self._pages = Gauge("heyan_pages", "Pages of all submissions", registry=self.registry)
        self._undelivered = Gauge(
            "heyan_webhooks_undelivered", "Deliveries still to be made", registry=self.registry
        )
        self._listeners = Gauge(
            "heyan_event_listeners", "Browsers that listen for events", registry=self.registry
        )

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Notes one answered request; ``route`` is the template, never the path."""
        self._requests.labels(method, route, f"{status // 100}xx").observe(seconds)

    def job(self, kind: str, outcome: str, seconds: float) -> None:
        """Notes one ended job."""
        self._jobs.labels(kind, outcome).observe(seconds)

    def corrected(self) -> None:
        """Notes one corrected value."""
        self._corrections.inc()

    def exposition(self, counts: Counts, listeners: int) -> bytes:
        """Everything in the text format of Prometheus, with what the store holds now."""
        for name, by_state in (
            ("submissions", counts.processing),
            ("reviews", counts.review),
            ("verdicts", counts.verdict),
            ("jobs", counts.jobs),
        ):
            self._counts[name].clear()
            for state, number in by_state.items():
                self._counts[name].labels(state).set(number)
        self._pages.set(counts.pages)
        self._undelivered.set(counts.undelivered)
        self._listeners.set(listeners)
        return generate_latest(self.registry)

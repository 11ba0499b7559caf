"""What happens to submissions, told at once to whoever listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Any

_WAITING = 200
"""Events a slow listener may lag behind before it loses the oldest."""


@dataclass(frozen=True)
class Event:
    """Something that happened to one submission."""

    name: str
    """``progress``, ``submission``, ``done`` or ``failed``."""
    submission: str
    data: dict[str, Any]
    """Plain JSON; no names, no values of fields."""


class Events:
    """Told from any thread, heard in the event loop; nothing is kept for those who come later."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[Event], asyncio.AbstractEventLoop] = {}
        self._lock = Lock()

    def tell(self, name: str, submission: str, **data: Any) -> None:
        """Puts the event before everyone who listens now."""
        event = Event(name, submission, data)
        with self._lock:
            listeners = list(self._listeners.items())
        for queue, loop in listeners:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_put, queue, event)

    async def listen(self, seconds: float) -> AsyncIterator[Event | None]:
        """Every event from now on; None whenever ``seconds`` passed without one."""
        queue: asyncio.Queue[Event] = asyncio.Queue(_WAITING)
        with self._lock:
            self._listeners[queue] = asyncio.get_running_loop()
        try:
            while True:
                try:
                    yield await asyncio.wait_for(queue.get(), seconds)
                except TimeoutError:
                    yield None
        finally:
            with self._lock:
                self._listeners.pop(queue, None)

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return len(self._listeners)


def _put(queue: asyncio.Queue[Event], event: Event) -> None:
    if queue.full():
        queue.get_nowait()
    queue.put_nowait(event)

"""Work over many cases at once: what makes it fast and would be wrong to do for one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many() -> Iterator[None]:
    """Let Python not look for cycles meanwhile: cases have none, and looking costs half of reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

"""The sample office and the generator of invented cases. Invented people only; victims are codes.

`office()` is the sample: the Malvani case first, written by hand as case files of version 1 that
double as documentation. `generate(n, seed)` invents as many more as are asked for, with `courts()`
as the courts they name. Both stand still on `SAMPLE_TODAY`, so that a picture of them never ages.
"""

from __future__ import annotations

from tracker.samples.generator import generate
from tracker.samples.places import courts
from tracker.samples.sample import Batch, case_files, office
from tracker.samples.when import SAMPLE_TODAY

__all__ = ["SAMPLE_TODAY", "Batch", "case_files", "courts", "generate", "office"]

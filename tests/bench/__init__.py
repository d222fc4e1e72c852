"""Speed, as ratios to something run beside it in the same run. `make bench`; never part of the tests."""

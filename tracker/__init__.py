"""The prosecution tracker: each case from FIR to judgment, with the law's own clocks."""

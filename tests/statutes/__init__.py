"""Tests of the law rows."""

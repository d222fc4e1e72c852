# Everything sets itself up: `make run` and `make test` work on a fresh clone with Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin
# Else every program that a test starts, and each worker of pytest, would compile all of ours anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check bench ordeal clean
.DEFAULT_GOAL := run

run: .venv/run.stamp      ## open the program on the sample office (prints its docket where there is no terminal)
	@$(BIN)/tracker demo

test: .venv/dev.stamp     ## every check: lint, layers, all tests, and types beside them
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports
	$(BIN)/mypy > .venv/types.txt 2>&1 & types=$$!; $(BIN)/python -m pytest -n 2 --dist worksteal; tests=$$?; \
	wait $$types || { cat .venv/types.txt; exit 1; }; exit $$tests

check: .venv/dev.stamp    ## before each commit: lint, types, layers, the fast tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports && $(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

bench: .venv/dev.stamp    ## measure speed as ratios to something run beside it (BENCH_CASES=1000000 for the full size, BENCH_COPIED=1 to make it of copies)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m tests.bench

ordeal: .venv/dev.stamp   ## the long ones: 500 kills and power cuts, hostile input by the thousand, an hour of fuzzing (FUZZ_MINUTES=2 KILLS=30 CUTS=30 EXAMPLES=100: shorter)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'atheris>=2.3'
	@$(BIN)/python -m tests.bench.ordeal

clean:                    ## remove what the other lines made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make run PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.stamp: pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/dev.stamp: pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch .venv/run.stamp $@

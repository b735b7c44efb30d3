# Everything runs from here; the only things needed first are Python 3.11 or newer, make and git.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test whole check sound quick engines soak heard golden bench bundle browser clean

PYTHON ?= python3
WORKERS ?= auto
VENV := .venv
BIN := $(VENV)/bin
STATIC := src/decisionaid/_static
THEME := src/decisionaid/theme

# The build must give the same bytes in every language and time zone.
export LC_ALL := C.UTF-8
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# What Python compiled once is kept, also where that is switched off: tests start it many times.
export PYTHONDONTWRITEBYTECODE :=

# Stamps: newer than a file when the environment holds what that file asks for.
SITE_ENV := $(VENV)/.site
TEST_ENV := $(VENV)/.test
INSTALLED := $(VENV)/.installed
BROWSER := $(VENV)/.browser
HEARD := $(VENV)/.heard
# What finds and starts browsers.
STARTERS := $(wildcard tests/browser/install.py tests/browser/chromium.py tests/browser/heard/desk.py \
	tests/browser/engines/webkit.py tests/browser/engines/firefox.*)
# One run of tests for each core, four at most: each may start a browser. Groups stay together.
# What was run once more is listed with what it failed of.
PYTEST := $(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4 --dist loadgroup \
	--rerun-show-tracebacks
THEME_SOURCES := $(shell find $(THEME) -name node_modules -prune -o -name generated -prune -o \
	-type f \( -name '*.ts' -o -name '*.mjs' -o -name '*.css' -o -name '*.json' -o -name .npmrc \) -print)

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 20

site: $(INSTALLED) $(STATIC)/aid.js ## build every aid and the handbook into build/site
	$(BIN)/decisionaid build --hosting build/hosting $(if $(PLACE),--place $(PLACE))

serve: $(INSTALLED) $(STATIC)/aid.js ## show the site in a browser, rebuild what changes
	$(BIN)/decisionaid serve $(if $(PLACE),--place $(PLACE))

test: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js $(BROWSER) ## run every check and every test, in a real browser too
	$(MAKE) --jobs=2 sound whole

whole: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js $(BROWSER)
	$(PYTEST) -m "not engines and not heard and not soak"

check: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js ## run what needs no browser: quick, before each commit
	$(MAKE) --jobs=2 sound quick

quick: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js
	$(PYTEST) -m "not long and not soak" --ignore tests/browser

# What reads the sources only, and the tests of the browser's scripts, which need no browser.
sound: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python hatch_build.py node node_modules/typescript/bin/tsc --noEmit
	$(BIN)/python hatch_build.py node node_modules/typescript/bin/tsc --noEmit -p tsconfig.pure.json
	$(BIN)/python hatch_build.py node run-tests.mjs

engines: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js $(BROWSER) ## walk the long ways in WebKit and Firefox too
	@# One window at a time: Firefox loses a key in one that is not in front.
	$(BIN)/python -m pytest -m engines tests/browser/engines

soak: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js $(BROWSER) ## try thousands more random sources, and each aid in each window
	$(PYTEST) -m soak
	DECISIONAID_SOAK=1 $(BIN)/python hatch_build.py node run-tests.mjs

heard: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js $(HEARD) ## compare what a screen reader says with what it said; GOLDEN=1 writes it anew
	$(BIN)/python -m pytest -m heard tests/browser/heard $(if $(GOLDEN),--golden)

golden: $(TEST_ENV) $(INSTALLED) $(STATIC)/aid.js ## write the golden files anew: read the diff
	$(BIN)/python -m pytest -m "golden and not browser" --golden

bench: $(INSTALLED) $(STATIC)/aid.js ## measure time, memory and page weight
	$(BIN)/python -m bench.run
	$(BIN)/python -m bench.check

bundle: $(STATIC)/aid.js ## bundle the browser's scripts and styles

browser: $(BROWSER)

clean: ## delete what was built; the environment stays
	rm -rf build dist $(STATIC) $(THEME)/generated .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv is missing: on Debian or Ubuntu, apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(SITE_ENV): requirements/site.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/site.txt
	@touch $@

$(TEST_ENV): requirements/test.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@ $(SITE_ENV) # what the tests need holds all that the site needs

$(INSTALLED): pyproject.toml hatch_build.py | $(SITE_ENV)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(STATIC)/aid.js: $(THEME_SOURCES) hatch_build.py | $(INSTALLED)
	$(BIN)/python hatch_build.py

$(BROWSER): $(STARTERS) | $(TEST_ENV) $(STATIC)/aid.js
	$(BIN)/python -m tests.browser.install
	@touch $@

$(HEARD): $(STARTERS) | $(TEST_ENV)
	$(BIN)/python -m tests.browser.install heard
	@touch $@

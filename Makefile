# make site   build the demonstration site into output/
# make test   run all tests
# make check  the whole quality gate: format, lint, types, tests
# make web-tools  what the tests of pages and links run with npm; without it they are skipped
# make bench-tools  the same for bench/site.py
.PHONY: site test check web-tools bench-tools serve clean
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin

site: .venv/installed
	@$(BIN)/byline import content/captures
	@$(BIN)/byline build

serve: site
	@$(BIN)/byline serve

test: .venv/installed-dev
	$(BIN)/pytest

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

web-tools: tests/web/node_modules/.package-lock.json

bench-tools: web-tools bench/web/node_modules/.package-lock.json

%/node_modules/.package-lock.json: %/package-lock.json
	npm ci --prefix $* --loglevel=error
	@touch $@

clean:
	rm -rf .venv output ezine .byline-cache tests/web/node_modules bench/web/node_modules

.venv/pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Byline needs Python 3.11 or newer; name one: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: .venv/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch .venv/installed $@

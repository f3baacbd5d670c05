# The two commands are `make site` and `make test`; both set up what the machine lacks.

bin := .venv/bin
export NO_MKDOCS_2_WARNING := 1
# How the whole suite runs. A worker that is done takes tests from the other's end, so that both
# work until the last; tests that follow each other mostly stay together, and so do their caches.
every_core := -n auto --dist worksteal

.PHONY: help site test check bench judge serve lint format screens lock setup-site setup-test clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

site: setup-site ## Make the site and the handouts in build/
	@$(bin)/plainguide build

check: setup-site ## Check the content, and list every finding
	@$(bin)/plainguide check

bench: setup-test ## Tell how well the rules do, how fast they are, and how fast handouts are printed; long
	@$(bin)/python bench/faults.py
	@$(bin)/python bench/speed.py $(BENCH)
	@$(bin)/python bench/handouts.py

judge: setup-test site ## Let Lighthouse judge every page of the site; 45 minutes
	@scripts/setup browser
	@$(bin)/python bench/judged.py $(PAGES)

serve: setup-site ## Show the site, and renew it at each change
	@$(bin)/plainguide serve

test: setup-test ## Run every test, those in a browser included
	@scripts/setup browser
	@$(bin)/ruff check -q
	@$(bin)/ruff format -q --check
	@$(bin)/mypy
	@$(bin)/python -m pytest $(every_core)

lint: setup-test ## Check the code's style and types
	@$(bin)/ruff check
	@$(bin)/ruff format --check
	@$(bin)/mypy

format: setup-test ## Put the code into the house's form
	@$(bin)/ruff check -q --fix
	@$(bin)/ruff format

screens: setup-test site ## Take the pictures in docs/screens/ anew
	@$(bin)/python scripts/screens.py

lock: setup-test ## Pin the newest dependencies, with their hashes
	@$(bin)/python -m pip install -q uv
	@$(bin)/uv pip compile -q --universal --upgrade --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 pyproject.toml --extra build -o requirements.lock
	@$(bin)/uv pip compile -q --universal --upgrade --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 pyproject.toml --extra build --extra dev -c requirements.lock \
		-o requirements-dev.lock

clean: ## Delete everything that was made
	@rm -rf build/.cache build/site build/handouts build/pages/patient build/pages/professional build/pages/*.md

setup-site:
	@scripts/setup site

setup-test:
	@scripts/setup test

# Painmap: run it, test it, measure it. Needs python3 (3.11 to 3.13), pip and make.

PYTHON ?= python3
IN_VENV = .venv/bin/python
WINDOWLESS = QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen}
PIP = $(IN_VENV) -m pip install -q --disable-pip-version-check --no-input

# The first of these that is a Python that Painmap runs on; empty where none is.
SUITABLE = $(shell for p in "$(PYTHON)" python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo "$$p" && break; done)

# An environment that was left half-made, whose Python went away, or that was made in another folder is made anew.
ifneq ($(shell test -x $(IN_VENV) && cat .venv/.made 2>/dev/null),$(CURDIR))
$(shell rm -f .venv/.made .venv/.ready .venv/.tools .venv/.fonts .venv/.bundle)
endif

define need_python
	@test -n "$(SUITABLE)" || { echo "Painmap needs Python 3.11, 3.12 or 3.13, and none was found:" \
		"install one, or name it with 'make run PYTHON=/path/to/python3'." >&2; exit 2; }
endef

# While pip works, .venv/.made is away, so that an interrupted installation is never taken for a whole one.
define install
	@rm -f .venv/.made
	@$(PIP) $(1) || { echo "Some parts could not be installed:" \
		"check the internet connection and the free disk space, then run this again." >&2; exit 2; }
	@echo "$(CURDIR)" > .venv/.made
	@touch $@
endef

.PHONY: help run test check reliability bench demo screenshots window patients hostile schema bodymap fonts bundle clean screen

help: ## says what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1  /p' Makefile | awk -F '  +' '{ printf "  %-18s %s\n", $$2, $$3 }'

run: screen .venv/.ready ## starts Painmap
	@$(IN_VENV) -m painmap $(ARGS)

test: .venv/.tools ## runs the tests, with coverage
	@$(WINDOWLESS) $(IN_VENV) -m painmap.screen
	@$(WINDOWLESS) $(IN_VENV) -m pytest --cov -n auto --dist worksteal $(ARGS)
	@echo "The domain and the storage, each line and branch:"
	@$(IN_VENV) -m coverage report --include='painmap/domain/*,painmap/storage/*' --fail-under=100

check: .venv/.tools ## checks style, types and layers
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

reliability: .venv/.ready ## kills, cuts and starves diaries many times, and counts that nothing is lost
	@$(IN_VENV) tools/reliability.py $(ARGS)

bench: .venv/.ready ## measures Painmap against the bare libraries
	@$(WINDOWLESS) $(IN_VENV) tools/bench.py $(ARGS)

demo: .venv/.ready ## draws every page and the report of an invented diary into build/demo
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) -m painmap.screen
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) tools/demo.py $(ARGS)

screenshots: demo .venv/.tools ## puts the pictures of the README into docs, from make demo
	@$(IN_VENV) tools/pictures.py

window: .venv/.ready ## drives a real window, and reads it as a screen reader does
	@$(IN_VENV) tools/drive_window.py $(ARGS)
	@$(IN_VENV) tools/read_tree.py

patients: .venv/.ready ## logs a week of six patients by clicks in a real window, and compares what was kept
	@$(IN_VENV) tools/six_patients.py $(ARGS)

hostile: .venv/.tools ## imports 10,000 hostile files, and counts how they end
	@$(IN_VENV) tools/hostile.py $(ARGS)

schema: .venv/.ready ## writes docs/painmap.schema.json from the reader's own limits
	@$(IN_VENV) tools/schema.py

bodymap: .venv/.tools ## draws resources/bodymap.svg from its generator, and checks it
	@$(IN_VENV) tools/build_bodymap.py
	@$(IN_VENV) tools/place_figures.py
	@$(IN_VENV) tools/check_bodymap.py

fonts: .venv/.fonts ## cuts the shipped fonts from Inter
	@$(IN_VENV) tools/build_fonts.py resources/fonts

bundle: .venv/.bundle ## builds a folder that runs without Python into dist, and tries it
	@$(IN_VENV) tools/bundle/build.py
	@$(IN_VENV) tools/check_bundle.py

clean: ## removes everything that make made, never a diary
	@rm -rf .venv build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis \
		.import_linter_cache .grimp_cache
	@find painmap tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# What is missing is said before anything large is fetched.
screen:
	$(if $(wildcard .venv/.made),,$(need_python))
	@"$(if $(wildcard .venv/.made),$(IN_VENV),$(SUITABLE))" -m painmap.screen

.venv/.made:
	$(need_python)
	@"$(SUITABLE)" -c 'import ensurepip, venv' 2>/dev/null || { name=$$(basename "$(SUITABLE)")-venv; \
		echo "$$name is missing: install it with 'sudo apt install $$name'." >&2; exit 2; }
	@echo "Setting up .venv for Painmap; this is done once and takes a minute or two."
	@"$(SUITABLE)" -m venv --clear .venv
	@echo "$(CURDIR)" > $@

# Where there is no ready-made sqlcipher3 for this computer, all works but the passphrase, and Settings says so.
.venv/.ready: pyproject.toml | .venv/.made
	$(call install,-e .)
	@$(PIP) --only-binary sqlcipher3 -e ".[passphrase]" 2>/dev/null || \
		echo "Passphrases are not available on this computer; all else works."

.venv/.tools: pyproject.toml .venv/.ready
	$(call install,-e ".[test$(COMMA)check]")

.venv/.fonts: pyproject.toml .venv/.ready
	$(call install,-e ".[fonts]")

.venv/.bundle: pyproject.toml .venv/.ready
	$(call install,-e ".[bundle]")

COMMA := ,

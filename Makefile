# Two commands set everything up on a fresh machine with Python 3.11, git and make:
#   make demo   the main job on the demo investigation, ending with a dossier
#   make test   everything the tests need, then the tests

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Exactly the versions we tested; the reasons for each part are in pyproject.toml.
LOCK   := requirements.lock
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check-style types docs eval bench mission lock clean leaks test-offline

$(VENV)/.run: $(LOCK) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Muster needs Python 3.11 or newer; '$(PYTHON)' is older. Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	# What others made is compiled on first use: files that nobody imports need not lie on the disk twice.
	$(PIP) install --no-compile -c $(LOCK) -e .
	# Ours at once: where Python is told to write no bytecode, as in many containers, each start would compile it.
	$(BIN)/python -m compileall -qq src/muster
	# What a user installs, in megabytes; a test holds it to its limit.
	test -f $(VENV)/.test || du -sm $(VENV) | cut -f1 > $(VENV)/.megabytes
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(PIP) install -c $(LOCK) -e '.[test]'
	# The tests start some hundreds of processes; files of others that are for no Python of today are left out.
	$(BIN)/python -m compileall -qq -j 2 $(VENV)/lib || true
	touch $@

# Nothing is asked, nothing is fetched: documents in, project file and dossier out.
demo: $(VENV)/.run
	mkdir -p demo-out
	$(BIN)/muster run examples/demo/papers --project demo-out/demo.db --title "Demo investigation"
	$(BIN)/muster count examples/demo/questions/refusals.toml --keep --by demo --project demo-out/demo.db
	$(BIN)/muster run examples/demo/papers --project demo-out/demo.db --title "Demo investigation" > /dev/null
	@echo "Open demo-out/demo.html in a browser. Or look at it from the desk; ctrl-C closes it again:"
	@echo "    $(BIN)/muster serve -p demo-out/demo.db --by demo"

test: $(VENV)/.test
	@sh tools/debian-parts.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tools/mission.py --check
	$(BIN)/pytest -n auto --dist loadfile

# Every command of a desk under a dozen faults, at other places each time; every byte is searched after each.
leaks: $(VENV)/.test
	MUSTER_TEST_FAULTS=12 MUSTER_TEST_SEED=$$(date +%s) $(BIN)/pytest tests/leaks

# The whole suite where there is no network but this machine's own.
test-offline: $(VENV)/.test
	$(BIN)/python tools/offline.py $(BIN)/pytest

check-style: $(VENV)/.test
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

# Slow figures are separate commands with pinned results. `make eval READER=full` where the tagger is installed.
READER ?= rules
eval: $(VENV)/.test
	$(BIN)/python eval/run.py --reader $(READER)

bench: $(VENV)/.test
	$(BIN)/python bench/run.py

docs: $(VENV)/.test
	$(BIN)/python tools/reference.py

mission: $(VENV)/.test
	$(BIN)/python tools/mission.py

lock: $(VENV)/.test
	$(BIN)/python -m pip freeze --exclude-editable > $(LOCK)

clean:
	rm -rf $(VENV) demo-out

# Two commands: `make build` does the main job, `make test` proves the program.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: build test search interop bench lock docs clean

build: $(VENV)/.ready
	$(RUN)/uppdrag build

test: $(VENV)/.ready
	$(RUN)/python -m pytest -m "not interop" -n auto

# New examples for the properties, many more than `make test` tries.
search: $(VENV)/.ready
	HYPOTHESIS_PROFILE=search $(RUN)/python -m pytest -m "not interop" -n auto

interop: $(VENV)/.ready
	tools/interop/install
	$(RUN)/python -m pytest -m interop tests/interop

# The engines that are compared with are large, and needed here only.
bench: $(VENV)/.ready
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	$(RUN)/python tools/bench.py

# The locked dependencies of everything above, for every system and Python from 3.11.
lock: $(VENV)/.ready
	$(RUN)/python -m pip install --quiet uv
	$(RUN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --group dev pyproject.toml -o requirements/dev.txt
	$(RUN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --group engines -c requirements/dev.txt \
		-o requirements/bench.txt

docs: $(VENV)/.ready
	$(RUN)/python tools/faltreferens.py
	$(RUN)/python tools/regelregister.py

clean:
	rm -rf build $(VENV)

$(VENV)/.ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

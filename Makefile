# heyan: make demo reads the committed sample end to end, make test passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
INSTALLED := $(VENV)/.installed
SAMPLE := samples/golden/conflicts

.PHONY: demo test test-ocr test-cluster test-browser test-postgres lint lock weights schema accuracy benchmark clean

demo: weights
	$(BIN)/heyan verify $(SAMPLE) --out out

# One OpenCV, the one that needs no libGL: PaddleX and layoutparser ask for two other builds by
# name, so the headless build of the same version goes over them last, without dependencies.
$(INSTALLED): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint requirements.lock --editable '.[dev]'
	$(BIN)/pip install --quiet --no-deps --force-reinstall opencv-contrib-python-headless==4.10.0.84
	touch $@

weights: $(INSTALLED)
	$(BIN)/python -m extractor weights

test: $(INSTALLED)
	$(BIN)/python -m pytest -n auto

test-ocr: weights
	$(BIN)/python -m pytest -m ocr

# Page reading and batches on real worker processes, some of which are killed.
test-cluster: $(INSTALLED)
	$(BIN)/python -m pytest -m cluster tests/api

# A private server is started from Debian's postgresql; without it the tests are skipped.
test-postgres: $(INSTALLED)
	$(BIN)/python -m pytest -m postgres tests/api

# The console in a real Chromium; its screenshots lie in out/screenshots.
test-browser: $(INSTALLED)
	$(BIN)/python -m pytest -m browser

lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

# The JSON Schema of report.json, generated from the models; a test compares it with the models.
lock: $(INSTALLED)
	(echo "# Every package of the installation, pinned; \`make lock\` writes it anew."; \
	 $(BIN)/pip freeze --exclude-editable | grep -v opencv-contrib-python-headless) > requirements.lock

schema: $(INSTALLED)
	$(BIN)/python -m models.schema > models/report.schema.json

# Seeds kept for these two tables; samples/README.md says which are for tuning, and which are used up.
accuracy: weights
	$(BIN)/heyan samples .heyan/final --count 12 --seed 15
	$(BIN)/heyan evaluate .heyan/final --out samples/ACCURACY.md --out .heyan/accuracy.html

$(PEERS)/.installed: samples/benchmark/peers.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --requirement $<
	$(PEERS)/bin/pip install --quiet --no-deps --force-reinstall opencv-contrib-python-headless==4.10.0.84
	touch $@

# Some hours on two cores; each part can be run alone, on fewer pages: --help says how.
MEASURED := .heyan/benchmark
benchmark: weights $(PEERS)/.installed
	mkdir -p $(MEASURED)
	$(BIN)/python -m samples.benchmark $(MEASURED)/1-pages.md --peers $(PEERS)/bin/python
	$(BIN)/python -m samples.benchmark.batch $(MEASURED)/2-batch.md
	$(BIN)/python -m samples.benchmark.rechecking $(MEASURED)/3-rechecking.md
	$(BIN)/python -m samples.benchmark.soak $(MEASURED)/4-soak.md
	$(BIN)/python -m samples.benchmark.service_load --out $(MEASURED)/5-service.md
	cat $(MEASURED)/*.md > samples/BENCHMARK.md

clean:
	rm -rf $(VENV) $(PEERS) out

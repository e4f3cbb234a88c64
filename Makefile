# Hai lệnh: `make demo` chạy thử kế hoạch mẫu, `make test` kiểm tra toàn bộ chương trình.
# Máy chỉ cần Python 3.11 trở lên; các thư viện được cài vào .venv, không đụng đến phần còn lại của máy.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

PLAN := plans/hau-giang-2024/hau-giang-2024.plan
DATA := plans/hau-giang-2024/so-lieu.xlsx
RESULTS := ket-qua

.PHONY: demo test lock

demo: $(INSTALLED)
	@$(BIN)/thads compile $(PLAN) --out $(RESULTS)/hau-giang-2024
	@$(BIN)/thads score $(PLAN) $(DATA) --out $(RESULTS)/ket-qua.xlsx

test: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy thads_dsl tests
	$(BIN)/pytest -q -n auto --dist loadgroup

# Only after a change of pyproject.toml: needs uv (pip install uv).
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra dev --output-file requirements.lock pyproject.toml

$(INSTALLED): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Máy chưa có Python. Xin cài Python 3.11 trở lên rồi chạy lại."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên; máy đang có $$($(PYTHON) -V 2>&1). Nếu máy có bản mới hơn: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Lần chạy đầu: đang cài thư viện vào .venv, chờ khoảng một phút …"
	@$(PYTHON) -m venv --clear .venv || { echo "Không tạo được .venv. Trên Debian, Ubuntu xin cài thêm gói python3-venv rồi chạy lại."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# What one types. `make` alone lists the targets; every target that needs the program prepares it first (see .ci/bootstrap.py).

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN := .venv/bin
SHOWROOM := $(BIN)/showroom
OUT ?= out
WORDS := $(sort $(wildcard showroom/app/translations/*.ts))

.DEFAULT_GOAL := help
.PHONY: help install run test demo bench prove lock translations schemas tables scenes screens pictures catalogue wheel clean

help:  ## list what can be made
	@echo "行政审批样板间 · Approval showroom"
	@awk -F ':.*##' '/^[a-z]+:.*##/ {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install:  ## 准备 .venv · prepare .venv; does nothing the second time
	@$(PYTHON) .ci/bootstrap.py

run: install  ## 打开触摸屏 · open the kiosk on the bundled scenes
	@$(SHOWROOM) kiosk

test: install  ## 全部检查 · run every check
	@bash .ci/checks

demo: install  ## 无需显示器 · write pictures, a report and a checklist to out/; needs no display
	@bash .ci/demo $(OUT)

bench: install  ## 测速 · measure, against the rows of benchmarks/
	@$(PYTHON) .ci/bootstrap.py benchmarks/requirements.lock
	@$(BIN)/python -m benchmarks

prove: install  ## 长时间验证 · the tests with 50 times the examples (TIMES=200 for more); takes long
	@PYTHONPATH=.ci LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb $(BIN)/pytest -p prove

lock:  ## 更新锁文件 · pin the newest packages that fit, with hashes
	@bash .ci/lock

translations: install  ## 更新界面译文 · bring the translations up to date with the program
	@$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none $$(find showroom/app -name '*.py' | sort) -ts $(WORDS)
	@$(BIN)/pyside6-lrelease -silent $(WORDS)

schemas: install  ## 写出 JSON Schema · write docs/schemas/
	@$(BIN)/python -m showroom.formats.schemas docs/schemas

tables: install  ## 更新文档中的清单表格 · write the tables of requirements in README.md and docs/dev/rows.md
	@$(BIN)/python .ci/tables.py

scenes: install  ## 重建样板间 · build the scenes from their recipes; SCENE= STEP= QUALITY= INTO=, see docs/dev/scenes.md
	@LIBGL_ALWAYS_SOFTWARE=1 $(BIN)/python assets/authoring/scenes.py --scene $(SCENE) --step $(STEP) --quality $(or $(QUALITY),preview) $(and $(INTO),--out $(INTO))

screens: install  ## 所有画面各拍一张 · take a picture of every screen into out/screens/; ONLY="lobby card" LOOK="zh large"; needs a display, Xvfb will do
	@LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb $(BIN)/python assets/authoring/screens.py $(OUT)/screens $(and $(ONLY),--only $(ONLY)) $(and $(LOOK),--look $(LOOK))

pictures: install  ## 重拍文档图片 · take the pictures of docs/ again; needs a display, Xvfb will do
	@LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb $(BIN)/python assets/authoring/doc_pictures.py docs/pictures

catalogue: install  ## 目录总表 · draw the contact sheets of all fixtures and dressing into docs/pictures/catalogue; needs no display
	@$(BIN)/python assets/authoring/contact_sheet.py

wheel: install  ## 打包 · build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

clean:  ## 删除产物 · remove what was made; keeps .venv
	@rm -rf $(OUT) dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

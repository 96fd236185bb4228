"""ARCHITECTURE.md names each room of the house and no other."""

import ast

from house.source import PACKAGE, ROOT, name_of, pyproject, rooms, table_rows, trees


def test_the_map_names_each_room_and_no_other():
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    told = {row[0].strip("`") for row in table_rows(page) if row[0].startswith("`") and row[0].count("`") == 2}
    assert told == rooms()


def test_each_room_and_folder_says_what_it_is_for():
    silent = [name_of(f) for f, tree in trees().items() if f.name == "__init__.py" and not ast.get_docstring(tree)]
    assert silent == []
    folders = {f.parent for f in trees()}
    assert [name_of(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_the_contracts_order_each_room_and_no_other():
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    told = set()
    for contract in contracts:
        if contract["type"] == "layers":
            (container,) = contract["containers"]
            names = [name.strip() for layer in contract["layers"] for name in layer.split("|")]
            told |= {f"{container}.{name}".removeprefix("baro.").replace(".", "/") for name in names}
            assert contract["exhaustive"], container
    assert told - {"channels", "rules"} == rooms()
    assert (PACKAGE / "rules").is_dir()


def test_the_zone_of_vietnam_is_written_in_one_place():
    named = [name_of(f) for f in trees() if "Asia/Ho_Chi_Minh" in f.read_text("utf-8")]
    assert named == ["src/baro/rules/prescribed/zones.py"]

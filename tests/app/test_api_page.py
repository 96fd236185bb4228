"""docs/reference/api.md is what `baro api` prints, and tells of every address and field of the API."""

import io
from pathlib import Path

from baro.app.commands import api
from baro.channels.api.urls import v1
from baro.channels.shell.exit_codes import ExitCode

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"


def printed() -> str:
    out = io.StringIO()
    assert api.main([], out, io.StringIO()) == ExitCode.DONE
    return out.getvalue()


def test_the_page_is_fresh():
    assert PAGE.read_text("utf-8") == printed(), "run: python3 go.py baro api > docs/reference/api.md"


def test_every_address_parameter_and_field_is_told():
    page, schema = printed(), v1.get_openapi_schema(path_prefix="/api/v1/")
    for path, operations in schema["paths"].items():
        for verb, operation in operations.items():
            assert f"`{verb.upper()} {path}`" in page
            assert all(f"`{one['name']}`" in page for one in operation.get("parameters", []))
    for name, shape in schema["components"]["schemas"].items():
        if not name.endswith(("Query", "Params")):
            assert all(f"`{field}`" in page for field in shape.get("properties", {})), name

"""The API says in Vietnamese what it takes and gives, and answers every refusal as a problem with its sentence."""

import re
from collections import Counter

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from ninja import Schema

from baro.channels.api.urls import v1
from baro.desk.api_keys import issue_key
from baro.desk.by import by_program
from channels.web.imports.people import AT, person

_VIETNAMESE = re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăâêôáàãéèíìóòõúùý]", re.IGNORECASE)


def described() -> dict:
    return v1.get_openapi_schema(path_prefix="/api/v1/")


def meaning(parameter: dict) -> str:
    """What is said of a parameter, in its own place or in its type's."""
    return parameter.get("description") or parameter["schema"].get("description", "")


def test_every_operation_parameter_and_field_is_described_in_vietnamese():
    told, missing = described(), []
    for path, operations in told["paths"].items():
        for verb, operation in operations.items():
            words = {f"{verb} {path}": f"{operation.get('summary', '')} {operation.get('description', '')}"}
            words |= {f"{verb} {path} {one['name']}": meaning(one) for one in operation.get("parameters", [])}
            for answer in ("401", "403", "404", "422"):
                assert answer in map(str, operation["responses"]), (path, answer)
            missing += [name for name, text in words.items() if not _VIETNAMESE.search(text)]
    for name, shape in told["components"]["schemas"].items():
        missing += [
            f"{name}.{field}"
            for field, about in shape.get("properties", {}).items()
            if not about.get("description") and "$ref" not in str(about) and name not in ("FormParams", "FileParams")
        ]
    assert missing == []


def test_no_two_shapes_bear_one_name():
    """The description knows shapes by their names: of two with one name it would tell one."""
    ours = [one for one in every_shape(Schema) if one.__module__.startswith("baro.channels.api")]
    names = Counter(one.__name__ for one in ours)
    assert len(names) > 50
    assert [name for name, n in names.items() if n > 1] == []


def every_shape(above: type[Schema]) -> list[type[Schema]]:
    """All shapes made from one."""
    return [one for below in above.__subclasses__() for one in (below, *every_shape(below))]


@pytest.mark.django_db
def test_every_refusal_is_a_problem_with_its_sentence(client):
    person("may-chu", "api_client")
    key = issue_key("may-chu", by_program("goc"), AT).key
    signed = {"Authorization": f"Bearer {key}", "Idempotency-Key": "phieu-gui-1"}
    file = SimpleUploadedFile("so.csv", b"a,b")
    answers = [
        (client.get("/api/v1/batches"), 401, "access.sign_in"),
        (client.get("/api/v1/batches/khong-co", headers=signed), 404, "import.no_batch"),
        (client.get("/api/v1/imports/khongco", headers=signed), 404, "import.no_ticket"),
        (client.post("/api/v1/imports", {"source": "mot-cua"}, headers=signed), 422, "api.malformed"),
        (client.post("/api/v1/imports", {"source": "mot\0cua", "file": file}, headers=signed), 422, "api.malformed"),
    ]
    for answer, status, code in answers:
        told = answer.json()
        assert answer["Content-Type"] == "application/problem+json"
        assert (answer.status_code, told["status"], told["code"], told["type"]) == (
            status,
            status,
            code,
            f"urn:baro:{code}",
        )
        assert _VIETNAMESE.search(told["title"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body", ["{hỏng", "", "[]", '["\\u0000"]', '{"document": "a\\u0000b"}', '{"\\u0000": 1, "to": {"a": "\\u0000"}}']
)
def test_a_body_that_cannot_be_read_or_kept_is_a_problem_too(client, body):
    person("van-thu", "clerk")
    key = issue_key("van-thu", by_program("goc"), AT).key
    signed = {"Authorization": f"Bearer {key}", "Idempotency-Key": "phieu-gui-2"}
    answer = client.post("/api/v1/upward-proposals", body, content_type="application/json", headers=signed)
    assert (answer.status_code, answer.json()["code"]) == (422, "api.malformed")

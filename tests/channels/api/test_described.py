"""The API says in Vietnamese what it takes and gives, and answers every refusal as a problem with its sentence."""

import re
import sys
from collections import Counter

import pytest
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


def test_no_two_shapes_have_one_name():
    """The description tells of a shape by its name alone: of two that share one, it would tell the last for both."""
    modules = [module for name, module in sys.modules.items() if name.startswith("baro.channels.api.v1.")]
    told = (one for module in modules for one in vars(module).values() if isinstance(one, type))
    shapes = {one for one in told if issubclass(one, Schema) and one.__module__.startswith("baro.")}
    assert [name for name, n in Counter(one.__name__ for one in shapes).items() if n > 1] == []


@pytest.mark.django_db
def test_every_refusal_is_a_problem_with_its_sentence(client):
    person("may-chu", "api_client")
    key = issue_key("may-chu", by_program("goc"), AT).key
    signed = {"Authorization": f"Bearer {key}", "Idempotency-Key": "phieu-gui-1"}
    answers = [
        (client.get("/api/v1/batches"), 401, "access.sign_in"),
        (client.get("/api/v1/batches/khong-co", headers=signed), 404, "import.no_batch"),
        (client.get("/api/v1/imports/khongco", headers=signed), 404, "import.no_ticket"),
        (client.post("/api/v1/imports", {"source": "mot-cua"}, headers=signed), 422, "api.malformed"),
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
    ("body", "status"),
    [("{", 400), ("", 422), ('"x"', 422), ('{"plan": "\\u0000"}', 400), ('{"a": [{"\\u0000": 1}]}', 400)],
)
def test_a_body_that_cannot_be_read_is_a_problem_too(client, body, status):
    person("dau", "unit_head")
    signed = {
        "Authorization": f"Bearer {issue_key('dau', by_program('goc'), AT).key}",
        "Idempotency-Key": "phieu-gui-1",
    }
    answer = client.post("/api/v1/targets", body, content_type="application/json", headers=signed)
    assert answer["Content-Type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["code"]) == (status, "api.malformed")


@pytest.mark.django_db
def test_a_word_of_an_address_or_a_form_holds_no_nul(client):
    person("dau", "unit_head")
    signed = {
        "Authorization": f"Bearer {issue_key('dau', by_program('goc'), AT).key}",
        "Idempotency-Key": "phieu-gui-1",
    }
    answers = [
        client.get("/api/v1/targets?don-vi=%00", headers=signed),
        client.post("/api/v1/papers", {"dossier": "x", "part": "result", "title": "\0"}, headers=signed),
    ]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(422, "api.malformed")] * 2

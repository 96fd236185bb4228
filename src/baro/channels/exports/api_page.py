"""The API on one page, from its own description (OpenAPI): for integrators in a network without the internet."""

from collections.abc import Iterator, Mapping
from typing import Any

_HEAD = """# API

Trang này do `baro api` in ra từ chính mô tả của API (OpenAPI, lấy được ở `/api/v1/openapi.json`); đừng sửa tay.

Mỗi yêu cầu kèm khóa: `Authorization: Bearer <khóa>`. Khóa do người quản trị cấp bằng `baro api-key`, cho một tài khoản chương
trình có vai trò: `api_client` gửi dữ liệu, `api_reader` đọc. Hỏi, giải trình, kết luận, chốt giao ban là việc của người có thẩm
quyền: dùng khóa của chính tài khoản người ấy, sổ cái ghi tên họ. Câu trả lời là JSON UTF-8; lỗi là `application/problem+json`
(RFC 9457) có mã và câu tiếng Việt. Danh sách dài đi từng trang: gọi tiếp với câu hỏi ghi trong `next`. Mỗi yêu cầu ghi kèm
`Idempotency-Key`: gửi lại cùng khóa và nội dung thì chỉ ghi một lần, cùng khóa mà nội dung khác thì bị từ chối (409).

```
curl -H "Authorization: Bearer $KHOA" "https://baro.example/api/v1/dossiers?tinh-trang=qua-han"
```
"""
_TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "đúng/sai",
    "array": "danh sách",
    "object": "đối tượng",
}
_FORMATS = {"date-time": "thời điểm", "date": "ngày", "binary": "tệp"}


def api_page(schema: Mapping[str, Any]) -> str:
    """Write the page in Markdown: each address with what it takes and gives, then the shapes."""
    lines = [_HEAD]
    for path, operations in schema["paths"].items():
        for verb, operation in operations.items():
            lines += _operation(verb.upper(), path, operation)
    lines.append("## Các đối tượng\n")
    for name, shape in schema["components"]["schemas"].items():
        if shape.get("properties") and not name.endswith(("Query", "Params")):
            lines += _shape(name, shape)
    return "\n".join(lines).rstrip("\n") + "\n"


def _operation(verb: str, path: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {operation['summary']}\n\n`{verb} {path}`\n\n{operation.get('description', '')}\n"
    told = [
        (one["name"], _type(one["schema"]), one.get("description") or one["schema"].get("description", ""), one.get("required"))
        for one in operation.get("parameters", [])
    ]  # fmt: skip
    if told:
        yield "| Tham số | Kiểu | Nghĩa |\n|---|---|---|"
        yield from (
            f"| `{name}`{' (bắt buộc)' if needed else ''} | {kind} | {means} |" for name, kind, means, needed in told
        )
        yield ""
    for kind, body in operation.get("requestBody", {}).get("content", {}).items():
        yield f"Gửi kèm `{kind}`: {_type(body['schema'])}.\n"
    good = next((answer for status, answer in operation["responses"].items() if str(status).startswith("2")), {})
    for body in good.get("content", {}).values():
        yield f"Trả về {_type(body['schema'])}.\n"


def _shape(name: str, shape: Mapping[str, Any]) -> Iterator[str]:
    yield f"### {name}\n\n| Trường | Kiểu | Nghĩa |\n|---|---|---|"
    for field, about in shape["properties"].items():
        yield f"| `{field}` | {_type(about)} | {about.get('description', '')} |"
    yield ""


def _type(about: Mapping[str, Any]) -> str:
    """The type of a value in words."""
    if "$ref" in about:
        name = about["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in about:
        kinds = [_type(one) for one in about["anyOf"] if one.get("type") != "null"]
        return " hoặc ".join(kinds) + (", có thể trống" if len(kinds) < len(about["anyOf"]) else "")
    if about.get("type") == "array":
        return f"danh sách {_type(about.get('items', {}))}"
    return _FORMATS.get(about.get("format", ""), _TYPES.get(about.get("type", ""), "bất kỳ"))

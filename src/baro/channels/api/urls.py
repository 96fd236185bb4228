"""The addresses of the API."""

from django.urls import path
from ninja import NinjaAPI

from baro.channels.api.asking import Key, answer_refusals
from baro.channels.api.v1 import batches, dossiers, figures, imports

v1 = NinjaAPI(
    title="Ba Rõ",
    version="1",
    description="Nhập hồ sơ từ hệ thống nguồn: gửi tệp, xem đối soát, nhận trọn tệp hoặc không dòng nào. Đọc hồ sơ, số liệu, danh mục thủ tục. Lỗi là application/problem+json (RFC 9457) với mã và câu tiếng Việt.",
    urls_namespace="api",
    auth=Key(),
    docs_url=None,
)
v1.add_router("/imports", imports.router)
v1.add_router("/batches", batches.router)
v1.add_router("/dossiers", dossiers.router)
v1.add_router("/figures", figures.figures_router)
v1.add_router("/procedures", figures.procedures_router)
answer_refusals(v1)

urlpatterns = [path("v1/", v1.urls)]

"""The addresses of the API."""

from django.urls import path
from ninja import NinjaAPI

from baro.channels.api.asking import Key, Read, answer_refusals
from baro.channels.api.v1 import (
    batches,
    books,
    briefings,
    directives,
    dossiers,
    figures,
    imports,
    joints,
    lateness,
    notices,
    papers,
    processes,
    questions,
    saved_views,
    targets,
    tasks,
)

_ROUTERS = {
    "/imports": imports.router,
    "/batches": batches.router,
    "/dossiers": dossiers.router,
    "/books": books.router,
    "/papers": papers.router,
    "/questions": questions.router,
    "/explanations": lateness.router,
    "/briefings": briefings.router,
    "/conclusions": briefings.conclusions_router,
    "/tasks": tasks.router,
    "/directives": directives.router,
    "/targets": targets.router,
    "/processes": processes.router,
    "/joint-dossiers": joints.router,
    "/joint-procedures": joints.processes_router,
    "/notices": notices.router,
    "/saved-views": saved_views.router,
    "/figures": figures.figures_router,
    "/procedures": figures.procedures_router,
}
v1 = NinjaAPI(
    title="Ba Rõ",
    version="1",
    description="Nhập hồ sơ từ hệ thống nguồn: gửi tệp, xem đối soát, nhận trọn tệp hoặc không dòng nào. Đọc hồ sơ, số liệu, danh mục thủ tục. Sổ hồ sơ giữ tại đây: tiếp nhận, ghi bước. Hỏi, giải trình, kết luận về dấu hiệu; nêu nguyên nhân trễ hạn, chốt giao ban. Giao nhiệm vụ, ghi việc thực hiện, nghiệm thu. Giao chỉ tiêu, báo cáo thực hiện. Văn bản chỉ đạo: vào sổ, ghi đơn vị đã nắm. Danh mục quy trình: phê duyệt, thay thế, công bố, bãi bỏ, ghi là đã nắm. Thông báo của chủ khóa: đọc, ghi là đã biết. Bộ lọc đã lưu của chủ khóa. Hồ sơ liên thông: mở, gửi, xác nhận, trả lời từng chặng. Gửi, lấy bản điện tử của giấy tờ. Lỗi là application/problem+json (RFC 9457) với mã và câu tiếng Việt.",
    urls_namespace="api",
    auth=Key(_ROUTERS.values()),
    parser=Read(),
    docs_url=None,
)
for prefix, router in _ROUTERS.items():
    v1.add_router(prefix, router)
answer_refusals(v1)

urlpatterns = [path("v1/", v1.urls)]

"""The addresses of the API."""

from django.urls import path
from ninja import NinjaAPI

from baro.channels.api.asking import Key, answer_refusals
from baro.channels.api.saying import Reader
from baro.channels.api.v1 import (
    batches,
    bodies,
    books,
    briefings,
    conflicts,
    coordination,
    counts,
    digitised,
    directives,
    dossiers,
    figures,
    imports,
    joint_procedures,
    joints,
    lateness,
    matters,
    names,
    notices,
    obligations,
    papers,
    people,
    procedures,
    process_reviews,
    processes,
    questions,
    saved_views,
    simplifications,
    targets,
    tasks,
    upwards,
    weeks,
    work,
)

_ROUTERS = {
    "/imports": imports.router,
    "/batches": batches.router,
    "/conflicts": conflicts.router,
    "/source-names": names.router,
    "/bodies": bodies.router,
    "/people": people.router,
    "/my-work": work.router,
    "/weeks": weeks.router,
    "/dossiers": dossiers.router,
    "/books": books.router,
    "/papers": papers.router,
    "/questions": questions.router,
    "/explanations": lateness.router,
    "/briefings": briefings.router,
    "/conclusions": briefings.conclusions_router,
    "/tasks": tasks.router,
    "/matters": matters.router,
    "/directives": directives.router,
    "/targets": targets.router,
    "/processes": processes.router,
    "/process-reviews": process_reviews.router,
    "/notices": notices.router,
    "/saved-views": saved_views.router,
    "/upward-proposals": upwards.router,
    "/coordination-rules": coordination.router,
    "/obligations": obligations.router,
    "/obligation-times": coordination.times_router,
    "/simplifications": simplifications.router,
    "/joint-dossiers": joints.router,
    "/joint-procedures": joint_procedures.router,
    "/joint-counts": counts.joint_router,
    "/task-counts": counts.task_router,
    "/figures": figures.router,
    "/digitisation": digitised.router,
    "/procedures": procedures.router,
}
v1 = NinjaAPI(
    title="Ba Rõ",
    version="1",
    description="Nhập hồ sơ từ hệ thống nguồn: gửi tệp, xem đối soát, nhận trọn tệp hoặc không dòng nào; xem, kết luận chỗ mâu thuẫn; ghép tên trong dữ liệu với đơn vị, người. Tổ chức: cơ quan, đơn vị qua các thời kỳ; thêm, đổi, đính chính, sáp nhập, giải thể. Cán bộ: thêm, bổ nhiệm, ủy quyền, giao phụ trách, vắng mặt, kết thúc, đính chính. Việc đang chờ chủ khóa; số liệu giao ban chưa chốt. Đọc hồ sơ, số liệu, danh mục thủ tục. Sổ hồ sơ giữ tại đây: mở sổ, tiếp nhận, ghi bước. Hỏi, giải trình, kết luận về dấu hiệu; nêu nguyên nhân trễ hạn, chốt giao ban. Giao nhiệm vụ, ghi việc thực hiện, nghiệm thu. Giao chỉ tiêu, báo cáo thực hiện. Hồ sơ liên thông: mở, gửi, xác nhận, trả lời từng chặng. Thủ tục liên thông: ghi, thay bản mới. Văn bản chỉ đạo: vào sổ, ghi đơn vị đã nắm. Danh mục quy trình: phê duyệt, thay thế, công bố, bãi bỏ, ghi là đã nắm. Đợt rà soát quy trình: mở, ghi kết quả. Thông báo của chủ khóa: đọc, ghi là đã biết. Bộ lọc đã lưu của chủ khóa. Kiến nghị với cấp trên: ghi, chuyển, trả lời. Quy chế phối hợp: ghi, ghi hết hiệu lực, nghĩa vụ, yêu cầu, thực hiện. Phương án đơn giản hóa: đề xuất, quyết định, hiệu quả. Nhận tệp thủ tục của cổng quốc gia. Gửi, lấy bản điện tử của giấy tờ. Lỗi là application/problem+json (RFC 9457) với mã và câu tiếng Việt.",
    urls_namespace="api",
    auth=Key(_ROUTERS.values()),
    docs_url=None,
    parser=Reader(),
)
for prefix, router in _ROUTERS.items():
    v1.add_router(prefix, router)
answer_refusals(v1)

urlpatterns = [path("v1/", v1.urls)]

"""What is refused of processes in the register, inspections, discipline, complaints and denunciations."""

SENTENCES: dict[str, str] = {
    "process.known": "Quy trình {process} đã có trong danh mục.",
    "process.unknown": "Không có quy trình {process} trong danh mục.",
    "process.no_name": "Quy trình chưa có tên.",
    "process.no_decision": "Chưa ghi số quyết định về quy trình.",
    "process.published_before_approval": "Ngày công bố {published} trước ngày phê duyệt {approved}.",
    "inspection.no_decision": "Chưa ghi số quyết định thanh tra, kiểm tra.",
    "inspection.no_run": "Cuộc thanh tra, kiểm tra chưa có lượt nào.",
    "inspection.same_run_twice": "Một đơn vị bị ghi hai lượt trong cùng một ngày của một cuộc.",
    "discipline.no_decision": "Chưa ghi số quyết định kỷ luật.",
    "discipline.form_not_allowed": (
        "Ngày {on} pháp luật không có hình thức kỷ luật này ({form}) đối với đối tượng này ({category})."
    ),
    "measure.unknown": "Không có việc kiểm điểm, nhắc nhở {measure}.",
    "measure.carried_out_already": "Việc kiểm điểm, nhắc nhở này đã ghi là thực hiện xong.",
    "petition.unknown": "Không có vụ việc {petition}.",
    "petition.no_code": "Vụ việc chưa có số thụ lý.",
    "petition.denunciation_open": "Tố cáo phải nằm trong một nhóm được giao, không ai ngoài nhóm được biết.",
    "petition.concluded_already": "Vụ việc đã kết luận ngày {on}.",
    "petition.concluded_before_receipt": "Ngày kết luận {on} trước ngày nhận {received}.",
}

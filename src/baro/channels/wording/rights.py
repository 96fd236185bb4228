"""How operations, places and classes of fields are called when the policy is told to people."""

_OPERATIONS = """
page.read = xem trang công khai
page.sign_in = đăng nhập
start.read = xem trang đầu
notice.read = xem thông báo của mình
notice.acknowledge = ghi là đã biết thông báo của mình
account.read = xem tài khoản của mình
account.own = đổi mật khẩu, lớp bảo vệ thứ hai của mình
account.create = lập tài khoản, đặt mật khẩu
account.lock = khóa tài khoản
dossier.read = xem hồ sơ
dossier.receive = tiếp nhận hồ sơ
dossier.work = xử lý hồ sơ
dossier.assign = phân công hồ sơ
dossier.approve = ký duyệt hồ sơ
dossier.take_back = tự rút bước mình vừa ghi nhầm
dossier.digitise = số hóa giấy tờ, kết quả của hồ sơ
dossier.void = hủy bước ghi nhầm của hồ sơ
dossier.look_up = tra cứu hồ sơ theo giấy hẹn
import.read = xem lần nhập dữ liệu, biên bản đối soát
import.describe = khai báo nguồn dữ liệu, bảng ánh xạ
import.try = gửi tệp và kiểm tra thử
import.receive = nhận dữ liệu
import.settle = xử lý mâu thuẫn dữ liệu
name.read = xem tên đơn vị, tên người trong dữ liệu của nguồn
name.match = ghép tên trong dữ liệu với đơn vị, cán bộ
signal.read = xem dấu hiệu cần giải trình
view.read = xem bộ lọc đã lưu của mình
view.keep = lưu, đổi tên, xóa bộ lọc của mình
briefing.read = xem giao ban đã chốt, kết luận, việc đã hẹn
briefing.explain = nêu nguyên nhân hồ sơ chậm
briefing.freeze = chốt số liệu giao ban
briefing.conclude = ghi kết luận giao ban
briefing.report = báo cáo thực hiện kết luận giao ban
signal.ask = hỏi đơn vị về dấu hiệu
signal.answer = giải trình dấu hiệu
signal.judge = kết luận về dấu hiệu sau giải trình
question.ask = đặt câu hỏi
question.answer = trả lời câu hỏi
figure.read = xem số liệu tổng hợp
report.read = xem báo cáo
report.issue = phát hành báo cáo
export.read = xem bản đã xuất
export.make = xuất dữ liệu
process.read = xem quy trình
process.propose = soạn dự thảo quy trình, xin ý kiến
process.opine = cho ý kiến về dự thảo quy trình
process.approve = phê duyệt, công bố quy trình
joint.read = xem hồ sơ liên thông, từng chặng
joint.work = mở hồ sơ liên thông, ghi từng chặng của cơ quan mình
directive.read = xem sổ văn bản chỉ đạo
directive.record = ghi văn bản chỉ đạo
directive.acknowledge = ghi là đơn vị đã nắm văn bản
target.read = xem chỉ tiêu
target.set = giao, điều chỉnh chỉ tiêu
target.report = báo cáo thực hiện chỉ tiêu
task.read = xem nhiệm vụ được giao
task.assign = giao nhiệm vụ, gia hạn, nghiệm thu, yêu cầu làm lại
task.work = nhận, thực hiện, nộp kết quả nhiệm vụ
coordination.read = xem quy chế phối hợp và việc thực hiện
coordination.work = ghi yêu cầu, thực hiện nghĩa vụ phối hợp của cơ quan mình
upward.read = xem kiến nghị với cấp trên
upward.work = ghi kiến nghị với cấp trên, chuyển, trả lời của cơ quan mình
simplification.read = xem phương án đơn giản hóa thủ tục
simplification.record = ghi phương án, quyết định đơn giản hóa thủ tục
organisation.read = xem tổ chức bộ máy
organisation.record = ghi thay đổi tổ chức bộ máy
person.read = xem cán bộ, công chức
person.record = ghi thay đổi nhân sự
handover.read = xem bàn giao
handover.record = ghi bàn giao
process.review = ghi kết quả rà soát quy trình
process.acknowledge = ghi là đã nắm quy trình
catalogue.read = xem danh mục
catalogue.record = sửa danh mục
catalogue.rules = sửa bộ quy tắc tính hạn, dấu hiệu
inspection.read = xem cuộc kiểm tra
inspection.plan = lập kế hoạch kiểm tra
inspection.record = ghi cuộc kiểm tra
inspection.conclude = kết luận kiểm tra
recommendation.record = ghi kiến nghị và việc thực hiện
petition.read = xem đơn khiếu nại, phản ánh
petition.receive = nhận đơn
petition.work = xác minh đơn
petition.conclude = kết luận đơn
denunciation.read = xem vụ việc tố cáo
denunciation.receive = nhận tố cáo
denunciation.work = xác minh tố cáo
denunciation.conclude = kết luận tố cáo
denunciation.unseal = mở niêm phong
discipline.read = xem việc kỷ luật
discipline.record = lập hồ sơ kỷ luật
discipline.conclude = quyết định kỷ luật
supervision.read = xem hồ sơ giám sát của Hội đồng nhân dân
supervision.record = ghi hồ sơ giám sát của Hội đồng nhân dân
grant.read = xem ai được giao quyền gì
grant.give = giao vai trò
grant.end = thôi giao vai trò
denial.read = xem các lần bị từ chối
proposal.make = đề nghị việc cần hai người
proposal.approve = phê duyệt với tư cách người thứ hai
compartment.admit = cho người vào nhóm được biết
conflict.declare = ghi người bị tố cáo, xung đột lợi ích
ledger.read = xem sổ cái
ledger.verify = kiểm tra sổ cái
ledger.witness = làm chứng sổ cái
ledger.keep = vận hành sổ cái
ledger.late_entry = ghi muộn quá thời hạn cho phép
ledger.erase = hủy dữ liệu cá nhân
system.run = vận hành hệ thống
system.watch = theo dõi máy chủ
system.back_up = sao lưu
demo.build = dựng dữ liệu mẫu
"""
OPERATIONS = {
    name: words
    for name, _, words in (line.partition(" = ") for line in _OPERATIONS.strip().splitlines())
}  # fmt: skip

UNGRANTED = {
    "signed_in": "Người đã đăng nhập",
    "citizen": "Công dân có giấy hẹn",
    "anonymous": "Mọi người",
}
PLACES = {
    "own": "việc của mình",
    "own_unit": "đơn vị mình",
    "below": "đơn vị cấp dưới",
    "sibling": "đơn vị cùng cấp",
    "above": "đơn vị cấp trên",
    "other_agency": "cơ quan khác",
    "anonymous": "không cần vai trò",
}
CONDITIONS = {
    "successor": "kế thừa",
    "delegated": "được ủy quyền",
    "compartment_member": "trong nhóm được biết",
}
CLASSES = {
    0: "công khai",
    1: "nội bộ",
    2: "dữ liệu cá nhân",
    3: "hạn chế (kỷ luật, kết luận chưa công bố)",
    4: "niêm phong (có thể làm lộ người tố cáo)",
}

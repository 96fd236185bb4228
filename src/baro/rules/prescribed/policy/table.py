"""The policy table. What no row allows is refused; the bars of `relations.py` beat every row.

How to read it: **who** · **may** do what · **over** which matters · seeing fields up to which class · on what ground.
For roles that supervise or work across bodies, the body named in the grant is the one supervised: the City for a council
member of the City. A change here is a change of rights: `baro access` prints the whole table into
`docs/reference/access.md`, and a test holds it fresh. Grounds are in the words of that page; those that name no instrument
are decisions of Ba Rõ, open to the agency's regulation.
"""

from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.relations import Relation
from baro.rules.prescribed.policy.roles import GRANTABLE, SECONDS, Role
from baro.rules.prescribed.policy.rows import Row, row

P0, P1, P2, P3, P4 = FieldClass

_LENT = frozenset({Relation.DELEGATED, Relation.SUCCESSOR})
SELF = frozenset({Relation.OWN})
MINE = SELF | _LENT
UNIT = frozenset({Relation.OWN, Relation.OWN_UNIT}) | _LENT
LINE = UNIT | {Relation.BELOW}
PLACES_ALL = LINE | {Relation.SIBLING, Relation.ABOVE, Relation.OTHER_AGENCY}
ANYONE = PLACES_ALL | {Relation.ANONYMOUS}
MINE_SEALED, UNIT_SEALED, LINE_SEALED = (over | {Relation.COMPARTMENT_MEMBER} for over in (MINE, UNIT, LINE))

WORKERS = frozenset({Role.INTAKE, Role.CASE_OFFICER, Role.DIVISION_HEAD, Role.UNIT_HEAD, Role.CLERK})
HEADS = frozenset({Role.DIVISION_HEAD, Role.UNIT_HEAD})
INSPECTION = frozenset({Role.INSPECTOR, Role.INSPECTION_LEAD})
COUNCIL = frozenset({Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARIAT})
STAFF = GRANTABLE - {Role.API_CLIENT, Role.API_READER, Role.TECHNICAL_ADMIN}
INSIDE = STAFF - COUNCIL - {Role.LEDGER_AUDITOR}

# fmt: off
TABLE: tuple[Row, ...] = (
    # Everybody
    row(Role.ANONYMOUS, "page.read page.sign_in", ANYONE, P0, "trang công khai; ai cũng phải đăng nhập được"),
    row(Role.SIGNED_IN, "account.read account.own", SELF, P2, "tài khoản, phiên đăng nhập, lớp bảo vệ thứ hai của chính mình"),
    row(Role.SIGNED_IN, "notice.read notice.acknowledge", SELF, P2, "thông báo của chính mình; đếm trong phạm vi được xem"),
    row(Role.SIGNED_IN, "start.read", ANYONE, P0, "trang đầu chỉ dẫn đường, không nêu việc nào"),
    row(Role.CITIZEN, "dossier.look_up", SELF, P2, "NĐ 61/2018 Điều 17: tình trạng hồ sơ của mình, theo giấy hẹn"),
    row(STAFF, "organisation.read process.read catalogue.read", PLACES_ALL, P1, "trong cơ quan ai cũng cần biết việc nào thuộc ai"),
    row(INSIDE, "process.acknowledge", PLACES_ALL, P1, "ai làm việc theo quy trình thì ghi là đã nắm quy trình ấy"),
    # Dossiers
    row(WORKERS, "dossier.read signal.read figure.read", MINE, P2, "NĐ 61/2018 Điều 19: việc được giao"),
    row(Role.INTAKE, "dossier.read dossier.receive", UNIT, P2, "NĐ 61/2018 Điều 17: bộ phận một cửa tiếp nhận"),
    row(Role.CASE_OFFICER, "dossier.work signal.answer question.answer", MINE, P2, "NĐ 61/2018 Điều 19.1: người được phân công giải quyết"),
    row(Role.CLERK, "dossier.read dossier.receive", UNIT, P1, "NĐ 30/2020: sổ văn thư của đơn vị"),
    row(HEADS, "dossier.read dossier.assign dossier.work", LINE, P2, "NĐ 61/2018 Điều 19.1: người đứng đầu phân công"),
    row(WORKERS - HEADS, "dossier.take_back", UNIT, P2, "tự rút bước chính mình vừa ghi nhầm, trước khi có việc nào ghi sau"),
    row(HEADS, "dossier.take_back", LINE, P2, "tự rút bước chính mình vừa ghi nhầm, trước khi có việc nào ghi sau"),
    row(frozenset({Role.INTAKE, Role.CLERK}), "dossier.digitise", UNIT, P2, "NĐ 61/2018, NĐ 107/2021: một cửa số hóa khi tiếp nhận, văn thư lưu kết quả điện tử"),
    row(Role.CASE_OFFICER, "dossier.digitise", MINE, P2, "NĐ 61/2018 Điều 19.1: người được phân công giải quyết"),
    row(HEADS, "dossier.digitise", LINE, P2, "người đứng đầu chịu trách nhiệm về hồ sơ, kết quả của đơn vị"),
    row(HEADS, "signal.read signal.answer question.answer figure.read export.make export.read report.read", LINE, P2, "người đứng đầu chịu trách nhiệm về đơn vị"),
    row(Role.UNIT_HEAD, "dossier.approve dossier.void report.issue", LINE, P2, "thủ trưởng quyết định"),
    row(Role.TTHC_CONTROL, "dossier.read signal.read figure.read import.read report.read export.read", LINE, P2, "NĐ 61/2018: kiểm soát thủ tục hành chính"),
    row(WORKERS | INSPECTION | {Role.TTHC_CONTROL}, "view.read view.keep", SELF, P2, "bộ lọc danh sách hồ sơ mà mỗi người lưu cho riêng mình"),
    row(HEADS | INSPECTION | {Role.TTHC_CONTROL}, "briefing.read", LINE, P2, "giao ban tuần: kết luận và việc đã hẹn của đơn vị mình theo dõi"),
    row(HEADS, "briefing.explain briefing.report", LINE, P2, "người đứng đầu nêu nguyên nhân hồ sơ chậm, báo cáo thực hiện kết luận"),
    row(HEADS | {Role.TTHC_CONTROL}, "briefing.freeze briefing.conclude", LINE, P2, "người chủ trì, thư ký giao ban chốt số liệu và ghi kết luận"),
    row(HEADS | INSPECTION | {Role.TTHC_CONTROL}, "signal.ask", LINE, P2, "dấu hiệu là câu hỏi gửi đơn vị: người theo dõi, kiểm tra hỏi"),
    row(frozenset({Role.UNIT_HEAD, Role.TTHC_CONTROL, Role.INSPECTION_LEAD}), "signal.judge", LINE, P2, "kết luận sau khi đơn vị đã giải trình; người giải trình không tự kết luận"),
    row(Role.TTHC_CONTROL, "export.make report.issue process.approve question.ask catalogue.rules", LINE, P2, "NĐ 61/2018: kiểm soát thủ tục hành chính"),
    row(HEADS | {Role.TTHC_CONTROL}, "process.propose process.opine", LINE, P1, "đơn vị soạn quy trình của mình, cho ý kiến về dự thảo của nơi khác"),
    row(HEADS | {Role.TTHC_CONTROL}, "process.review", LINE, P1, "đơn vị rà soát quy trình của mình; người kiểm soát thủ tục ghi thay"),
    # Liên thông: each party keeps the joint dossiers in which it has a part
    row(frozenset({Role.INTAKE, Role.CLERK}), "joint.read joint.work", UNIT, P2, "NĐ 61/2018 Điều 19.6: gửi, nhận, trả lời từng chặng qua văn thư, một cửa"),
    row(HEADS, "joint.read joint.work", LINE, P2, "NĐ 61/2018 Điều 19.6: cơ quan chủ trì và cơ quan của chặng chịu trách nhiệm phần mình"),
    row(INSPECTION | {Role.TTHC_CONTROL}, "joint.read", LINE, P2, "NĐ 61/2018: kiểm soát thủ tục hành chính, kiểm tra theo dõi từng chặng"),
    # Directives and assigned tasks: each party keeps the tasks in which it has a part
    row(STAFF, "directive.read", PLACES_ALL, P1, "văn bản chỉ đạo trong sổ, không ghi văn bản mật: ai cũng cần biết đơn vị nào đã nắm"),
    row(Role.CLERK, "directive.record directive.acknowledge", UNIT, P1, "NĐ 30/2020: văn thư vào sổ văn bản đến, văn bản đi"),
    row(HEADS, "directive.record directive.acknowledge", LINE, P1, "người đứng đầu chịu trách nhiệm triển khai văn bản chỉ đạo"),
    row(STAFF, "target.read", PLACES_ALL, P1, "chỉ tiêu giao công khai; Hội đồng nhân dân giám sát việc thực hiện"),
    row(Role.CLERK, "target.report", UNIT, P1, "văn thư, tổng hợp báo cáo số của đơn vị"),
    row(HEADS, "target.set target.report", LINE, P1, "người đứng đầu giao chỉ tiêu, chịu trách nhiệm số báo cáo"),
    row(WORKERS - HEADS, "task.read task.work", UNIT, P2, "nhiệm vụ của đơn vị; chỉ báo cáo việc được giao cho chính mình"),
    row(HEADS, "task.read task.assign task.work", LINE, P2, "người đứng đầu giao việc, chịu trách nhiệm kết quả thực hiện"),
    row(INSPECTION | {Role.TTHC_CONTROL}, "task.read", LINE, P2, "kiểm tra việc thực hiện nhiệm vụ được giao"),
    # Coordination rules: inside the authority no secret; each partner tells its own part
    row(STAFF, "coordination.read", PLACES_ALL, P1, "quy chế phối hợp và việc thực hiện: các bên, người giám sát đều cần thấy"),
    row(Role.CLERK, "coordination.work", UNIT, P1, "NĐ 30/2020: văn thư ghi văn bản yêu cầu, thực hiện của đơn vị"),
    row(HEADS | {Role.TTHC_CONTROL}, "coordination.work", LINE, P1, "cơ quan có phần trong quy chế ghi phần của mình"),
    # Proposals to the upper level: who proposed and with whom it waits tell their own part
    row(STAFF, "upward.read", PLACES_ALL, P1, "kiến nghị với cấp trên đi qua nhiều cơ quan; nơi nào cũng cần biết đang chờ ai"),
    row(Role.CLERK, "upward.work", UNIT, P1, "NĐ 30/2020: văn thư ghi văn bản kiến nghị, chuyển, trả lời của đơn vị"),
    row(HEADS | {Role.TTHC_CONTROL}, "upward.work", LINE, P1, "nơi kiến nghị và nơi nhận ghi phần của mình"),
    # Simplification of procedures: what is decided is public inside, what it did is counted for who reads figures
    row(STAFF, "simplification.read", PLACES_ALL, P1, "phương án đơn giản hóa thủ tục và quyết định: ai trong cơ quan cũng cần biết"),
    row(Role.TTHC_CONTROL, "simplification.record", LINE, P1, "NĐ 63/2010: kiểm soát thủ tục rà soát, trình đơn giản hóa"),
    # Deliveries
    row(Role.TTHC_CONTROL, "import.describe import.try import.receive import.settle", LINE, P2, "gửi dữ liệu cho các đơn vị mình kiểm soát"),
    row(Role.TTHC_CONTROL, "name.read name.match", LINE, P2, "nói tên trong dữ liệu là đơn vị, cán bộ nào; không nói tên nào là của chính mình"),
    row(HEADS, "import.read import.try import.receive", UNIT, P2, "đơn vị gửi hồ sơ của mình"),
    row(Role.CLERK, "import.read import.try import.receive", UNIT, P2, "đơn vị gửi hồ sơ của mình"),
    row(Role.API_CLIENT, "import.read import.try import.receive", frozenset({Relation.OWN, Relation.OWN_UNIT}), P2, "hệ thống nguồn chỉ gửi dữ liệu của đơn vị mình"),
    row(Role.API_READER, "dossier.read figure.read catalogue.read signal.read briefing.read task.read target.read joint.read", LINE, P1, "hệ thống khác của cơ quan đọc hồ sơ, số liệu, câu hỏi, giao ban, nhiệm vụ, chỉ tiêu, liên thông, không có tên người, lời nói"),
    row(Role.API_READER, "process.read coordination.read", PLACES_ALL, P1, "quy trình đã phê duyệt (cả người ký quyết định), quy chế phối hợp và việc thực hiện là việc công khai trong cơ quan"),
    # Organisation and people
    row(INSIDE, "person.read", UNIT, P1, "đồng nghiệp trong đơn vị"),
    row(HEADS, "person.read handover.read handover.record", LINE, P2, "người đứng đầu giao và nhận bàn giao"),
    row(Role.PERSONNEL_DISCIPLINE, "person.read person.record handover.read", LINE, P2, "công tác tổ chức cán bộ"),
    row(Role.BUSINESS_ADMIN, "organisation.record catalogue.record catalogue.rules handover.read handover.record", LINE, P1, "giữ danh mục; không thấy vụ việc"),
    row(Role.BUSINESS_ADMIN, "person.read person.record", LINE, P2, "ghi hồ sơ cán bộ nên thấy điều mình ghi; không thấy vụ việc"),
    # Inspection of public duty
    row(INSPECTION, "inspection.read inspection.record recommendation.record", LINE_SEALED, P3, "thành viên đoàn kiểm tra, thanh tra"),
    row(INSPECTION, "dossier.read signal.read figure.read process.read person.read question.ask", LINE, P2, "đối tượng kiểm tra phải mở cho đoàn"),
    row(Role.INSPECTION_LEAD, "inspection.plan inspection.conclude report.read report.issue export.make export.read", LINE_SEALED, P3, "trưởng đoàn kết luận"),
    row(HEADS, "inspection.read recommendation.record", UNIT, P1, "đơn vị được kiểm tra đọc kết luận và thực hiện"),
    # Reception of citizens, complaints
    row(Role.CITIZEN_RECEPTION, "petition.read petition.receive", UNIT, P2, "Luật Tiếp công dân 2013"),
    row(Role.COMPLAINT_HANDLER, "petition.read petition.work petition.conclude", MINE_SEALED, P2, "Luật Khiếu nại 2011 Điều 29: người được giao xác minh"),
    row(HEADS, "petition.read", LINE, P2, "Luật Khiếu nại 2011: thủ trưởng giải quyết"),
    row(Role.UNIT_HEAD, "petition.conclude", LINE, P2, "Luật Khiếu nại 2011: thủ trưởng giải quyết"),
    # Denunciations: members of the compartment only
    row(Role.DENUNCIATION_HANDLER, "denunciation.receive", UNIT_SEALED, P3, "Luật Tố cáo 2018 Điều 23: tiếp nhận tố cáo"),
    row(Role.DENUNCIATION_HANDLER, "denunciation.read denunciation.work denunciation.conclude denunciation.unseal", LINE_SEALED, P4, "Luật Tố cáo 2018 Điều 56: chỉ người trong nhóm, theo quyết định"),
    row(Role.DENUNCIATION_HANDLER, "compartment.admit conflict.declare", LINE_SEALED, P1, "người thụ lý nêu ai được biết và ai bị tố cáo"),
    row(Role.INSPECTION_LEAD, "compartment.admit", LINE_SEALED, P1, "trưởng đoàn kiểm tra đột xuất nêu ai được biết"),
    # Discipline
    row(Role.PERSONNEL_DISCIPLINE, "discipline.read discipline.record", LINE_SEALED, P3, "NĐ 112/2020: giúp việc Hội đồng kỷ luật"),
    row(Role.UNIT_HEAD, "discipline.read discipline.conclude", LINE_SEALED, P3, "NĐ 112/2020: người có thẩm quyền bổ nhiệm quyết định"),
    # Supervision from outside: read and ask
    row(COUNCIL, "figure.read report.read export.read inspection.read process.read question.ask supervision.read", LINE, P1, "Luật 87/2015: Hội đồng nhân dân và đại biểu giám sát"),
    row(Role.COUNCIL_SECRETARIAT, "supervision.record export.make", UNIT, P1, "Luật 87/2015: hồ sơ giám sát của chính Hội đồng"),
    row(Role.COUNCIL_SECRETARIAT, "ledger.verify ledger.witness", LINE, P0, "người làm chứng ngoài cơ quan"),
    row(Role.LEDGER_AUDITOR, "ledger.read ledger.verify ledger.witness grant.read denial.read question.ask", LINE, P1, "kiểm tra rằng không gì bị sửa và ai được giao quyền"),
    # Access itself
    row(HEADS | INSPECTION, "grant.read denial.read", LINE, P1, "báo cáo giao quyền trong phạm vi mình phụ trách"),
    row(Role.UNIT_HEAD, "grant.give grant.end", LINE, P1, "thủ trưởng giao; không giao cho mình, vượt một đơn vị thì cần hai người"),
    row(Role.BUSINESS_ADMIN, "grant.read grant.give grant.end account.create account.lock ledger.erase", LINE, P1, "giữ tài khoản; không thấy vụ việc"),
    row(SECONDS, "proposal.make proposal.approve", PLACES_ALL, P1, "việc cần hai người; từng việc vẫn hỏi quyền riêng"),
    row(Role.INSPECTION_LEAD, "ledger.late_entry ledger.verify conflict.declare", LINE, P1, "người thứ hai có thể thuộc đoàn kiểm tra, thanh tra"),
    row(HEADS, "ledger.late_entry", LINE, P1, "người đứng đầu chịu trách nhiệm khi ghi muộn"),
    row(frozenset({Role.PERSONNEL_DISCIPLINE, Role.TTHC_CONTROL}), "ledger.late_entry", LINE, P1, "bổ nhiệm, quy trình ghi muộn: người ghi nêu lý do, người thứ hai duyệt"),
    row(Role.DENUNCIATION_HANDLER, "ledger.late_entry", LINE_SEALED, P1, "tố cáo ghi muộn: chỉ trong nhóm được biết, người thứ hai cũng ở trong nhóm"),
    # The machine: no case, whatever else
    row(Role.TECHNICAL_ADMIN, "system.run system.watch system.back_up ledger.keep ledger.verify demo.build account.lock", PLACES_ALL, P0, "giữ máy chủ; không thấy vụ việc"),
)
# fmt: on

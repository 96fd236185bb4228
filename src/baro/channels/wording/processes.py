"""Sentences for what is refused in process files and tables filled in by hand, and for flaws of a process as drawn."""

from baro.rules.prescribed.soundness import Flaw, FlawKind

_CELL = "Tệp {file}, trang “{sheet}”, dòng {row}, cột “{column}”: "
_ELEMENT = "Tệp {file}, dòng {line}: "

SENTENCES: dict[str, str] = {
    "table.too_large": "Tệp {file} lớn hơn {limit} MB; tệp không được mở.",
    "table.not_text": "Tệp {file} không phải là CSV mã hóa UTF-8; xin lưu lại dạng “CSV UTF-8”.",
    "table.no_column": "Tệp {file}, trang “{sheet}”: không tìm thấy cột “{column}”.",
    "table.empty_cell": _CELL + "ô này không được để trống.",
    "table.bad_date": _CELL + "“{value}” không phải là một ngày; xin ghi dạng ngày/tháng/năm, ví dụ 05/01/2023.",
    "table.bad_yes": _CELL + "“{value}” không hiểu được; xin ghi “có” hoặc “không”.",
    "table.ends_before_start": _CELL + "ngày kết thúc {value} sớm hơn ngày bắt đầu.",
    "offices.no_sheet": "Tệp {file} thiếu trang “{sheet}”.",
    "offices.code_twice": _CELL + "mã “{value}” đã có ở một dòng phía trên; mỗi mã chỉ được dùng một lần.",
    "offices.unknown_person": _CELL + "mã cán bộ “{value}” không có trong trang “Cán bộ”.",
    "offices.unknown_unit": _CELL + "mã đơn vị “{value}” không có trong trang “Đơn vị”.",
    "offices.parent_loop": _CELL + "đơn vị cấp trên “{value}” tạo thành vòng: đơn vị trở thành cấp trên của chính nó.",
    "process.review_before_approval": "Ngày rà soát phải sau ngày phê duyệt {approved}.",
    "process.replaced_already": "Bản này đã hết áp dụng ngày {last}; xin mở bản mới nhất của quy trình để thay.",
    "process.before_replaced": "Bản mới phải được phê duyệt sau bản cũ ({approved}).",
    "process.acknowledged": "Bạn đã ghi là đã nắm bản này.",
    "process.published_already": "Quy trình đã công bố ngày {published}.",
    "process.no_channel": "Xin ghi nơi công bố: cổng thông tin nào, hoặc niêm yết ở đâu.",
    "process.ends_before_approval": "Ngày áp dụng cuối cùng không thể trước ngày phê duyệt {approved}.",
    "process.unknown_format": "Tệp {file} không phải là quy trình ở dạng đọc được (BPMN, PNML, XLSX hoặc CSV).",
    "process.too_large": "Tệp {file} lớn hơn {limit} MB; tệp không được mở.",
    "process.too_many_elements": "Tệp {file} có hơn {limit} phần tử (bước, cổng, đường nối); quy trình không được đọc.",
    "process.bad_attribute": _ELEMENT + "thuộc tính “{attribute}” có giá trị “{value}” không hiểu được.",
    "process.not_bpmn": "Tệp {file} không phải là BPMN 2.0.",
    "process.no_process": "Tệp {file} không có quy trình nào.",
    "process.many_processes": "Tệp {file} có {count} quy trình; xin tách mỗi quy trình thành một tệp.",
    "process.unknown_element": _ELEMENT
    + "phần tử “{element}” (tên “{name}”) chưa được hỗ trợ; quy trình không được đọc.",
    "process.unnamed_step": _ELEMENT + "một bước ({element}) không có tên.",
    "process.id_twice": _ELEMENT + "mã phần tử “{name}” bị trùng hoặc để trống.",
    "process.no_start": "Tệp {file}: quy trình hoặc quy trình con “{name}” không có điểm bắt đầu.",
    "process.many_starts": _ELEMENT + "quy trình con “{name}” có nhiều hơn một điểm bắt đầu.",
    "process.unconnected": _ELEMENT + "“{name}” ({element}) không được nối vào luồng của quy trình.",
    "process.bad_flow": _ELEMENT + "đường nối “{name}” dẫn từ hoặc đến một phần tử không hợp lệ.",
    "process.inclusive_unmatched": _ELEMENT
    + "cổng bao gồm (OR) “{name}” dùng để gộp nhưng không khớp với đúng một cổng tách; "
    "xin vẽ lại để mọi nhánh tách ra từ một cổng OR gặp nhau tại một cổng OR.",
    "process.inclusive_too_wide": _ELEMENT + "cổng bao gồm (OR) “{name}” có hơn {limit} nhánh.",
    "process.subprocess_ends": _ELEMENT
    + "quy trình con “{name}” có các điểm kết thúc mà không xác định được khi nào quy trình con xong.",
    "process.not_pnml": "Tệp {file} không phải là PNML.",
    "process.bad_net": _ELEMENT + "phần tử “{element}” (“{name}”) của mạng không hợp lệ.",
    "process.not_writable": "Quy trình “{name}” không viết được ở dạng này: chỗ nối quanh “{step}” không phải là "
    "cổng rẽ nhánh hoặc song song thông thường; xin dùng dạng PNML.",
    "process.table.no_header": "Tệp {file} không có bảng các bước: cần cột số bước và cột nội dung công việc.",
    "process.table.column_twice": "Tệp {file}, trang “{sheet}”, dòng {row}: cột “{column}” xuất hiện hai lần.",
    "process.table.no_steps": "Tệp {file}, trang “{sheet}”: bảng các bước không có bước nào.",
    "process.table.number_twice": _CELL + "số bước “{value}” đã có ở một dòng phía trên.",
    "process.table.bad_limit": _CELL
    + "“{value}” không phải là thời hạn; xin ghi số và đơn vị, ví dụ “5 ngày làm việc”, “4 giờ làm việc”, “trong ngày”.",
    "process.table.bad_kind": _CELL + "“{value}” không phải là một loại sự kiện đã biết.",
    "process.table.unknown_step": _CELL + "“{value}” nhắc đến bước “{step}” không có trong bảng.",
    "process.table.not_before": _CELL + "“{value}” phải gồm đúng các bước dẫn đến bước này, mỗi bước một lần "
    "(sai ở bước “{step}”).",
    "process.table.parallel_unclear": _CELL
    + "không xác định được các nhánh song song “{value}” gặp nhau ở đâu; xin thêm cột “Chờ các bước”, "
    "hoặc gửi quy trình dạng BPMN.",
}

_FLAWS: dict[FlawKind, str] = {
    FlawKind.DEADLOCK: "Sau {step}, quy trình có thể bị tắc trước khi kết thúc{waiting}.",
    FlawKind.UNREACHABLE_STEP: "Không có cách đi nào dẫn đến {step}.",
    FlawKind.NO_PROPER_END: "Sau {step}, quy trình không thể kết thúc trọn vẹn{waiting}.",
    FlawKind.UNBOUNDED: "Sau {step}, có vòng lặp sinh thêm việc song song mãi mãi mà không bao giờ gộp lại.",
    FlawKind.TOO_LARGE: "Quy trình có quá nhiều trạng thái (hơn {bound}); chưa kết luận được quy trình có đi đến kết thúc.",
}


def flaw_sentence(flaw: Flaw) -> str:
    """Say a flaw of a process in one Vietnamese sentence that names the step."""
    step = f"bước “{flaw.step}”" if flaw.step else "khi bắt đầu"
    waiting = f" (bước “{flaw.waiting}” còn dang dở)" if flaw.waiting else ""
    return _FLAWS[flaw.kind].format(step=step, waiting=waiting, bound=flaw.bound)

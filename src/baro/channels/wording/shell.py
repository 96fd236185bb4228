"""Sentences about the command line, the choice of inputs, and the log as a whole."""

SENTENCES = {
    "shell.usage": "Không hiểu câu lệnh: {reason}\n{usage}",
    "shell.cases": "Số hồ sơ phải từ 1 đến 10.000.000, không phải {value}.",
    "shell.seed": "Hạt giống phải là số nguyên không âm, không phải {value}.",
    "shell.date": "“{value}” không phải là ngày. Viết dd/mm/yyyy, ví dụ 31/12/2024 (mốc xem xét có thể kèm giờ: 31/12/2024 17:00).",
    "shell.period": "“{value}” không phải là một kỳ. Viết TỪ..ĐẾN, ví dụ 01/01/2024..31/12/2024, ngày đầu không sau ngày cuối.",
    "shell.as_of_after_period": "Mốc xem xét {as_of} nằm sau kỳ báo cáo (đến hết {last}). Báo cáo của kỳ cho biết tình hình vào ngày "
    "cuối kỳ; xin bỏ --as-of hoặc chọn mốc không sau ngày đó.",
    "shell.no_file": "Không tìm thấy tệp “{file}”.",
    "shell.not_readable": "Không có quyền đọc tệp “{file}”.",
    "harmonise.no_log": "Xin nêu ít nhất một nhật ký, hoặc --processes để so quy trình.",
    "harmonise.one_log": "Chỉ có một nhật ký ({log}): chưa có gì để so. Xin nêu thêm nhật ký, hoặc chia một nhật ký của nhiều năm bằng --split year.",
    "harmonise.split_of_processes": "--split chia nhật ký theo năm; không dùng cùng --processes.",
    "harmonise.not_xlsx": "Bảng so sánh ghi ra XLSX: xin đặt tên tệp có đuôi .xlsx, không phải “{file}”.",
    "harmonise.nothing_alike": "Không có việc nào (tên: {work}) mà từ hai nơi trở lên có quy trình; việc là một khi tên quy trình giống nhau, "
    "không kể dấu.",
    "process.no_proper_end": "Quy trình “{process}” không có cách nào đi đến kết thúc; xin vẽ lại trước khi đối chiếu.",
    "process.too_many_states": "Quy trình có hơn {bound} trạng thái; xin bớt nhánh song song hoặc tách quy trình.",
    "log.no_events": "Nhật ký không có sự kiện nào đọc được.",
    "log.no_case": "Nhật ký không có hồ sơ “{case}”.",
    "log.nothing_before_as_of": "Không có sự kiện nào trước mốc xem xét; hãy chọn mốc muộn hơn.",
}

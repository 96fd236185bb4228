"""Nhập dữ liệu: choose a file, say what its columns mean, check, receive; the statement of each delivery."""

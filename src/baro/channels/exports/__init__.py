"""Tells the same supervision report as HTML, DOCX, XLSX, Parquet and JSON."""

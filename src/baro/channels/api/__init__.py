"""The REST API: programs deliver files and read what came of them, under the same policy as people."""

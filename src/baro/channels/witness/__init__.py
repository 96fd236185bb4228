"""The witness (người làm chứng): a small program that a council runs; it keeps the newest checkpoint of a log, and refuses rewrites."""

"""Requests of programs that were carried out, by the key that each bore: no evidence, and no replay makes them."""

from django.db import models


class ApiRequest(models.Model):
    """What came of a request: `id` and `what` are hashes of its key and of its words, `result` the id of what it made or
    changed. Kept for as long as a program may send it again."""

    projected = False

    id = models.CharField(primary_key=True, max_length=64)
    what = models.CharField(max_length=64)
    result = models.CharField(max_length=160)
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "api_request"

"""The process object, in viewflow's own way: its fields lie in the process's JSON, so that it costs no second table."""

from viewflow import jsonstore
from viewflow.workflow.models import Process


class Complaint(Process):
    """The same facts as a row of Ba Rõ's petitions."""

    unit = jsonstore.CharField(max_length=40)
    code = jsonstore.CharField(max_length=60)
    kind = jsonstore.CharField(max_length=20)
    received_on = jsonstore.DateField()
    concluded_on = jsonstore.DateField(null=True)

    class Meta:
        proxy = True

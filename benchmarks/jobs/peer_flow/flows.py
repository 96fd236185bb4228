"""The smallest real flow: start, one task of a person, end."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.flow.views import CreateProcessView, UpdateProcessView

from .models import Complaint


class ComplaintFlow(flow.Flow):
    """Received, concluded by whoever received it."""

    process_class = Complaint
    start = flow.Start(CreateProcessView.as_view(fields=["code"])).Next(this.conclude)
    conclude = flow.View(UpdateProcessView.as_view(fields=["concluded_on"])).Assign(this.start.owner).Next(this.end)
    end = flow.End()

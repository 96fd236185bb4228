"""One dossier: how it stands, why this date, who held it, what it did, what is asked."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.held_bar import bar_of
from baro.channels.web.dossiers.told import shown
from baro.channels.web.frame.asking import asks
from baro.desk.dossier_files import dossier_file
from baro.desk.permission import Asker
from baro.rules.prescribed.zones import VIETNAM, local_time


@require_safe
@asks
def one(request: HttpRequest, who: Asker, dossier_id: str) -> HttpResponse:
    """Show a dossier; one that the asker may not read is not there."""
    file = dossier_file(dossier_id, who, import_string(settings.PRESCRIPTION_OF))
    told = {
        "line": shown(file.line, file.seen),
        "file": file.told,
        "bar": bar_of(file.told.split),
        "raised": file.raised,
        "as_of": local_time(file.line.as_of, VIETNAM),
        "batch": file.line,
    }
    return render(request, "dossiers/one.html", told)

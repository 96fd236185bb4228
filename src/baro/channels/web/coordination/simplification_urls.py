"""The addresses of simplifications of procedures."""

from django.urls import path

from baro.channels.web.coordination import simplification_views

urlpatterns = [
    path("", simplification_views.simplifications, name="simplifications"),
    path("tai-ve", simplification_views.export, name="simplifications_export"),
    path("them", simplification_views.new, name="simplification_new"),
    path("<str:simplification>/", simplification_views.one_simplification, name="simplification"),
    path("<str:simplification>/ghi/<str:word>", simplification_views.decide, name="simplification_decide"),
    path("<str:simplification>/rut/<int:number>", simplification_views.take_back, name="simplification_take_back"),
]

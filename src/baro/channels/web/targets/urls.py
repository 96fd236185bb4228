"""The addresses of targets."""

from django.urls import path

from baro.channels.web.targets import act_views, views

urlpatterns = [
    path("", views.targets, name="targets"),
    path("tai-ve", views.export, name="targets_export"),
    path("them", act_views.new, name="target_new"),
    path("<str:target>", views.target, name="target"),
    path("<str:target>/bao-cao", act_views.report, name="target_report"),
    path("<str:target>/dieu-chinh", act_views.revise, name="target_revise"),
    path("<str:target>/rut", act_views.withdraw, name="target_withdraw"),
]

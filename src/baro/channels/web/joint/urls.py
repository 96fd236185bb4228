"""The address of liên thông."""

from django.urls import path

from baro.channels.web.joint import count_views, dossier_views, list_views, record_views, rule_views

urlpatterns = [
    path("", list_views.dossiers, name="joint"),
    path("so-lieu", count_views.counts, name="joint_counts"),
    path("mo", record_views.opening, name="joint_open"),
    path("quy-trinh/", rule_views.processes, name="joint_processes"),
    path("quy-trinh/them", rule_views.new, name="joint_process_new"),
    path("quy-trinh/<str:process>/ban-moi", rule_views.change, name="joint_process_change"),
    path("quy-che/them", rule_views.rule_new, name="joint_rule_new"),
    path("quy-che/<str:rule>/het-hieu-luc", rule_views.rule_end, name="joint_rule_end"),
    path("ho-so/<str:joint>", dossier_views.dossier, name="joint_dossier"),
    path("ho-so/<str:joint>/ghi/<str:leg>/<str:word>", record_views.tell, name="joint_record"),
    path("ho-so/<str:joint>/dinh-chinh/<str:event>", record_views.correct, name="joint_correct"),
]

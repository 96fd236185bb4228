"""The addresses of directives and assigned tasks."""

from django.urls import path

from baro.channels.web.tasks import (
    clear_views,
    count_views,
    directive_acts,
    directive_views,
    list_views,
    matter_views,
    record_views,
    task_views,
)

urlpatterns = [
    path("", list_views.tasks, name="tasks"),
    path("tai-ve", list_views.export, name="tasks_export"),
    path("so-lieu", count_views.counts, name="task_counts"),
    path("so-lieu/tai-ve", count_views.export, name="task_counts_export"),
    path("do-ro", clear_views.clear, name="tasks_clear"),
    path("do-ro/tai-ve", clear_views.export, name="tasks_clear_export"),
    path("ton-dong", matter_views.matters, name="matters"),
    path("ton-dong/tai-ve", matter_views.export, name="matters_export"),
    path("giao", record_views.new, name="task_new"),
    path("viec/<str:task>", task_views.task, name="task"),
    path("viec/<str:task>/ghi/<str:word>", record_views.tell, name="task_tell"),
    path("viec/<str:task>/rut/<int:number>", record_views.take_back, name="task_take_back"),
    path("van-ban/", directive_views.directives, name="directives"),
    path("van-ban/tai-ve", directive_views.export, name="directives_export"),
    path("van-ban/them", directive_acts.new, name="directive_new"),
    path("van-ban/<str:directive>", directive_views.directive, name="directive"),
    path("van-ban/<str:directive>/nam/<str:unit>", directive_acts.acknowledge, name="directive_acknowledge"),
    path("van-ban/<str:directive>/rut", directive_acts.withdraw, name="directive_withdraw"),
]

"""The addresses of proposals to the upper level."""

from django.urls import path

from baro.channels.web.coordination import upward_views

urlpatterns = [
    path("", upward_views.upwards, name="upwards"),
    path("tai-ve", upward_views.export, name="upwards_export"),
    path("them", upward_views.new, name="upward_new"),
    path("<str:upward>/", upward_views.upward, name="upward"),
    path("<str:upward>/ghi/<str:word>", upward_views.tell, name="upward_tell"),
    path("<str:upward>/rut/<int:number>", upward_views.take_back, name="upward_take_back"),
]

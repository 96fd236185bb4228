"""The addresses of roles, keys and refusals."""

from django.urls import path

from baro.channels.web.grants import act_views, denial_views, views

urlpatterns = [
    path("", views.grants, name="grants"),
    path("giao", act_views.give, name="grant_give"),
    path("ket-thuc/<str:grant_id>", act_views.end, name="grant_end"),
    path("bi-tu-choi", denial_views.denials, name="denials"),
    path("nguoi/<str:holder>/", views.history, name="grant_history"),
]

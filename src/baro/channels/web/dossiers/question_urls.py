"""The address of questions about red flags."""

from django.urls import path

from baro.channels.web.dossiers import question_views

urlpatterns = [path("", question_views.questions, name="signal_questions")]

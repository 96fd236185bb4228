"""The addresses of books and of the dossiers written down in them."""

from django.urls import path

from baro.channels.web.books import back_views, book_views, form_views, recorded_views

urlpatterns = [
    path("", book_views.books, name="books"),
    path("mo-so", book_views.open_one, name="book_open"),
    path("<slug:source>/", book_views.book, name="book"),
    path("<slug:source>/tiep-nhan", book_views.receive, name="book_receive"),
    path("<slug:source>/tai-ve", form_views.export, name="book_export"),
    path("<slug:source>/<str:code>/", recorded_views.recorded, name="recorded"),
    path("<slug:source>/<str:code>/buoc", recorded_views.step, name="recorded_step"),
    path("<slug:source>/<str:code>/buoc/<int:number>/rut", back_views.take_back_step, name="recorded_take_back"),
    path("<slug:source>/<str:code>/mau/<slug:form>/<int:number>", form_views.form, name="recorded_form"),
]

"""The addresses of accounts below ``/admin/``. Those at the log-in are open to who is not yet known."""

from django.urls import path

from editors.handbook.access import editors_only
from editors.system import SystemView

from .locks import LocksView
from .logging_in import EditorLogIn, EditorLogOut, NewPasswordView
from .own_account import OwnAccountView
from .second_factor.views import CodeView, SecondFactorView, SetUpView, TurnOffView

urlpatterns = [
    path("login/", EditorLogIn.as_view()),
    path("logout/", EditorLogOut.as_view()),
    path("password_reset/", NewPasswordView.as_view()),
    path("code/", CodeView.as_view(), name="second_factor_code"),
    path("system/", editors_only(SystemView.as_view()), name="system"),
    path("locks/", editors_only(LocksView.as_view()), name="locks"),
    path("account/", editors_only(OwnAccountView.as_view())),
    path("account/second-factor/", editors_only(SecondFactorView.as_view()), name="second_factor"),
    path("account/second-factor/set-up/", editors_only(SetUpView.as_view()), name="second_factor_set_up"),
    path("users/<int:pk>/second-factor/", editors_only(TurnOffView.as_view()), name="second_factor_turn_off"),
]

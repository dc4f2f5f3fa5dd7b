"""Faults of what guards accounts, visitors and what they have told."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/delivery/client_address.py",
        "delivery/test_client_address.py",
        ("told[-number]", "told[0]"),
        ("len(told) >= number", "told"),
        ('.partition("%")[0]', ""),
        ('getattr(address, "ipv4_mapped", None) or address', "address"),
        ('if ":" in address else address', 'if ":" in "" else address'),
    ),
    *listed(
        "site/delivery/attempts/models.py",
        "delivery/attempts",
        ("if (wait := row.wait(rule, now)) > timedelta(0):", "if (wait := row.wait(rule, now)) is None:"),
        ("or now - row.last_at > rule.memory", ""),
        ("row.locked_until = now + rule.lock", "row.locked_until = None"),
        ("max(until, self.locked_until or now) - now", "until - now"),
        ("last_at__lt=now - KEPT", "last_at__lt=now"),
    ),
    *listed(
        "site/delivery/attempts/guard.py",
        "delivery/attempts",
        ("take_back if each.kind == ADDRESS else forget", "forget"),
        ('unicodedata.normalize("NFKC", account).casefold().strip()', "account"),
        ("if wait > timedelta(0):", "if False:"),
    ),
    *listed(
        "site/delivery/private/views.py",
        "delivery/attempts",
        (
            '    if request.method != "POST":\n        return view(request, *args)\n    try:',
            "    return view(request, *args)\n    try:",
        ),
    ),
    *listed(
        "site/editors/accounts/logging_in.py",
        "delivery/attempts delivery/test_limits.py",
        ("> timedelta(0):\n            return", "> timedelta(0):\n            pass"),
        (
            'post = method_decorator(limited("mails"))(PasswordResetView.post)',
            "post = PasswordResetView.post",
        ),
        ("ChangePasswordPanel.form_class = GuardedPasswordChangeForm", "pass"),
    ),
    *listed(
        "site/editors/accounts/second_factor/factors.py",
        "editors/accounts/test_second_factor.py",
        ("last_step__lt=step).update(last_step=step) == 1", ").exists()"),
        ("if not settings.SECOND_FACTOR_REQUIRED:", "if False:"),
        (
            "RecoveryCode.objects.filter(user=user, digest=_digest(code)).delete()[0] == 1",
            "RecoveryCode.objects.filter(user=user, digest=_digest(code)).exists()",
        ),
    ),
    *listed(
        "site/editors/accounts/second_factor/totp.py",
        "editors/accounts/test_second_factor.py",
        ("now + DRIFT + 1)", "now + 1)"),
        ("max(now - DRIFT, after + 1)", "max(now - 5, after + 1)"),
        ("& 0x7FFFFFFF", ""),
    ),
    *listed(
        "site/editors/accounts/second_factor/views.py",
        "editors/accounts/test_second_factor.py",
        ("if factors.is_required(request.user):\n            raise PermissionDenied", "pass"),
        ("Holdings(request.user).may_manage(self.person)", "True"),
        ("return address if safe else", "return address if address else"),
    ),
    *listed(
        "site/editors/accounts/sessions.py",
        "editors/accounts/test_second_factor.py editors/accounts/test_sessions.py",
        ("time.time() - began > settings.SESSION_COOKIE_AGE", "False"),
        (
            "        request.has_to_prove = user\n        return AnonymousUser()",
            "        request.has_to_prove = user",
        ),
        ('if request.method != "GET" or', "if"),
    ),
    *listed(
        "site/editors/accounts/workflow_rights.py",
        "editors/accounts/test_giving.py",
        ("or _may_change(user))", "or True)"),
    ),
    *listed(
        "site/delivery/bodies.py",
        "delivery/test_bodies.py",
        ('int(told) > limits["bytes"]', "False"),
        ('_fields(request) > limits["fields"]', "False"),
        ("and request.user.is_authenticated", ""),
    ),
    *listed(
        "site/delivery/limits.py",
        "delivery/test_limits.py",
        ("if most and hits(request, kind) > most:", "if False:"),
        (":{sender(request)}", ""),
        ('("default", "process")', '("default",)'),
    ),
    *listed(
        "site/portal/log_privacy.py",
        "portal/test_log_privacy.py",
        ('"max_request_body_size": "never"', '"max_request_body_size": "always"'),
        ('event.pop("request", None) or {}', 'event.get("request") or {}'),
        ("text = _TOKEN.sub(HIDDEN, text)", ""),
        ("_without_address(hide_secrets(message[name]))", "hide_secrets(message[name])"),
    ),
    *listed(
        "site/editors/links/public.py",
        "editors/links",
        ("if (held := _held(address)) is not None:", "if (held := None) is not None:"),
        ("or address.packed[8:12] in _ISATAP", ""),
        ("address in _PUBLIC_6 and", ""),
    ),
    *listed(
        "search/counting/retention.py",
        "search/counting",
        ("filter(total__lt=MIN_SEARCHES)", "all()"),
        ("timedelta(days=RARE_DAYS)", "timedelta(days=0)"),
    ),
    *listed(
        "site/open_data/api.py",
        "portal/test_bad_input.py",
        ("if isinstance(exception, DataError", "if False and isinstance(exception, DataError"),
    ),
]

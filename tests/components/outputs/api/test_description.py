"""Every answer of the interface is as its own description says, whatever is asked."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from starlette.applications import Starlette
from starlette.middleware import Middleware

from components.outputs.api.routes import DESCRIPTION, ROOT, build_api_routes
from components.server.admission import AdmissionControl
from components.server.security_headers import SecurityHeaders

ROUTES = build_api_routes()
APP = Starlette(
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(AdmissionControl, routes=ROUTES)],
)
SCHEMA = schemathesis.openapi.from_asgi(f"{ROOT}/{DESCRIPTION}", APP)
# One request for every value of every list would be a thousand; chance draws from all of them.
SCHEMA.config.phases.coverage.enabled = False


@SCHEMA.parametrize()
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case: schemathesis.Case[Any]) -> None:
    """Values within and outside of the description: no failure, no answer that it does not name."""
    case.call_and_validate()

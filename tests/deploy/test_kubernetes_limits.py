"""`deploy/kubernetes/` against the app and against what the files beside it do elsewhere."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from components.app.settings import list_bad_settings
from components.server import drain, rate_limits
from tests.components.server.http_client import fetch, run_apart
from tests.deploy.manifests import (
    BUILT,
    DEPLOY,
    get_container,
    list_annotations,
    list_kind,
    list_pods,
    read_bytes,
    read_compose,
    read_data,
)
from tests.proxy_programs import SITE_CADDYFILE

COMPOSE = read_compose()
PROXY = COMPOSE["proxy"]
REPLICAS = {name: row for name, row in COMPOSE.items() if name != "proxy"}


def test_settings_are_good_and_each_is_read() -> None:
    data = dict(read_data("atlas-settings"))
    assert list(list_bad_settings(data)) == []
    (reference,) = get_container("atlas")["envFrom"]
    assert reference == {"configMapRef": {"name": "atlas-settings"}}
    assert data.pop("FORWARDED_ALLOW_IPS")
    for name in data:
        (line,) = list_bad_settings({name: "no value of any"})
        assert line.startswith(f"{name}: ")
    (reference,) = get_container("atlas-site")["envFrom"]
    assert reference == {"configMapRef": {"name": "atlas-site-settings"}}
    served = SITE_CADDYFILE.read_text("utf-8") + (DEPLOY / "site.caddy").read_text("utf-8")
    used = dict(re.findall(r"\{\$([A-Z_]+):([^}]*)\}", served))
    assert read_data("atlas-site-settings").items() <= used.items()


@pytest.mark.parametrize("controller", ["10.244.3.7", "172.18.0.4", "192.168.9.1", "fd00:10::7"])
def test_limits_count_the_client_that_the_ingress_controller_names(controller: str) -> None:
    async def find_client(peer: str, told: str) -> str:
        found: list[str] = []

        async def app(scope: Any, *_: Any) -> None:
            found.append(scope["client"][0])

        trusted = read_data("atlas-settings")["FORWARDED_ALLOW_IPS"]
        scope = {"type": "http", "client": (peer, 5), "scheme": "http"}
        headers = [(b"x-forwarded-for", told.encode())]
        await ProxyHeadersMiddleware(app, trusted)({**scope, "headers": headers}, None, None)  # type: ignore[arg-type]
        return found[0]

    # What a client claims stands before what the controller and a load balancer say.
    claimed = "203.0.113.9, 198.51.100.7, 10.0.0.2"
    assert run_apart(find_client(controller, claimed)) == "198.51.100.7"
    assert run_apart(find_client("198.51.100.8", claimed)) == "198.51.100.8"


def test_probes_ask_for_what_a_server_answers(server: str) -> None:
    container = get_container("atlas")
    paths = {kind: container[f"{kind}Probe"]["httpGet"] for kind in ("startup", "readiness")}
    paths["liveness"] = container["livenessProbe"]["httpGet"]
    assert {row["path"] for row in paths.values()} == {"/ready", "/_stcore/health"}
    assert paths["liveness"]["path"] == "/_stcore/health"
    for row in paths.values():
        assert row["port"] == "http"
        assert fetch(server, row["path"], {"Host": "10.244.3.7:8501"}).status == 200
    # `test_stand_in.py` asks for it.
    site = get_container("atlas-site")
    for kind in ("readiness", "liveness"):
        assert site[f"{kind}Probe"]["httpGet"] == {"path": "/healthz", "port": "http"}


def test_a_pod_has_the_time_that_its_end_takes() -> None:
    pods = list_pods()
    grace = pods["atlas"]["spec"]["terminationGracePeriodSeconds"]
    pause = get_container("atlas")["lifecycle"]["preStop"]["sleep"]["seconds"]
    allowed = drain.read_drain_seconds(read_data("atlas-settings"))
    assert grace - pause >= allowed + 2 * drain.ENDING_SECONDS
    (elsewhere,) = {row["stop_grace_period"] for row in REPLICAS.values()}
    assert f"{grace - pause}s" == elsewhere
    assert get_container("atlas-site")["lifecycle"]["preStop"]["sleep"]["seconds"] == pause
    assert pods["atlas-site"]["spec"]["terminationGracePeriodSeconds"] > pause
    for deployment in list_kind("Deployment").values():
        assert deployment["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_pods_have_no_rights_and_the_room_that_compose_gives() -> None:
    labels = list_kind("Namespace")["csto-atlas"]["metadata"]["labels"]
    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"
    for name, pod in list_pods().items():
        ((user, group),) = re.findall(r"^USER (\d+):(\d+)$", BUILT[name], re.M)
        spec, container = pod["spec"], get_container(name)
        assert spec["securityContext"] == {
            "runAsNonRoot": True,
            "runAsUser": int(user),
            "runAsGroup": int(group),
            "seccompProfile": {"type": "RuntimeDefault"},
        }
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert spec["automountServiceAccountToken"] is False
        assert spec["enableServiceLinks"] is False
        assert [row["mountPath"] for row in container["volumeMounts"]] == ["/tmp"]
    for service, name in ((REPLICAS["atlas-1"], "atlas"), (PROXY, "atlas-site")):
        memory = re.sub(r"\$\{ATLAS_MEMORY:-(\w+)\}", r"\1", service["mem_limit"])
        resources = get_container(name)["resources"]
        assert read_bytes(resources["limits"]["memory"]) == read_bytes(memory)
    (folder,) = list_pods()["atlas"]["spec"]["volumes"]
    (size,) = re.findall(r"^/tmp:size=(\w+),", REPLICAS["atlas-1"]["tmpfs"][0])
    assert read_bytes(folder["emptyDir"]["sizeLimit"]) == read_bytes(size)


def test_replicas_follow_open_sessions() -> None:
    (scaler,) = list_kind("HorizontalPodAutoscaler").values()
    target = scaler["spec"]["scaleTargetRef"]
    deployment = list_kind(target["kind"])[target["name"]]
    assert target["apiVersion"] == deployment["apiVersion"]
    assert "replicas" not in deployment["spec"]
    assert scaler["spec"]["minReplicas"] >= 2
    by_sessions, by_processor = scaler["spec"]["metrics"]
    assert by_sessions["pods"]["metric"]["name"] == ACTIVE_SESSIONS_FAMILY
    example = (DEPLOY / "atlas.env.example").read_text(encoding="utf-8")
    (most,) = re.findall(r"^ATLAS_MAX_VISITORS=(\d+)$", example, re.M)
    assert int(by_sessions["pods"]["target"]["averageValue"]) * 3 / 2 <= int(most)
    requested = get_container(target["name"])["resources"]["requests"]
    assert by_processor["resource"]["name"] in requested
    down = scaler["spec"]["behavior"]["scaleDown"]
    assert down["stabilizationWindowSeconds"] >= 1800
    assert list_kind("Deployment")["atlas-site"]["spec"]["replicas"] >= 2


def test_the_ingresses_limit_as_the_proxies_and_the_app_do() -> None:
    conf = (DEPLOY / "nginx" / "proxy.conf").read_text(encoding="utf-8")
    most = read_data("atlas-settings")[rate_limits.MOST_BODY_BYTES.variable]
    assert int(most) == rate_limits.MOST_BODY_BYTES.default
    for name, zone in (("atlas-visits", "atlas_pages"), ("atlas-sessions", "atlas_files")):
        row = list_annotations(name)
        (rate,) = re.findall(rf"zone={zone}:\w+ rate=(\d+)r/s;", conf)
        (burst,) = set(re.findall(rf"limit_req zone={zone} burst=(\d+) nodelay;", conf))
        assert row["limit-rps"] == rate
        assert int(row["limit-rps"]) * int(row["limit-burst-multiplier"]) == int(burst)
        assert f"limit_conn atlas_requests {row['limit-connections']};" in conf
        assert row["proxy-body-size"] == most
        assert f"proxy_connect_timeout {row['proxy-connect-timeout']}s;" in conf
    assert list_annotations("atlas-sessions")["proxy-read-timeout"] == "3600"
    assert f"proxy_read_timeout {list_annotations('atlas-visits')['proxy-read-timeout']}s;" in conf


def test_the_image_of_the_site_serves_the_configuration_that_is_tested() -> None:
    bases = re.findall(r"^FROM (\S+)", BUILT["atlas-site"], re.M)
    assert bases == ["${APP_IMAGE}", PROXY["image"]]
    (sources,) = re.findall(r"^COPY (?!--from)(.+) /etc/caddy/$", BUILT["atlas-site"], re.M)
    assert set(sources.split()) == {SITE_CADDYFILE.name, "site.caddy"}
    (command,) = re.findall(r"^CMD (\[.*\])$", BUILT["atlas-site"], re.M)
    assert json.loads(command)[:4] == ["caddy", "run", "--config", "/etc/caddy/site.Caddyfile"]
    (made,) = re.findall(r"^COPY --from=files (\S+) (\S+)$", BUILT["atlas-site"], re.M)
    assert f"python -m components.outputs.static_site {made[0]} " in BUILT["atlas-site"]
    assert f"ATLAS_SITE={made[1]} " in BUILT["atlas-site"]

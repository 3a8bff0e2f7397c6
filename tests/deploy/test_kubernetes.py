"""`deploy/kubernetes/` against the published schemas, and its manifests against each other."""

from __future__ import annotations

import re
from copy import deepcopy
from urllib.parse import urlsplit

import kubernetes_validate
import pytest

from components.server import metrics
from tests.deploy.manifests import (
    BUILT,
    KUBERNETES,
    Manifest,
    get_container,
    list_annotations,
    list_kind,
    list_pods,
    list_ports,
    list_routes,
    read_data,
    read_kustomization,
    read_manifests,
    select,
)
from tests.proxy_programs import CADDYFILE

NEWEST = kubernetes_validate.latest_version()
# Applied by hand, once for a cluster.
APART = {"ingress-class.yaml"}


@pytest.mark.parametrize(
    "manifest", [pytest.param(row, id=f"{file}-{row['kind']}") for file, row in read_manifests()]
)
def test_a_manifest_is_valid_and_a_wrong_one_would_be_told(manifest: Manifest) -> None:
    kubernetes_validate.validate(manifest, NEWEST, strict=True)
    wrong = deepcopy(manifest)
    wrong["metadata"]["nmae"] = "atlas"
    with pytest.raises(kubernetes_validate.ValidationError, match="nmae"):
        kubernetes_validate.validate(wrong, NEWEST, strict=True)


def test_the_kustomization_and_the_readme_name_every_file() -> None:
    files = {file for file, _ in read_manifests()}
    assert set(read_kustomization()["resources"]) == files - APART
    readme = (KUBERNETES / "README.md").read_text(encoding="utf-8")
    assert {name for name in files if f"`{name}`" in readme} == files
    namespace = read_kustomization()["namespace"]
    assert list(list_kind("Namespace")) == [namespace]
    assert f"-n {namespace} " in readme
    assert all("namespace" not in row["metadata"] for _, row in read_manifests())


def test_images_have_the_names_that_the_kustomization_replaces() -> None:
    images = {row["name"]: row for row in read_kustomization()["images"]}
    assert set(images) == {get_container(name)["image"] for name in list_pods()}
    # Both of one version, as the site is made from the image of the app.
    assert len({row["newTag"] for row in images.values()}) == 1
    assert (
        f"csto-atlas:{images['csto-atlas']['newTag']}"
        == re.findall(
            r"^ARG APP_IMAGE=(\S+)$\nFROM \$\{APP_IMAGE\} ", BUILT["atlas-site"], re.M
        ).pop()
    )


def test_selectors_find_the_pods_they_are_meant_for() -> None:
    for name, deployment in list_kind("Deployment").items():
        assert select(deployment["spec"]["selector"]["matchLabels"]) == [name]
        for spread in list_pods()[name]["spec"]["topologySpreadConstraints"]:
            assert select(spread["labelSelector"]["matchLabels"]) == [name]
    for name, service in list_kind("Service").items():
        assert select(service["spec"]["selector"]) == [name]
        assert {row["targetPort"] for row in service["spec"]["ports"]} == {"http"}
    for name, budget in list_kind("PodDisruptionBudget").items():
        assert select(budget["spec"]["selector"]["matchLabels"]) == [name]
        assert budget["spec"]["maxUnavailable"] == 1
    assert set(list_kind("Service")) == set(list_kind("PodDisruptionBudget")) == set(list_pods())
    assert list_kind("Service")["atlas"]["spec"]["sessionAffinity"] == "ClientIP"


def test_ports_are_those_of_the_images() -> None:
    for name, containerfile in BUILT.items():
        (exposed,) = re.findall(r"^EXPOSE (\d+)$", containerfile, re.M)
        assert list_ports(name)["http"] == int(exposed)
    assert f"STREAMLIT_SERVER_PORT={list_ports('atlas')['http']}" in BUILT["atlas"]
    assert f"ATLAS_SITE_PORT={list_ports('atlas-site')['http']}" in BUILT["atlas-site"]
    told = list_pods()["atlas"]["metadata"]["annotations"]
    assert told["prometheus.io/path"] == metrics.PATH
    ports = {told["prometheus.io/port"], read_data("atlas-settings")[metrics.VARIABLE]}
    assert ports == {str(list_ports("atlas")["metrics"])}


def test_the_ingresses_lead_to_services_under_the_public_name() -> None:
    host = urlsplit(read_data("atlas-settings")["ATLAS_PUBLIC_URL"]).hostname
    services = list_kind("Service")
    for name, ingress in list_kind("Ingress").items():
        assert list_kind("IngressClass")[ingress["spec"]["ingressClassName"]]
        assert [rule["host"] for rule in ingress["spec"]["rules"]] == [host]
        assert ingress["spec"]["tls"] == [{"hosts": [host], "secretName": "atlas-tls"}]
        for route in list_routes(name):
            backend = route["backend"]["service"]
            ports = {row["name"] for row in services[backend["name"]]["spec"]["ports"]}
            assert backend["port"]["name"] in ports
    # What is no visit, as the proxy beside this folder has it.
    (others,) = set(re.findall(r"not path (/_stcore/\*.*/static/\*)$", CADDYFILE.read_text(), re.M))
    assert [f"{row['path']}/*" for row in list_routes("atlas-sessions")] == others.split()
    assert [(row["path"], row["pathType"]) for row in list_routes("atlas-visits")] == [
        ("/", "Prefix"),
        ("/export/preview.png", "Exact"),
    ]
    assert [row["path"] for row in list_routes("atlas-site")] == ["/site"]
    folders = [*list_routes("atlas-sessions"), *list_routes("atlas-site")]
    assert {row["pathType"] for row in folders} == {"Prefix"}


def test_visits_fall_back_to_the_static_atlas_and_visitors_stay_with_a_replica() -> None:
    visits, sessions = list_annotations("atlas-visits"), list_annotations("atlas-sessions")
    assert visits["default-backend"] == "atlas-site"
    assert visits["default-backend"] in list_kind("Service")
    assert visits["custom-http-errors"] == "502,503,504"
    assert not {"default-backend", "custom-http-errors"} & set(sessions)
    cookies = [
        {key: row[key] for key in row if key.startswith(("affinity", "session-cookie"))}
        for row in (visits, sessions)
    ]
    assert cookies[0] == cookies[1]
    assert cookies[0]["affinity"] == "cookie"
    assert cookies[0]["affinity-mode"] == "persistent"
    assert f"cookie {cookies[0]['session-cookie-name']}" in CADDYFILE.read_text(encoding="utf-8")


def test_nothing_goes_out_and_only_the_controller_and_prometheus_come_in() -> None:
    policies = list_kind("NetworkPolicy")
    deny = policies.pop("deny-all")["spec"]
    assert deny == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    let_in = set()
    for policy in policies.values():
        assert policy["spec"]["policyTypes"] == ["Ingress"]
        assert "egress" not in policy["spec"]
        ((rule,), labels) = policy["spec"]["ingress"], policy["spec"]["podSelector"]["matchLabels"]
        (source,), (port,) = rule["from"], rule["ports"]
        namespace = source["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"]
        for name in select(labels):
            assert port["port"] in list_ports(name)
            let_in.add((namespace, name, port["port"]))
    assert let_in == {
        ("traefik", "atlas", "http"),
        ("traefik", "atlas-site", "http"),
        ("monitoring", "atlas", "metrics"),
    }

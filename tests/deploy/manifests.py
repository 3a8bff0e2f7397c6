"""The manifests of `deploy/kubernetes/`, and what is looked up in them and in files beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

from tests.app_process import ROOT

DEPLOY = ROOT / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
# The file that the image of each Deployment is made from.
BUILT = {
    "atlas": (DEPLOY / "Containerfile").read_text(encoding="utf-8"),
    "atlas-site": (DEPLOY / "site.Containerfile").read_text(encoding="utf-8"),
}
NGINX = "nginx.ingress.kubernetes.io/"
Manifest = dict[str, Any]


def read_kustomization() -> Manifest:
    """What `kubectl apply -k` reads."""
    found: Manifest = yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text("utf-8"))
    return found


@cache
def read_manifests() -> tuple[tuple[str, Manifest], ...]:
    """Every manifest with the name of its file, in the order of files."""
    return tuple(
        (path.name, manifest)
        for path in sorted(KUBERNETES.glob("*.yaml"))
        if path.name != "kustomization.yaml"
        for manifest in yaml.safe_load_all(path.read_text("utf-8"))
    )


def list_kind(kind: str) -> dict[str, Manifest]:
    """The manifests of a kind by name."""
    rows = [row for _, row in read_manifests() if row["kind"] == kind]
    named = {row["metadata"]["name"]: row for row in rows}
    assert rows, kind
    assert len(named) == len(rows), f"two of {kind} have one name"
    return named


def list_pods() -> dict[str, Manifest]:
    """The pod template of each Deployment by its name."""
    return {name: row["spec"]["template"] for name, row in list_kind("Deployment").items()}


def get_container(name: str) -> Manifest:
    """The one container of a Deployment."""
    (container,) = list_pods()[name]["spec"]["containers"]
    assert isinstance(container, dict)
    return container


def list_ports(name: str) -> dict[str, int]:
    """The ports of a Deployment's container by name."""
    return {row["name"]: row["containerPort"] for row in get_container(name)["ports"]}


def read_compose() -> Manifest:
    """The services of `compose.yaml` by name."""
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    assert isinstance(found, dict)
    return found


def select(labels: Manifest) -> list[str]:
    """The Deployments whose pods have labels; an empty selector takes all."""
    return [
        name
        for name, pod in list_pods().items()
        if labels.items() <= pod["metadata"]["labels"].items()
    ]


def list_annotations(name: str) -> dict[str, str]:
    """What an Ingress asks of its controller, without the prefix."""
    found = list_kind("Ingress")[name]["metadata"]["annotations"]
    assert all(key.startswith(NGINX) for key in found)
    return {key.removeprefix(NGINX): value for key, value in found.items()}


def list_routes(name: str) -> list[Manifest]:
    """The paths of an Ingress, which names one host."""
    (rule,) = list_kind("Ingress")[name]["spec"]["rules"]
    paths = rule["http"]["paths"]
    assert isinstance(paths, list)
    return paths


def read_data(name: str) -> dict[str, str]:
    """The settings of a ConfigMap."""
    data = list_kind("ConfigMap")[name]["data"]
    assert isinstance(data, dict)
    return data


def read_bytes(quantity: str) -> int:
    """A size as Kubernetes (`2Gi`) or compose (`2g`, also binary) write it."""
    found = re.fullmatch(r"(\d+)(?:([KMG])i|([kmg]))", quantity)
    assert found is not None, quantity
    unit = (found[2] or found[3]).upper()
    return int(found[1]) << {"K": 10, "M": 20, "G": 30}[unit]

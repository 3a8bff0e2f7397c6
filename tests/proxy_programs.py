"""How each proxy program is started with its configuration of `deploy/`.

Caddy and HAProxy read variables. nginx and Apache do not: there the lines that an operator would
edit are edited here, and a line that is not found is an error.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.app_process import ROOT
from tests.find_programs import find_program

DEPLOY = ROOT / "deploy"
CADDYFILE = DEPLOY / "Caddyfile"
SITE_CADDYFILE = DEPLOY / "site.Caddyfile"
NGINX = DEPLOY / "nginx"
APACHE = DEPLOY / "apache.conf"
HAPROXY = DEPLOY / "haproxy.cfg"
WORKERS = 2
# What Debian enables, and what `apache.conf` says to enable besides.
APACHE_FOLDER = "/usr/lib/apache2/modules"
APACHE_MODULES = (
    *("mpm_event", "authz_core", "alias", "dir", "env", "setenvif", "mime", "filter", "deflate"),
    *("reqtimeout", "headers", "rewrite", "proxy", "slotmem_shm", "proxy_balancer"),
    *("lbmethod_bybusyness", "lbmethod_byrequests", "proxy_hcheck", "proxy_http"),
)
TEMPORARY = ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")

Start = tuple[list[str], dict[str, str]]


@dataclass(frozen=True)
class ProxySettings:
    """What an operator sets: ports, replicas (host:port), paths without a slash at the end, limits.

    `replica_prefix` is `prefix` again where the replicas have it as server.baseUrlPath. The program
    may write into `home`. `second_port` is for what a program needs beside the proxy itself.
    """

    port: int
    second_port: int
    replicas: tuple[str, ...]
    site: Path
    home: Path
    prefix: str = ""
    replica_prefix: str = ""
    max_visitors: str = "100"
    frame_ancestors: str = ""

    @property
    def variables(self) -> dict[str, str]:
        """The variables that Caddyfile and haproxy.cfg share, but for those at their default."""
        found = {
            "ATLAS_PREFIX": self.prefix,
            "ATLAS_REPLICA_PREFIX": self.replica_prefix,
            "ATLAS_MAX_VISITORS": self.max_visitors,
            "ATLAS_FRAME_ANCESTORS": self.frame_ancestors,
            "ATLAS_EMBED_ANCESTORS": self.frame_ancestors,
        }
        return {name: value for name, value in found.items() if value}


def edit(text: str, pattern: str, replacement: str) -> str:
    """Replace each match of a pattern; ValueError where there is none."""
    changed, count = re.subn(pattern, lambda _: replacement, text, flags=re.M)
    if not count:
        raise ValueError(f"there is nothing like {pattern!r} to edit")
    return changed


def start_caddy(settings: ProxySettings) -> Start:
    """Caddy with the Caddyfile as it is."""
    command = [find_program("caddy"), "run", "--config", str(CADDYFILE), "--adapter", "caddyfile"]
    return command, {
        **settings.variables,
        "ATLAS_ADDRESS": f"http://localhost:{settings.port}",
        "ATLAS_UPSTREAMS": " ".join(settings.replicas),
        "ATLAS_SITE": str(settings.site),
        "HOME": str(settings.home),
    }


def start_static_server(settings: ProxySettings) -> Start:
    """Caddy with site.Caddyfile as it is, at the second port."""
    command, environment = start_caddy(settings)
    command[command.index(str(CADDYFILE))] = str(SITE_CADDYFILE)
    return command, {**environment, "ATLAS_SITE_PORT": str(settings.second_port)}


def start_nginx(settings: ProxySettings) -> Start:
    """The server of nginx with the files of `deploy/nginx/`, their settings edited."""
    folder = settings.home / "nginx"
    shutil.copytree(NGINX, folder / "atlas")
    path = folder / "atlas" / "settings.conf"
    text = path.read_text(encoding="utf-8")
    for before, after in zip(("8501", "8502"), settings.replicas, strict=False):
        text = edit(text, rf"\b127\.0\.0\.1:{before}\b", after)
        text = edit(text, rf"127\\\.0\\\.0\\\.1:{before}\b", re.escape(after))
    text = edit(text, "/srv/atlas", str(settings.site))
    for variable, value in (
        ("prefix", settings.prefix),
        ("replica_prefix", settings.replica_prefix),
        ("frame_ancestors", settings.frame_ancestors or "'self'"),
        ("embed_ancestors", settings.frame_ancestors or "*"),
    ):
        text = edit(
            text,
            rf'\$atlas_{variable} {{\n\tdefault ".*";',
            f'$atlas_{variable} {{\n\tdefault "{value}";',
        )
    path.write_text(text, encoding="utf-8")
    path = folder / "atlas" / "proxy.conf"
    text = edit(path.read_text(encoding="utf-8"), "listen 80;", f"listen {settings.port};")
    # nginx counts the visitors of all replicas together.
    text = edit(text, "atlas_visitors 200;", f"atlas_visitors {2 * int(settings.max_visitors)};")
    path.write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    folders = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    main.write_text(
        f"daemon off; {user} worker_processes {WORKERS}; pid {folder}/pid; error_log stderr warn;\n"
        "events { worker_connections 4096; }\n"
        f"http {{\ninclude /etc/nginx/mime.types;\n{folders}\ninclude atlas/proxy.conf;\n}}\n",
        encoding="utf-8",
    )
    return [find_program("nginx"), "-c", str(main), "-e", "stderr"], {}


def start_apache(settings: ProxySettings) -> Start:
    """The server of Apache with `apache.conf`."""
    text = APACHE.read_text(encoding="utf-8")
    ancestors = settings.frame_ancestors
    for name, value in {
        "PORT": str(settings.port),
        "STAND_IN": str(settings.second_port),
        "REPLICA_A": settings.replicas[0],
        "REPLICA_B": settings.replicas[-1],
        "SITE": str(settings.site),
        "BASE": f"{settings.prefix}/",
        "REPLICA_BASE": f"{settings.replica_prefix}/",
        "FRAME_ANCESTORS": f'"{ancestors}"' if ancestors else "\"'self'\"",
        "EMBED_ANCESTORS": f'"{ancestors}"' if ancestors else "*",
    }.items():
        text = edit(text, rf"^Define ATLAS_{name} .*$", f"Define ATLAS_{name} {value}")
    home = settings.home
    (home / "atlas.conf").write_text(text, encoding="utf-8")
    modules = "\n".join(
        f"LoadModule {name}_module {APACHE_FOLDER}/mod_{name}.so" for name in APACHE_MODULES
    )
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    main = home / "apache.conf"
    main.write_text(
        f"ServerRoot {home}\nPidFile {home}/pid\nDefaultRuntimeDir {home}\nServerName localhost\n"
        f"ErrorLog /dev/stderr\nTypesConfig /etc/mime.types\n{modules}\n{user}\n"
        f"Listen {settings.port}\nInclude {home}/atlas.conf\n",
        encoding="utf-8",
    )
    return [find_program("apache2"), "-D", "FOREGROUND", "-f", str(main)], {}


def start_haproxy(settings: ProxySettings) -> Start:
    """HAProxy with its configuration as it is."""
    return [find_program("haproxy"), "-db", "-f", str(HAPROXY)], {
        **settings.variables,
        "ATLAS_BIND": f":{settings.port}",
        "ATLAS_REPLICA_A": settings.replicas[0],
        "ATLAS_REPLICA_B": settings.replicas[-1],
        "ATLAS_SITE_SERVER": f"127.0.0.1:{settings.second_port}",
    }


PROGRAMS: Mapping[str, Callable[[ProxySettings], Start]] = {
    "caddy": start_caddy,
    "nginx": start_nginx,
    "apache": start_apache,
    "haproxy": start_haproxy,
}


def check_configuration(program: str, command: list[str], environment: Mapping[str, str]) -> None:
    """Have a program check its configuration; RuntimeError with what it says of a wrong one."""
    if program == "caddy":
        checked = [command[0], "validate", *command[2:]]
    else:
        checked = [*command, "-c" if program == "haproxy" else "-t"]
    done = subprocess.run(
        checked, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program} refuses its configuration:\n{done.stdout}{done.stderr}")

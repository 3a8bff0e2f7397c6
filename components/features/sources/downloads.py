"""The files a reader can take away; each is built when it is first asked for, and kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import streamlit as st

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from components.core.i18n import locale_context, ngettext
from components.core.i18n.cache import cache_per_locale
from components.features.sources.citations import cite_all, cite_layer, cite_table
from components.features.sources.content import read_texts, translate_row
from components.features.sources.derived_files import list_derived, make_derived_folder
from components.features.sources.geojson import Layer, build_geojson, list_layers, translate_layer
from components.features.sources.interface_links import show_interface
from components.features.sources.workbook import SHEET_TYPE, build_workbook
from data.downloads import (
    build_archive,
    list_paths,
    list_tables,
    name_licence,
    read_descriptor,
    read_package_files,
    render_spreadsheet,
)
from data.languages import DEFAULT, TRANSLATIONS
from data.load import read_record
from data.review import REVIEWED
from geodata.read import GEODATA, read_index

READMES = {DEFAULT: "README.txt"} | {code: f"README.{code}.txt" for code in TRANSLATIONS}
CSV_TYPE, GEOJSON_TYPE, ZIP_TYPE = "text/csv", "application/geo+json", "application/zip"


@dataclass(frozen=True)
class Download:
    """One file to take away; `make` returns its bytes."""

    file: str
    about: str
    citation: str
    media_type: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class DownloadGroup:
    """Downloads of one kind, under a heading."""

    title: str
    note: str
    downloads: Sequence[Download]


@cache_per_locale(2)
def list_download_groups() -> list[DownloadGroup]:
    """Everything that can be taken away, by kind."""
    texts = read_texts()["shelves"]
    shelves = {
        "all": [describe_archive()],
        "tables": [describe_workbook(), *describe_tables()],
        "derived": [
            Download(file, about, cite_table(title, name_licence(read_descriptor())), kind, make)
            for file, about, title, kind, make in list_derived()
        ],
        "shapes": [*map(describe_layer, list_layers()), *describe_shape_tables()],
    }
    return [
        DownloadGroup(texts[name]["title"], texts[name]["note"], found)
        for name, found in shelves.items()
    ]


def describe_archive() -> Download:
    """The zip of everything."""
    descriptor = read_descriptor()
    tables = len(descriptor["resources"])
    about = read_texts()["shelves"]["all"]["about"].format(
        tables=tables, shapes=len(list_layers()), licence=name_licence(descriptor)
    )
    file = f"{descriptor['name']}-{descriptor['version']}.zip"
    return Download(file, about, cite_all(descriptor), ZIP_TYPE, make_archive)


def describe_workbook() -> Download:
    """All tables of the record in one file of a spreadsheet."""
    descriptor = read_descriptor()
    about = read_texts()["shelves"]["tables"]["workbook"].format(
        tables=len(descriptor["resources"]), licence=name_licence(descriptor)
    )
    file = f"{descriptor['name']}-{descriptor['version']}.xlsx"
    return Download(file, about, cite_all(descriptor), SHEET_TYPE, make_workbook)


def describe_tables() -> list[Download]:
    """Every table of the record."""
    record = read_record()
    return [
        Download(
            table.file,
            f"{title}. {count_rows(len(record.rows(table.name)))}. {description}",
            cite_table(title, table.licence),
            CSV_TYPE,
            partial(make_spreadsheet, table.name),
        )
        for table in list_tables(read_descriptor())
        for title, description in [
            translate_row("tables", table.name, table.title, table.description)
        ]
    ]


def describe_shape_tables() -> list[Download]:
    """Tables that say from which sources shapes were drawn, and with which they are compared."""
    descriptor = read_descriptor(GEODATA)
    return [
        Download(
            resource["path"],
            f"{title}. {description}",
            cite_table(title, name_licence(descriptor)),
            CSV_TYPE,
            partial(render_spreadsheet, resource["name"], GEODATA),
        )
        for resource in descriptor["resources"]
        if "description" in resource
        for title, description in [
            translate_row("tables", resource["name"], resource["title"], resource["description"])
        ]
    ]


def count_rows(count: int) -> str:
    """A number of rows in words."""
    return ngettext("{count} row", "{count} rows", count) if count else _("No rows yet")


def describe_layer(layer: Layer) -> Download:
    """One set of shapes."""
    row = layer.row
    title, note = translate_layer(layer)
    subject = title if layer.name in row["file"] else f"{title}: {layer.name}"
    about = ". ".join(part.rstrip(".") for part in (subject, note) if part) + "."
    return Download(
        f"{layer.name}.geojson",
        about,
        cite_layer(layer),
        GEOJSON_TYPE,
        partial(make_geojson, layer.name),
    )


@cache
def make_spreadsheet(name: str) -> bytes:
    """A table as CSV for a spreadsheet."""
    return render_spreadsheet(name)


@cache
def make_geojson(name: str) -> bytes:
    """A set of shapes as GeoJSON."""
    layer = next(layer for layer in list_layers() if layer.name == name)
    return build_geojson(layer, read_record())


@cache
def make_workbook() -> bytes:
    """The workbook of all tables."""
    return build_workbook()


@cache
def make_archive() -> bytes:
    """Exact tables with their description, shapes with their licences, and how to cite them."""
    files = dict(read_package_files())
    for language, name in READMES.items():
        with locale_context(language):
            files[name] = write_readme().encode("utf-8")
    for layer in list_layers():
        files[f"shapes/{layer.name}.geojson"] = make_geojson(layer.name)
    with locale_context(DEFAULT):
        files["shapes/LICENCES.csv"] = list_licences()
    files |= make_derived_folder()
    shape_tables = ("datapackage.json", *list_paths(read_descriptor(GEODATA)))
    files |= {f"shapes/{name}": (GEODATA / name).read_bytes() for name in shape_tables}
    return build_archive(files)


def list_licences() -> bytes:
    """A table of the shapes in the archive: file, licence, attribution, citation."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "licence", "attribution", "citation"])
    for layer in list_layers():
        row = layer.row
        writer.writerow(
            [f"{layer.name}.geojson", row["licence"], row["attribution"], cite_layer(layer)]
        )
    return out.getvalue().encode("utf-8")


def write_readme() -> str:
    """The text beside the tables: what is here, under which licence, how to cite it."""
    descriptor = read_descriptor()
    values: Mapping[str, str] = {
        "title": descriptor["title"],
        "version": descriptor["version"],
        "day": format_day(REVIEWED),
        "description": descriptor["description"],
        "licence": ", ".join(f"{row['title']} ({row['path']})" for row in descriptor["licenses"]),
        "citation": cite_all(descriptor),
        "attributions": "\n".join(sorted({f"- {row['attribution']}" for row in read_index()})),
    }
    return str(read_texts()["readme"]["text"]).format(**values)


def show_downloads() -> None:
    """A button for each file, with what it holds and how to cite it beside it."""
    with st.container(key="downloads"):
        for shelf in list_download_groups():
            st.subheader(shelf.title, anchor=False)
            st.text(shelf.note)
            for download in shelf.downloads:
                show_download(download)
        show_interface()


def show_download(download: Download) -> None:
    """One file; its bytes are made when the button is pressed."""
    with st.container(horizontal=True, key=f"download-{download.file.replace('.', '-')}"):
        st.download_button(
            download.file,
            download.make,
            file_name=download.file,
            mime=download.media_type,
            on_click="ignore",
            key=f"take-{download.file}",
        )
        st.text(_("{about}\nCite: {citation}", about=download.about, citation=download.citation))

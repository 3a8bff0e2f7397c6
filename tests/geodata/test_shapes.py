"""The geometry: valid, edges shared, places where they belong, borders as the policy says."""

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point

from geodata.build.frontier import WINDOWS
from geodata.read import load_frame, read_decisions, read_labels, read_places, read_zone_shapes

LAYERS = [
    ("countries.topo.json", "countries"),
    ("countries.topo.json", "land"),
    ("zones.topo.json", "zones"),
    ("zones-osm.topo.json", "zones"),
    ("water.topo.json", "lakes"),
    ("water.topo.json", "rivers"),
    ("frontier.topo.json", "frontier"),
]
EQUAL_AREA = "+proj=laea +lat_0=40 +lon_0=46.5"
COAST = 0.1  # degrees a harbour may lie off a simplified coast
DISTRICTS = [
    *["karabakh-kalbajar", "karabakh-lachin", "karabakh-qubadli", "karabakh-zangilan"],
    *["karabakh-jabrayil", "karabakh-fuzuli", "karabakh-agdam"],
]


def shapes_of(file: str, layer: str) -> "gpd.GeoSeries":
    return load_frame(file, layer).set_index("id").geometry


@pytest.fixture(scope="module")
def countries() -> "gpd.GeoSeries":
    return shapes_of("countries.topo.json", "countries")


@pytest.fixture(scope="module")
def frontier() -> "gpd.GeoSeries":
    return shapes_of("frontier.topo.json", "frontier")


@pytest.fixture(scope="module")
def zones() -> dict[str, shapely.Geometry]:
    files = ("zones.topo.json", "zones-osm.topo.json")
    return {zone: shape for file in files for zone, shape in shapes_of(file, "zones").items()}


@pytest.mark.parametrize(("file", "layer"), LAYERS)
def test_geometry_is_valid_and_inside_the_box(file: str, layer: str) -> None:
    frame = load_frame(file, layer)
    assert len(frame) > 0
    assert [str(row) for row in frame[~frame.is_valid].index] == []
    assert not frame.is_empty.any()
    west, south, east, north = frame.total_bounds
    assert west >= -30
    assert south >= -12
    assert east <= 190
    assert north <= 83


def test_countries_share_their_edges(countries: gpd.GeoSeries) -> None:
    land = load_frame("countries.topo.json", "land").geometry
    assert shapely.coverage_is_valid([*countries, *land])


def test_frontier_shares_its_edges(frontier: gpd.GeoSeries) -> None:
    assert shapely.coverage_is_valid(frontier.to_numpy())


def test_nothing_crosses_the_antimeridian(countries: gpd.GeoSeries) -> None:
    west, _, east, _ = countries["RUS"].bounds
    assert west > 19
    assert 189 < east <= 190.5


def test_districts_and_oblast_neither_overlap_nor_leave_holes(
    zones: dict[str, shapely.Geometry],
) -> None:
    shapes = [zones[zone] for zone in [*DISTRICTS, "karabakh-nkao"]]
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.union_all(shapes)
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, rel=1e-9)


def test_oblast_has_its_area(zones: dict[str, shapely.Geometry]) -> None:
    area = gpd.GeoSeries([zones["karabakh-nkao"]], crs=4326).to_crs(EQUAL_AREA).area.iloc[0] / 1e6
    assert area == pytest.approx(4282, rel=0.03)


@pytest.mark.parametrize("row", read_decisions(), ids=lambda row: row["code"])
def test_decision_shows_on_the_map(row: dict[str, str], countries: gpd.GeoSeries) -> None:
    if row["lon"]:
        point = Point(float(row["lon"]), float(row["lat"]))
        holders = list(countries[countries.contains(point)].index)
        # Jammu and Kashmir is cut by lines of control: it has no single target.
        wanted = [row["target"]] if row["target"] else holders if row["code"] == "JAK" else []
        assert holders == wanted
    else:
        assert row["code"] not in countries.index or row["code"] == row["target"]


@pytest.mark.parametrize(
    ("zone", "owner"),
    [
        ("crimea", "UKR"),
        ("donbas-2014", "UKR"),
        ("transnistria", "MDA"),
        ("abkhazia", "GEO"),
        ("south-ossetia", "GEO"),
        ("tjk-afg-border", "TJK"),
    ],
)
def test_zone_lies_in_its_country_de_jure(
    zone: str, owner: str, zones: dict[str, shapely.Geometry], countries: gpd.GeoSeries
) -> None:
    shape = zones[zone]
    assert shapely.intersection(shape, countries[owner]).area == pytest.approx(shape.area, rel=5e-3)
    if owner != "RUS":
        assert shapely.intersection(shape, countries["RUS"]).area < shape.area * 1e-3


@pytest.mark.parametrize(
    ("zone", "owner"),
    [(zone, "AZE") for zone in [*DISTRICTS, "karabakh-nkao"]]
    + [("karabakh-control-1994", "AZE"), ("karabakh-control-2020", "AZE")]
    + [(f"arm-aze-{province}", "ARM") for province in ("syunik", "gegharkunik", "tavush")]
    + [("vorukh", "TJK"), ("kayragach", "TJK"), ("sarvan", "TJK"), ("barak", "KGZ")]
    + [("sokh", "UZB"), ("shakhimardan", "UZB"), ("jani-ayil", "UZB")],
)
def test_exact_zone_lies_in_its_country(
    zone: str, owner: str, zones: dict[str, shapely.Geometry], frontier: gpd.GeoSeries
) -> None:
    shape = zones[zone]
    inside = shapely.intersection(shape, frontier[owner]).area
    assert inside == pytest.approx(shape.area, rel=2e-3)


def test_control_of_2020_is_part_of_1994(zones: dict[str, shapely.Geometry]) -> None:
    later, earlier = zones["karabakh-control-2020"], zones["karabakh-control-1994"]
    assert later.area < earlier.area / 3
    # East of Martuni the oblast of 1991 reaches beyond the line of contact as drawn.
    assert shapely.intersection(later, earlier).area > later.area * 0.9
    assert not later.contains(Point(46.75, 39.758))  # Shusha, lost in 2020
    assert not later.contains(Point(47.031, 39.52))  # Hadrut, lost in 2020
    assert later.contains(Point(46.753, 39.8177))  # Stepanakert


@pytest.mark.parametrize("row", read_zone_shapes(), ids=lambda row: row["zone_id"])
def test_zone_has_a_shape_of_some_size(
    row: dict[str, str], zones: dict[str, shapely.Geometry]
) -> None:
    assert zones[row["zone_id"]].area > 1e-5
    assert row["drawn_from"]


@pytest.mark.parametrize("place", read_places(), ids=lambda place: place["id"])
def test_place_falls_in_its_country(
    place: dict[str, object], countries: gpd.GeoSeries, frontier: gpd.GeoSeries
) -> None:
    point = Point(place["lon"], place["lat"])
    if any(window.contains(point) for window in WINDOWS.values()):
        assert frontier[place["country"]].distance(point) < 0.003
    else:
        assert countries[place["country"]].distance(point) < COAST


def test_labels_stand_in_their_countries(countries: gpd.GeoSeries) -> None:
    off = [
        c
        for c, (lon, lat, _) in read_labels().items()
        if not countries[c].contains(Point(lon, lat))
    ]
    assert off == []


def test_russia_is_labelled_in_the_default_view() -> None:
    lon, lat, _ = read_labels()["RUS"]
    assert 40 < lon < 80
    assert 55 < lat < 61

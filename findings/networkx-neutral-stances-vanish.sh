#!/usr/bin/env bash
# networkx 3.6.1 with numpy 2.3.5 (PyPI), on a small graph of stances between states, positive, neutral and negative.
# Seen: a neutral stance, an edge of weight 0, is gone after the way through an adjacency matrix and back, without a
# word, so "neutral" becomes "nothing known"; a state with one friend and one foe has the weighted degree 0, as one
# that nobody has a stance toward. With negative weights the modularity of two hostile camps is 3.5, far above its
# stated upper bound of 1, and no warning says that the measure is not made for them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 numpy==2.3.5
cat > look.py <<'PY'
import networkx as nx

stances = nx.Graph()
stances.add_weighted_edges_from([("A", "B", 1), ("A", "C", -1), ("B", "C", 2), ("C", "D", 0)])
back = nx.from_numpy_array(nx.to_numpy_array(stances))
degrees = dict(stances.degree(weight="weight"))
camps = nx.Graph()
for camp in ("ABC", "XYZ"):
    camps.add_weighted_edges_from([(camp[0], camp[1], 2), (camp[1], camp[2], 2), (camp[0], camp[2], 2)])
camps.add_weighted_edges_from([("A", "X", -3), ("B", "Y", -3), ("C", "Z", -3)])
modularity = nx.community.modularity(camps, [set("ABC"), set("XYZ")])
print(stances.number_of_edges(), back.number_of_edges(), degrees, modularity)
assert (stances.number_of_edges(), back.number_of_edges()) == (4, 3)
assert degrees["A"] == degrees["D"] == 0
assert modularity == 3.5
PY
env/bin/python look.py

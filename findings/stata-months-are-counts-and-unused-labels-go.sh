#!/usr/bin/env bash
# pandas 3.1.1 and pyreadstat 1.3.7 (PyPI), the two readers of Stata and SPSS files in Python.
# Seen: of the dates that pandas writes, pyreadstat reads the day back as a day and the month (%tm) and quarter (%tq) as
# bare counts since 1960, beside years (%ty) that look right: May 1992 is 388. An ordered scale of opposes, neutral,
# supports written by pandas keeps all three labels in the file; read by pandas it has lost the middle one when no row
# has it, so its codes are 0 and 1 where they were 0 and 2. In SPSS files pyreadstat cuts a value label
# after 120 bytes, some 62 signs of Russian, without a word, and two labels that differ later become one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 pyreadstat==1.3.7 2>/dev/null
cat > look.py <<'PY'
import datetime

import pandas
import pyreadstat

kinds = {"day": "td", "month": "tm", "quarter": "tq", "year": "ty"}
dates = pandas.DataFrame({"day": ["1992-05-15"], "month": "1992-05-01", "quarter": "1992-04-01", "year": "1992-01-01"})
dates = dates.apply(pandas.to_datetime)
dates.to_stata("dates.dta", convert_dates=kinds, write_index=False)
by_pandas = pandas.read_stata("dates.dta")
by_other = pyreadstat.read_dta("dates.dta")[0].iloc[0].to_dict()
print(by_other)
assert (by_pandas == dates).all(axis=None)
assert by_other == {"day": datetime.date(1992, 5, 15), "month": 388, "quarter": 129, "year": 1992}

scale = ["opposes", "neutral", "supports"]
stance = pandas.Categorical(["opposes", "supports"], categories=scale, ordered=True)
pandas.DataFrame({"stance": stance}).to_stata("scale.dta", write_index=False)
back = pandas.read_stata("scale.dta").stance.cat
labels = pyreadstat.read_dta("scale.dta")[1].variable_value_labels["stance"]
print(labels, list(back.categories), list(stance.codes), list(back.codes))
assert list(labels.values()) == scale
assert list(back.categories) == ["opposes", "supports"]
assert (list(stance.codes), list(back.codes)) == ([0, 2], [0, 1])

stem = "Государство высказалось на заседании Совета коллективной безопасности "
given = {1.0: stem + "за", 2.0: stem + "против"}
pyreadstat.write_sav(pandas.DataFrame({"stance": [1.0, 2.0]}), "scale.sav", variable_value_labels={"stance": given})
read = pyreadstat.read_sav("scale.sav")[1].variable_value_labels["stance"]
print(read)
assert read[1.0] == read[2.0] and stem.startswith(read[1.0])
PY
env/bin/python look.py

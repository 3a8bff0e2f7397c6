"""`python -m components.outputs.notices`: write THIRD_PARTY_NOTICES.txt anew from works.csv."""

from components.outputs.notices.notices import APP, ROOT, write_notices

FILE = ROOT / "THIRD_PARTY_NOTICES.txt"

if __name__ == "__main__":
    FILE.write_text(write_notices(APP), encoding="utf-8")

"""Tables made from the record: pure functions over it, described column by column in columns.csv.

`tables` lists them; nothing here is stored, so nothing can fall behind the record.
"""

"""Prints what audformat and pympi read in a folder, an EAF file and a TextGrid."""

import sys

import audformat
import pympi

folder, eaf, grid = sys.argv[1:4]

database = audformat.Database.load(folder)
print(database)
for table in database.tables:
    frame = database[table].get()
    print(frame.to_string())
    print(frame.dtypes)

for tier in (document := pympi.Elan.Eaf(eaf)).get_tier_names():
    print(tier, document.get_annotation_data_for_tier(tier))

for tier in pympi.Praat.TextGrid(grid, codec="utf-8").get_tiers():
    print(tier.name, list(tier.get_all_intervals()))

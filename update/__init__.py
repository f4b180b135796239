"""更新 · One script for each table in sansi/check/data: `python -m update.places`.

The packages the tables are drawn from are those of requirements/update.txt; none of them is needed
to run the product. The same packages give the same bytes.
"""

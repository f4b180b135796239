"""表格与图 · Tables that filter, sort, page and export, and charts drawn on the server; for every officer's page."""

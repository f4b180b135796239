"""模板标签 · How templates ask for a table or a chart."""

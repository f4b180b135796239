"""报告 · Findings as people and machines read them: text, JSON, JSON lines, SARIF, HTML, rule pages.

A report is a function from the results of files, one after the other, to pieces of output. Values
are masked in all of them; only text, JSON and HTML can show them, and only when asked.
"""

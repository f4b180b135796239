"""检测器 · One module per thing found. A module here is a rule by existing: see CONTRIBUTING.md."""

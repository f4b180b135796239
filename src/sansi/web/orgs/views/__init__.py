"""页面 · The officers' pages. Each fetches through `access`, acts through `actions`, and shows."""

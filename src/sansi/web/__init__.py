"""网站 · The web platform: a Django project."""

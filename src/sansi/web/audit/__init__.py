"""审计 · The record of what officers do, which cannot be quietly rewritten."""

"""后台任务 · Background jobs: retries and the periodic tick."""

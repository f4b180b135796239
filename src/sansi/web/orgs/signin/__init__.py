"""登录 · Signing in: passwords, passkeys, codes, the organisation's own identity provider."""

"""邮件 · E-mail in both languages."""

"""密钥 · Keys that sign and encrypt."""

"""负载 · How much the web platform serves on this machine: pages, drafts, people, the audit log; all over loopback."""

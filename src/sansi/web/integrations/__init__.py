"""接入 · Programs that ask by a token of their own, and how often they do."""

"""The network: one polite client, and what NHS Jobs is asked through it."""

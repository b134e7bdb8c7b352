"""The programs that ours is compared with: small, and each the plainest of its kind."""

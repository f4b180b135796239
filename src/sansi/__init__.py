"""三思 · Sansi: think thrice before you post."""

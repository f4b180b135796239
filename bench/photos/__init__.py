"""照片基准 · Synthetic scans, photos and screenshots, and how much of what is on them is found."""

"""演示城市 · A city to try Sansi out in. City, offices and people are made up; any likeness is chance."""

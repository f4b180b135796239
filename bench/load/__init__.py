"""负载 · What the site bears: requests a second and how long they take, on the loopback."""

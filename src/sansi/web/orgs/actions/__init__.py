"""办事 · Acts on units, people and duties. Each is one transaction, says who did it, and is recorded in it.

Callers have fetched what they act on through `sansi.web.orgs.access`, which is the gate; what is refused here is
refused for reasons of the thing itself.
"""

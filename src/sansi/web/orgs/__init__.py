"""单位与人员 · Organisations, people, duties, sign-in."""

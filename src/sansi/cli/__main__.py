"""`python -m sansi.cli`, for where the `sansi` command is not on the path."""

from sansi.cli import main

if __name__ == "__main__":
    main()

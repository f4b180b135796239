"""读取文件 · Bytes in, a `Document` out: text with places, hidden facts, and what could not be read.

Pure: opens nothing, sends nothing, keeps nothing. Bytes of unknown origin are read in a child process with
limits (`sansi.sandbox`), because native libraries can abort. Nothing is imported here: the command line must
start fast for plain text, which needs none of it.
"""

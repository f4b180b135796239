"""准确率基准 · How truly the engine finds, on synthetic labelled text (`python -m bench.accuracy`)."""

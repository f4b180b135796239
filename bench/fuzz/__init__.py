"""模糊测试 · Texts nobody would write, to see that nothing breaks and all engines agree."""

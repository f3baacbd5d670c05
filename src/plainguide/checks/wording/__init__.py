"""What words say: phrases that a guide lists, calls to act, explanations, advice on doses."""

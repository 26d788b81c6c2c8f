"""What the rules read from names, numbers and words: pure functions on strings, no tree."""

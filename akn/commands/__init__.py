"""The commands of the program, one module each; `akn.cli` has the table."""

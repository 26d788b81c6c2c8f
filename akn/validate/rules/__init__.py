"""The rules, one a module, named after what it checks."""

"""United Nations resolutions as Akoma Ntoso."""

__version__ = "0.1.0"

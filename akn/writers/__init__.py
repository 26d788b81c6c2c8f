"""Documents as bytes, one format each: Akoma Ntoso XML, the text form, plain words."""

"""The validator: schema, profile and integrity rules over anybody's Akoma Ntoso."""

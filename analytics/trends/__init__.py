"""Profiles of accounts out of the records: what each usually does, and what its like does."""

"""Files become readable outlines of what they mean, taken out of them by other people's readers.

An outline leaves out what may change without a reader's noticing: ids, orders of parts, coordinates.
"""

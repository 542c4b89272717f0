"""Catalogs become files for people without PO tools, and what comes back becomes changes of catalogs.

`rows` chooses the messages, each with a key (`keys`). Out: `document` sets them as every document is set,
`docx_writing` and `xlsx_writing` lock all but what is to be written; `xliff` hands them to other programs.
In: `receiving` knows a file by what is in it, its reader gives rows (`returned`), and `merging` compares
three versions of each message: as it was sent, as it came back, as the catalog has it now.
"""

"""All documents of a workspace at once: `[[build]]` tables become files, as far as these have changed.

`tables` reads what is to be made, `places` where to; `renditions` are single files; `digests` and `inputs`
tell what a file is made of, `record` what was known of it the last time; `work` makes one, in any process,
and `build` all of them.
"""

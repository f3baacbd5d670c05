"""The steps of a build, and the only place with files, processes, MkDocs and Typst."""

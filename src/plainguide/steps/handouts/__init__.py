"""Step 3: paper that readers keep, made from the same pages as the site.

A kind of handout is a file in `kinds/`, and its template one in `theme/handout/`; `registry.py`
says more.
"""

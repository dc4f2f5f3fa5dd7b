"""``manage.py backup`` and ``restore``: the whole site as a folder, for either database engine.

``rows/`` holds a file for each table, ``media/`` and ``imports/`` the uploaded files, ``manifest.json`` what
must be there. Sessions, counts of wrong passwords, heartbeats and all that is made anew are left out.
"""

checkpoint sync

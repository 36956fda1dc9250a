"""The desk in the browser: pages over the same workflows as the command line, for this machine only."""

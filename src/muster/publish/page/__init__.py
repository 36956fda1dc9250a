"""The parts of the dossier: what is shown, and how it is drawn."""

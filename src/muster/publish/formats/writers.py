"""Every format by its name on the command line. A release calls the same functions on what it lets out."""

from __future__ import annotations

from muster.publish.formats.annotations import write_annotations
from muster.publish.formats.base import Writer
from muster.publish.formats.claimreview import write_claimreview
from muster.publish.formats.datapackage import write_datapackage
from muster.publish.formats.ftm import write_ftm
from muster.publish.formats.geojson import write_geojson
from muster.publish.formats.ledger import write_ledger
from muster.publish.formats.prov import write_prov
from muster.publish.formats.uwazi import write_uwazi

WRITERS: dict[str, Writer] = {
    "annotations": write_annotations,
    "claimreview": write_claimreview,
    "datapackage": write_datapackage,
    "ftm": write_ftm,
    "geojson": write_geojson,
    "ledger": write_ledger,
    "prov": write_prov,
    "uwazi": write_uwazi,
}

__all__ = ["WRITERS"]

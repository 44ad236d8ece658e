#!/usr/bin/env python3
"""A small window that offers files, as a file manager does: text/uri-list by GTK drag and drop.

Arguments: x, y, then the files. Says `ready` when it can be dragged from, `dropped` when the drag is over.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

URIS = [pathlib.Path(name).as_uri() for name in sys.argv[3:]]


def say(word):
    print(word, flush=True)


def main():
    window = Gtk.Window(title="files")
    window.set_decorated(False)
    window.set_default_size(120, 80)
    window.move(int(sys.argv[1]), int(sys.argv[2]))
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label=f"{len(URIS)}"))
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    handle.drag_source_add_uri_targets()
    handle.connect("drag-data-get", lambda _widget, _context, data, _info, _time: data.set_uris(URIS))
    handle.connect("drag-end", lambda *_: say("dropped"))
    window.connect("map-event", lambda *_: say("ready"))
    window.add(handle)
    window.show_all()
    Gtk.main()


main()

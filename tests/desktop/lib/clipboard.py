#!/usr/bin/env python3
"""Print width and height of the picture on the clipboard, as a program that pastes it would get it; 0 0 for none."""

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk

picture = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).wait_for_image()
print(picture.get_width() if picture else 0, picture.get_height() if picture else 0)

"""What leaves the atlas as a file: pictures, exports, link previews, the static site, notices."""

"""Compile structured Markdown into accessible patient decision aids."""

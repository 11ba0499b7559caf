"""Decodes barcodes and QR codes."""

"""The document tree in; the bytes of a PDF file (PDF/A-2a and PDF/UA-1) out."""

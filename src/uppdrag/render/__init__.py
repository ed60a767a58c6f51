"""The document tree in; bytes of Word, PDF, HTML, Markdown or plain text out."""

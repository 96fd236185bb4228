"""The same documents as PDF/A-2b, laid out by Typst; what is told goes in as data, never as markup."""

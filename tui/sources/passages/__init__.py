"""Drafts to articles: sentences, boilerplate, language."""

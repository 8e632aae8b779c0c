"""From draft to article: sentences, boilerplate, language."""

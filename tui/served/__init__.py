"""The page that shows the app in a browser."""

"""Work done beside the screen."""

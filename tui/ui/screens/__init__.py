"""What owns the state and the actions."""

"""What is shown where a project is damaged, or where somebody wants to go back to a backup of it."""

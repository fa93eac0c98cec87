"""How everything looks: tokens, fonts, icons, the one style sheet."""

"""What happens when a bug of the program shows: it is logged, told once, and the person goes on."""

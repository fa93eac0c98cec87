"""Long work, as generators that join the layers below."""

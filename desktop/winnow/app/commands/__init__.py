"""Everything that changes a project: frozen values whose `apply` returns their inverse."""

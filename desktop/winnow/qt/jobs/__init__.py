"""Jobs on threads of Qt's."""

"""Sort: pictures in groups that look alike, labelled by the handful."""

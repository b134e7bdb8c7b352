"""Other programs that do the same, each as small as it can be."""

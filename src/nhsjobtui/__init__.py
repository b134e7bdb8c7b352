"""Keep NHS job adverts on your own machine and prepare applications from them."""

__version__ = "0.1.0"
ADDRESS = "https://nhsjobtui.example/"  # told to the boards; whoever publishes this puts theirs

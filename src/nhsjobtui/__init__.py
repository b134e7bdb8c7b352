"""Keep NHS job adverts on your own machine and prepare applications from them."""

__version__ = "0.1.0"

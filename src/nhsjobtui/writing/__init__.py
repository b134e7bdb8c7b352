"""From an application to what is sent, printed, shared or carried to another machine."""

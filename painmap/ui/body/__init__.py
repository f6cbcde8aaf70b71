"""The body as one widget: painting, tapping, keys and screen readers."""

"""The charts of Trends, each as a picture, a table and sentences."""

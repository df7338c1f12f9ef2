"""The computer the program runs on: paths, settings, logs, sentences."""

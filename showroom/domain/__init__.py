"""The nouns of the showroom as frozen values. Nothing here opens a file, draws, or knows Qt."""

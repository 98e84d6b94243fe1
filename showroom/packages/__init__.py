"""Scene folders as a whole: which there are, what is wrong with one, and how they travel as signed packages."""

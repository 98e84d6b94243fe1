"""Scene folders as a whole: which there are, and what is wrong with one."""

"""Two to four sheets side by side. What is compared lives in the address and nowhere else."""

"""Several reports of one story: what they state together, what each leaves out, who has it from whom."""

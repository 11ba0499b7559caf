"""The page on which one submission is reviewed: evidence beside fields and findings."""

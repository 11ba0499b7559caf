"""How good and how fast: reports compared with the truth of samples and of labelled pictures."""

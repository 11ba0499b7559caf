"""python -m extractor: verify, rules, weights and doctor, without the service."""

from extractor.commands import app, run

if __name__ == "__main__":
    run(app)

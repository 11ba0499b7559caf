"""``python -m samples OUT --count N --seed S [--difficulty 0-3] [--packing zip]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from samples.generate import generate
from samples.planting import PLANTINGS


def main() -> None:
    """Reads the arguments and writes the samples."""
    parser = argparse.ArgumentParser(prog="python -m samples")
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--difficulty", type=int, choices=range(4))
    parser.add_argument("--planting", choices=("none", *PLANTINGS))
    parser.add_argument("--packing", choices=("bound", "folder", "zip"), default="bound")
    given = parser.parse_args()
    for path in generate(
        given.out, given.count, given.seed, given.difficulty, given.planting, given.packing
    ):
        print(path)


if __name__ == "__main__":
    main()

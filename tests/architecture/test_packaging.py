from importlib.metadata import packages_distributions


def test_no_other_distribution_ships_our_package_names() -> None:
    shipped = packages_distributions()
    for name in ("api", "extractor", "models", "samples"):
        assert set(shipped.get(name, [])) <= {"heyan"}, f"{name} is shipped by someone else too"

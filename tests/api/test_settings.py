from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from api.errors import Invalid
from api.settings import settings_from

OIDC = {
    "HEYAN_OIDC_ISSUER": "https://id.example",
    "HEYAN_OIDC_CLIENT_ID": "heyan",
    "HEYAN_PUBLIC_URL": "https://heyan.example",
}


def test_without_any_setting_it_works_on_one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    settings = settings_from({})
    assert settings.data == Path("/home/somebody/.local/share/heyan")
    assert settings.database_url == "sqlite:////home/somebody/.local/share/heyan/heyan.sqlite"
    assert settings.host == "127.0.0.1"
    assert (settings.retention, settings.oidc, settings.four_eyes) == (None, None, False)


def test_the_data_folder_is_the_named_one_else_below_home() -> None:
    assert settings_from({"HEYAN_HOME": "/srv/heyan"}).data == Path("/srv/heyan/data")
    both = {"HEYAN_HOME": "/srv/heyan", "HEYAN_DATA": "/data"}
    assert settings_from(both).files == Path("/data/files")


def test_values_are_read_as_what_they_are() -> None:
    settings = settings_from(
        {
            "HEYAN_DATABASE": "postgresql://heyan@db/heyan",
            "HEYAN_PORT": "80",
            "HEYAN_FOUR_EYES": "true",
            "HEYAN_RETENTION_DAYS": "365",
            "HEYAN_SCHEDULER": "",
        }
    )
    assert settings.database_url == "postgresql://heyan@db/heyan"
    assert (settings.port, settings.four_eyes) == (80, True)
    assert settings.retention == timedelta(days=365)
    assert settings.scheduler is None


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"HEYAN_PORT": "http"}, "HEYAN_PORT"),
        ({"HEYAN_FOUR_EYES": "perhaps"}, "HEYAN_FOUR_EYES"),
        ({"HEYAN_RETENTION_DAYS": "0"}, "HEYAN_RETENTION_DAYS"),
        (OIDC | {"HEYAN_OIDC_ROLE": "boss"}, "HEYAN_OIDC_ROLE"),
        ({"HEYAN_OIDC_ISSUER": "https://id.example"}, "HEYAN_OIDC_CLIENT_ID"),
        (OIDC | {"HEYAN_PUBLIC_URL": ""}, "还须设置 HEYAN_PUBLIC_URL"),
        ({"HEYAN_PORT": "70000"}, "HEYAN_PORT 的值不可用：不能大于 65535"),
        ({"HEYAN_DATABASE": "heyan"}, "HEYAN_DATABASE"),
        ({"HEYAN_DATABASE": "mysql://db/heyan"}, "HEYAN_DATABASE"),
    ],
)
def test_a_value_that_can_not_be_names_its_variable(given: dict[str, str], named: str) -> None:
    with pytest.raises(Invalid, match=named):
        settings_from(given)


def test_the_secret_of_single_sign_on_is_not_shown() -> None:
    settings = settings_from(OIDC | {"HEYAN_OIDC_CLIENT_SECRET": "hidden away"})
    assert settings.oidc is not None and settings.oidc.client_secret is not None
    assert settings.oidc.client_secret.get_secret_value() == "hidden away"
    assert "hidden away" not in repr(settings)


def test_behind_tls_cookies_are_kept_to_tls() -> None:
    assert settings_from({"HEYAN_PUBLIC_URL": "https://heyan.example"}).secure
    assert not settings_from({}).secure


def test_the_password_of_the_database_may_lie_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("p@ss/word\n")
    address = "postgresql://heyan@db:5432/heyan"
    given = {"HEYAN_DATABASE": address, "HEYAN_DATABASE_PASSWORD_FILE": str(secret)}
    assert make_url(settings_from(given).database_url).password == "p@ss/word"
    assert make_url(settings_from(given).database_url).host == "db"
    only = {"HEYAN_DATA": "/data", "HEYAN_DATABASE_PASSWORD_FILE": str(secret)}
    assert settings_from(only).database_url == "sqlite:////data/heyan.sqlite"


def test_a_password_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    given = {
        "HEYAN_DATABASE": "postgresql://heyan@db/heyan",
        "HEYAN_DATABASE_PASSWORD_FILE": str(tmp_path / "absent"),
    }
    with pytest.raises(Invalid, match="HEYAN_DATABASE_PASSWORD_FILE.*absent"):
        settings_from(given)

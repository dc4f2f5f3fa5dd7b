"""The time zones that an editor chooses from in the own account."""

from wagtail.admin.localization import get_available_admin_time_zones


def test_a_time_zone_that_no_browser_knows_is_not_offered():
    zones = get_available_admin_time_zones()
    assert "Europe/Rome" in zones and "UTC" in zones
    assert not {"localtime", "Factory"} & set(zones)

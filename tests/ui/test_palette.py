"""Every text can be read: contrast of at least 4.5 to 1, in both palettes."""

from __future__ import annotations

import pytest

from coordinator_app.ui.palette import DARK, LIGHT, Palette, Tone, contrast


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_every_text_stands_out_from_its_ground(palette: Palette) -> None:
    weak = {what: round(contrast(ink, ground), 2) for what, ink, ground in palette.readings()}
    assert {what: ratio for what, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_the_focus_ring_stands_out_from_every_ground(palette: Palette) -> None:
    grounds = (palette.page, palette.card, palette.sidebar, palette.selected, palette.chosen)
    assert [ground for ground in grounds if contrast(palette.focus, ground) < 3] == []


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_every_tone_has_its_own_tint() -> None:
    assert len({LIGHT.tint(tone) for tone in Tone}) == len(Tone)

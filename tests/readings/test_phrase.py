from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainguide.model.figure import Count, Day, Dose, Duration, FigureRecord, Noun, Ratio, Share
from plainguide.model.topic import ReadingName
from plainguide.readings.phrase import out_of_100, phrases

PATIENT: ReadingName = "patient"
PROFESSIONAL: ReadingName = "professional"


def share(value: str, **more: object) -> Share:
    return Share.model_validate({"measure": "share", "name": "x", "value": Decimal(value), **more})


def duration(value: str, unit: str, **more: object) -> Duration:
    record = {"measure": "duration", "name": "x", "value": Decimal(value), "unit": unit, **more}
    return Duration.model_validate(record)


def ends(low: str | None, high: str | None) -> tuple[Decimal | None, Decimal | None]:
    return Decimal(low) if low else None, Decimal(high) if high else None


CUPS = Noun(patient="cups", professional="servings")
COUNT = Count(
    measure="count", name="x", value=Decimal(17589), unit=CUPS, range=(Decimal(1), Decimal(6))
)
DAY = Day(measure="day", name="x", value=date(2023, 1, 19))
RATIO = Ratio(
    measure="ratio",
    name="x",
    value=Decimal("0.79"),
    unit="HR",
    ci=(Decimal("0.43"), Decimal("1.45")),
    p=Decimal("0.44"),
)
DOSE = Dose(measure="dose", name="x", value=Decimal("5.4"), unit="mg/kg")


@pytest.mark.parametrize(
    ("figure", "patient", "professional"),
    [
        (
            share("39.3", ci=ends("28.8", "50.5"), count=33, of=84),
            "about 39 out of 100 people",
            "39.3% (95% CI 28.8–50.5; 33 of 84)",
        ),
        (share("38"), "about 38 out of 100 people", "38%"),
        (share("83.0", of=53), "about 83 out of 100 people", "83.0% (n = 53)"),
        (share("2.5"), "about 3 out of 100 people", "2.5%"),
        (share("3.49"), "about 3 out of 100 people", "3.49%"),
        (share("0.9"), "fewer than 1 out of 100 people", "0.9%"),
        (share("0", count=0, of=86), "0 out of 100 people", "0% (0 of 86)"),
        (share("99.6"), "more than 99 out of 100 people", "99.6%"),
        (share("100"), "100 out of 100 people", "100%"),
        (share("4.1", noun=CUPS), "about 4 out of 100 cups", "4.1%"),
        (
            duration("8.1", "months", ci=ends("4.2", "10.2")),
            "about 8 months",
            "8.1 months (95% CI 4.2–10.2)",
        ),
        (
            duration("15.2", "months", ci=ends("8.9", None)),
            "about 15 months",
            "15.2 months (95% CI 8.9 to not reached)",
        ),
        (duration("7", "months"), "7 months", "7 months"),
        (duration("7.0", "months"), "about 7 months", "7.0 months"),
        (duration("1", "weeks"), "1 week", "1 week"),
        (duration("5.5", "months"), "about 5 and a half months", "5.5 months"),
        (duration("12.5", "months"), "about 13 months", "12.5 months"),
        (duration("0.5", "hours"), "about half an hour", "0.5 hours"),
        (duration("0.3", "days"), "less than 1 day", "0.3 days"),
        (COUNT, "17,589 cups", "17,589 servings (range 1–6)"),
        (DAY, "19 January 2023", "19 January 2023"),
        (RATIO, None, "HR 0.79 (95% CI 0.43–1.45; p = 0.44)"),
        (DOSE, None, "5.4 mg/kg"),
    ],
)
def test_each_reader_is_told_in_their_own_way(
    figure: FigureRecord, patient: str | None, professional: str
) -> None:
    told = phrases(figure, PATIENT)
    assert (told[""].text if told else None) == patient
    assert phrases(figure, PROFESSIONAL)[""].text == professional


@pytest.mark.parametrize(
    ("figure", "part", "patient", "professional"),
    [
        (share("39.3", count=33, of=84), "short", "about 39 out of 100", "39.3%"),
        (share("39.3"), "hundred", "about 39 out of 100", "about 39 out of 100"),
        (share("39.3"), "others", "about 61 out of 100", "about 61 out of 100"),
        (share("39.3", count=33, of=84), "count", "33", "33"),
        (share("39.3", count=33, of=84), "of", "84", "84"),
        (duration("8.1", "months"), "short", "about 8 months", "8.1 months"),
        (COUNT, "short", "17,589", "17,589"),
        (DAY, "short", "January 2023", "January 2023"),
    ],
)
def test_a_part_of_a_figure_can_be_told(
    figure: FigureRecord, part: str, patient: str, professional: str
) -> None:
    assert phrases(figure, PATIENT)[part].text == patient
    assert phrases(figure, PROFESSIONAL)[part].text == professional


def test_the_exact_value_goes_with_every_wording() -> None:
    figure = share("39.30", count=33, of=84)
    for reading in (PATIENT, PROFESSIONAL):
        assert phrases(figure, reading)[""].value == "39.30"
        assert phrases(figure, reading)["of"].value == "84"
    assert phrases(DAY, PATIENT)[""].value == "2023-01-19"


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_rounding_never_turns_some_into_none_or_all(value: Decimal) -> None:
    said = out_of_100(value)
    assert (said == "0 out of 100") == (value == 0)
    assert (said == "100 out of 100") == (value == 100)
    if said.startswith("about"):
        assert abs(Decimal(said.split()[1]) - value) <= Decimal("0.5")

"""Prints the results as a table and writes them as JSON."""

import json
import math
from pathlib import Path

from .case import Better, Figure
from .comparison import Result

_HEADINGS = ("Case", "Figure", "First", "Second", "Ratio", "Limit", "Aim", "Spread", "Result")


def _bound(figure: Figure, bound: float | None) -> str:
    if bound is None:
        return "–"
    return f"{'≤' if figure.better is Better.LOWER else '≥'} {bound:.2f}"


def _verdict(result: Result, figure: Figure) -> str:
    if not result.figure_passed(figure):
        return "FAIL"
    if figure.limit is None:
        return "reported"
    return "pass, aim met" if figure.reaches_aim(result.judged(figure)) else "pass"


def _row(result: Result, figure: Figure) -> tuple[str, ...]:
    start = (result.case.title, figure.unit)
    end = (_bound(figure, figure.limit), _bound(figure, figure.aim))
    if result.failure:
        return start + ("–", "–", "–") + end + ("–", _verdict(result, figure))
    spread = " / ".join(f"{result.spread(figure, name):.0%}" for name in result.opponents)
    figures = [f"{result.median(figure, name):,.2f}" for name in result.opponents]
    ratio = "–"
    if len(figures) == 1:
        figures.insert(0, "–")
    elif math.isfinite(result.judged(figure)):
        ratio = f"{result.judged(figure):.3f}"
    return start + tuple(figures) + (ratio,) + end + (spread, _verdict(result, figure))


def _rows(result: Result) -> list[tuple[str, ...]]:
    """One for each figure; the case's title stands in the first."""
    rows = [_row(result, figure) for figure in result.case.figures]
    return rows[:1] + [("",) + row[1:] for row in rows[1:]]


def table(results: list[Result], explanation: str) -> str:
    rows = [_HEADINGS] + [row for result in results for row in _rows(result)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines + ["", explanation] + _notes(results))


def _notes(results: list[Result]) -> list[str]:
    notes = [f"{result.case.name} failed: {result.failure}" for result in results if result.failure]
    for result in results:
        if result.disturbed_runs:
            notes.append(f"{result.case.name}: in {result.disturbed_runs} runs other programs used more than 5 % of "
                         "the processors; repeat it on a quiet machine.")
    return notes


def _figure_as_json(result: Result, figure: Figure) -> dict:
    record = {
        "unit": figure.unit,
        "limit": figure.limit,
        "aim": figure.aim,
        "better": figure.better.value,
        "passed": result.figure_passed(figure),
    }
    if result.failure:
        return record
    record["medians"] = {name: result.median(figure, name) for name in result.opponents}
    if len(result.opponents) == 2 and math.isfinite(result.judged(figure)):
        record["ratio"] = result.judged(figure)
    return record


def _as_json(result: Result) -> dict:
    record = {
        "title": result.case.title,
        "passed": result.passed,
        "figures": {figure.name: _figure_as_json(result, figure) for figure in result.case.figures},
        "opponents": list(result.opponents),
        "runs": result.reports,
        "discarded_runs": result.discarded,
    }
    return record | ({"failure": result.failure} if result.failure else {})


def write_json(path: Path, machine: dict, settings: dict, results: list[Result]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cases = {result.case.name: _as_json(result) for result in results}
    path.write_text(json.dumps({"machine": machine, "settings": settings, "cases": cases}, indent=2) + "\n")

"""Prints the results as a table and writes them as JSON."""

import json
from pathlib import Path

from .cases import Better
from .comparison import Result

_HEADINGS = ("Case", "Figure", "First", "Second", "Ratio", "Limit", "Aim", "Spread", "Result")


def _bound(result: Result, bound: float | None) -> str:
    if bound is None:
        return "–"
    return f"{'≤' if result.case.better is Better.LOWER else '≥'} {bound:.2f}"


def _verdict(result: Result) -> str:
    if not result.passed:
        return "FAIL"
    if result.case.limit is None:
        return "reported"
    return "pass, aim met" if result.case.reaches_aim(result.ratio) else "pass"


def _row(result: Result) -> tuple[str, ...]:
    case = result.case
    start = (case.title, case.unit)
    end = (_bound(result, case.limit), _bound(result, case.aim))
    if result.failure:
        return start + ("–", "–", "–") + end + ("–", _verdict(result))
    first, second = result.opponents
    spread = " / ".join(f"{result.spread(name):.0%}" for name in result.opponents)
    figures = (f"{result.median(first):,.2f}", f"{result.median(second):,.2f}", f"{result.ratio:.3f}")
    return start + figures + end + (spread, _verdict(result))


def table(results: list[Result]) -> str:
    rows = [_HEADINGS] + [_row(result) for result in results]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    lines.append("")
    lines.append("First and Second: medians of the Node reference and of our server; of one worker and of two where")
    lines.append("the case says so. Spread: largest minus smallest value as a share of the median, First / Second.")
    return "\n".join(lines + _notes(results))


def _notes(results: list[Result]) -> list[str]:
    notes = [f"{result.case.name} failed: {result.failure}" for result in results if result.failure]
    for result in results:
        if result.disturbed_runs:
            notes.append(f"{result.case.name}: in {result.disturbed_runs} runs other programs used more than 5 % of "
                         "the processors; repeat it on a quiet machine.")
    return notes


def _as_json(result: Result) -> dict:
    case = result.case
    record = {
        "title": case.title,
        "figure": ".".join(case.figure),
        "limit": case.limit,
        "aim": case.aim,
        "better": case.better.value,
        "passed": result.passed,
        "opponents": list(result.opponents),
        "runs": result.reports,
        "discarded_runs": result.discarded,
    }
    if result.failure:
        return record | {"failure": result.failure}
    medians = {name: result.median(name) for name in result.opponents}
    return record | {"unit": case.unit, "medians": medians, "ratio": result.ratio}


def write_json(path: Path, machine: dict, settings: dict, results: list[Result]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cases = {result.case.name: _as_json(result) for result in results}
    path.write_text(json.dumps({"machine": machine, "settings": settings, "cases": cases}, indent=2) + "\n")

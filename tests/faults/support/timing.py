"""Deadlines, stretched by CONFAB_TEST_SLOWNESS on slow builds."""

import os

SLOWNESS = float(os.environ.get("CONFAB_TEST_SLOWNESS", "1"))


def scaled(seconds):
    return seconds * SLOWNESS

import pytest

from tui.settings.read_options import Copies, Extraction, ReadOptions


def test_the_next_extraction_reads_the_page_from_the_cache() -> None:
    options = ReadOptions().next_extraction()
    assert (options.extraction, options.copies) == (Extraction.GENEROUS, Copies.PREFERRED)
    assert options.next_extraction().copies is Copies.PREFERRED


@pytest.mark.parametrize("copies", [Copies.ONLY, Copies.NONE])
def test_the_next_extraction_stays_off_the_network_or_the_cache_if_asked_to(copies: Copies) -> None:
    assert ReadOptions(copies=copies).next_extraction().copies is copies

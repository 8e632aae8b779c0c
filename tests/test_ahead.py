import os
import subprocess
import sys

import pytest

from tui.ahead import begun


def test_the_result_of_a_job_comes_back() -> None:
    assert begun(lambda: {"words": [1, 2, 3] * 100_000})() == {"words": [1, 2, 3] * 100_000}


def test_the_job_is_done_in_another_process_where_there_are_two_processors() -> None:
    elsewhere = begun(os.getpid)() != os.getpid()
    assert elsewhere == (len(os.sched_getaffinity(0)) > 1)


def test_a_job_that_fails_fails_here() -> None:
    def job() -> None:
        raise ValueError("no such thing")

    result = begun(job)
    with pytest.raises(ValueError, match="no such thing"):
        result()


def test_no_child_is_left_behind() -> None:
    code = (
        "import os\n"
        "from tui.ahead import begun\n"
        "begun(lambda: 1)()\n"
        "try:\n"
        "    print(os.waitpid(-1, os.WNOHANG))\n"
        "except ChildProcessError:\n"
        "    print('none')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "none\n", done

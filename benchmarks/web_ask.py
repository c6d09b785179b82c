"""provlint's room of the web alone, as a process: the addresses on standard input are asked, answers are counted.

python -m benchmarks.web_ask PORT [CA_FILE] < addresses
"""

import gc
import sys
import threading
from collections import Counter

from provlint.model.web import Page, Wanted, WebAnswer
from provlint.model.web_options import USUAL_PORTS, PageContext, WebOptions
from provlint.web.schedule import ask


def _page(body: bytes, context: PageContext) -> Page:
    return Page(text_length=len(body), title=context.content_type)


def main() -> None:
    gc.disable()  # as the command line does
    counts: Counter[str] = Counter()
    wanted = [Wanted(line.strip()) for line in sys.stdin]
    options = WebOptions(
        allow_networks=("127.0.0.0/8",),
        ports=USUAL_PORTS | {int(sys.argv[1])},
        ca_file=sys.argv[2] if len(sys.argv) > 2 else "",
    )

    def count(answer: WebAnswer) -> None:
        counts[answer.failure or str(answer.status)] += 1

    ask(wanted, options, _page, on_answer=count, stop=threading.Event())
    print(dict(counts))


if __name__ == "__main__":
    main()

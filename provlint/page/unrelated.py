"""A page that has been taken over to sell gambling or pills: what expired domains of news and public bodies end as.

The words are those by which studies of search poisoning and of hijacked domains found such pages (Wang et al., "Juice",
NDSS 2013; Du et al., "The ever-changing labyrinth", USENIX Security 2016). The title must hold one, and
the page three, one in every few words, unless it says next to nothing else.
"""

import re

from provlint.page.scan import Scan
from provlint.page.wording import extent, folded

_GAMBLING = re.compile(
    r"\b(?:casinos?|kasino|slots?(?: online)?|slot gacor|judi(?: online)?|togel|poker(?: online)?|bandar(?:q"
    r"| judi)?|sportsbook"
    r"|betting|bet now|bets?|roulette|blackjack|baccarat|jackpots?|free spins?|no deposit|welcome bonus"
    r"|bonus(?:es)?|gambling"
    r"|play now|wager(?:ing)?|situs (?:slot|judi)|agen (?:slot|judi)|maxwin|rtp live|казино|ставки"
    r"|игровые автоматы|бонусы?|букмекер\w*|bahis"
    r"|apuestas|tragamonedas|tragaperras|paris sportifs|sportwetten|spielautomaten|cassino|apostas"
    r"|deneme bonusu|bahis siteleri|canlı bahis|freispiele|echtgeld|ohne einzahlung|machines? à sous|tours gratuits"
    r"|sans dépôt|mega888|kiss918|918kiss|pussy888|nhà cái|cá cược)\b"
    r"|娱乐城|博彩|赌场|百家乐|老虎机|彩票|投注|彩金|六合彩|カジノ"
    r"|スロット|パチンコ|ブックメーカー|카지노|바카라|토토"
    r"|สล็อต|บาคาร่า|คาสิโน|แทงบอล|เครดิตฟรี|เว็บตรง|ฝากถอน"
)
_PILLS = re.compile(
    r"\b(?:viagra|cialis|levitra|kamagra|sildenafil|tadalafil|xanax|tramadol|phentermine|modafinil|ambien|ivermectin"
    r"|online pharmacy|without (?:a )?prescription|no prescription|cheap (?:pills|meds)|buy (?:generic|pills"
    r"|now)|canadian pharmacy"
    r"|erectile|weight[ -]loss pills)\b"
)
_FEWEST = 3
_DENSE = 25  # words of a page for one of those: a report on the trade has many more
_WORD = 6  # letters of a word and the space behind it
_SHORT = 400  # characters: no report about casinos is as short


def unrelated(page: Scan) -> str:
    """The evidence, as words for a sentence, or ""; whether the page was always so, the history has to tell."""
    loud = folded(" ".join((page.title, *page.headings[:1])))
    for pattern, what in ((_GAMBLING, "gambling"), (_PILLS, "pills")):
        title = set(pattern.findall(loud))
        if not title:
            continue
        text = folded(page.text[:20_000])
        said = pattern.findall(text)
        is_full = len(title.union(said)) >= _FEWEST and len(said) * _DENSE >= extent(text) // _WORD
        if is_full or (extent(text) <= _SHORT and not page.passwords):
            return f"it offers {what} (“{page.title or page.headings[0]}”)"
    return ""

"""Words between two pieces of what is quoted → whether they only say who speaks, set off as a language does it.

French and Italian papers put it between commas inside the marks ("Nous partirons, a-t-elle ajouté, demain"), Russian
and Polish ones between dashes, and so does dialogue that opens with a dash, as Spanish novels and papers have it.
"""

import re

_MOST = 14  # words
#: Verbs of saying in the forms that stand there, no participles: "le coût, estimé à 3 millions, …" is the speaker's.
#: A star is any ending.
_VERBS = {
    "fr": "dit disait déclare expliqu(e|ait) affirm(e|ait) assur(e|ait) ajout(e|ait) précise souligne estime poursuit "
    "raconte confie regrette insiste rappelle conclut reconnaît martèle répond indique sourit "
    "a_(dit|déclaré|expliqué|affirmé|assuré|ajouté|précisé|souligné|estimé|raconté|insisté|rappelé|conclu|indiqué)",
    "es": "dijo dice decía respondi(ó|eron) contest(a|ó) añad(e|ió) agreg(a|ó) pregunt(a|ó) explic(a|ó) afirm(a|ó) "
    "señal(a|ó) asegur(a|ó) indic(a|ó) coment(a|ó) declar(a|ó) insist(e|ió) sost(iene|uvo) replic(a|ó) exclam(a|ó) "
    "subray(a|ó) recalc(a|ó) ha_(dicho|añadido|explicado|afirmado|asegurado|señalado|declarado)",
    "it": "dice disse spiega aggiunge afferma sottolinea racconta risponde rispose conclude osserva assicura dichiara "
    "prosegue ha_(detto|spiegato|aggiunto|affermato|dichiarato|sottolineato)",
    "pt": "disse diz afirm(a|ou) explic(a|ou) acrescent(a|ou) respond(e|eu) declar(a|ou) pergunt(a|ou) contou "
    "avali(a|ou) ressalt(a|ou)",
    "ru": "сказал* говорит заявил* добавил* отметил* подчеркнул* пояснил* рассказал* ответил* сообщил* считает "
    "продолжил* объяснил* спросил* признал* уточнил* написал*",
    "pl": "powiedzia(ł*|ła|eli) mówi* dod(aje|ał*) stwierdzi(ł*) podkreśl(a|ił*) zaznacz(a|ył*) wyjaśni(a|ł*) "
    "tłumaczy(ł*|) oceni(a|ł*) odpowiedzia(ł*|ła) zapyta(ł*) przyzna(je|ł*) zapewni(a|ł*) poinformował* "
    "oświadczy(ł*) przekon(uje|ywał*) napisa(ł*) uważa",
}


def _forms(verbs: str) -> str:
    return "|".join(verb.replace("(", "(?:").replace("*", r"\w*").replace("_", " ") for verb in verbs.split())


_DASHES = "—–―"
#: "a-t-elle ajouté", "explique-t-il": nobody inverts them but to say who speaks.
_INVERTED = r"[^\W\d_]+-(?:t-)?(?:il|elle|ils|elles|on)\b"
_CUES = {name: re.compile(rf"(?:{_forms(verbs)})\b", re.IGNORECASE) for name, verbs in _VERBS.items()}
_CUES["fr"] = re.compile(rf"(?:{_INVERTED}|(?:{_forms(_VERBS['fr'])})\b)", re.IGNORECASE)
_IN_COMMAS = frozenset(("fr", "it", "pt", "es"))
_BETWEEN_COMMAS = re.compile(r"[»”\"]?\s*+,\s++(?P<words>[^\s,][^.!?]*?)(?:,|[.:](?=\s))\s*+[«“\"]?\s*+")
_BETWEEN_DASHES = re.compile(
    rf"[,.!?…»”\"]*+\s*+[{_DASHES}]\s*+(?P<words>[^{_DASHES}!?]+?)[,.:]?\s*+[{_DASHES}]\s*+[,.;:]?\s*+"
)


def is_incise(text: str, count: int, language: str) -> bool:
    """Whether `text`, what stands from one piece to the next, with `count` words, names the speaker and no more."""
    cues = _CUES.get(language[:2])
    if cues is None or count > _MOST:
        return False
    patterns = (_BETWEEN_DASHES, _BETWEEN_COMMAS) if language[:2] in _IN_COMMAS else (_BETWEEN_DASHES,)
    told = next((found for pattern in patterns if (found := pattern.fullmatch(text))), None)
    return told is not None and cues.match(told["words"].strip().replace("’", "'")) is not None

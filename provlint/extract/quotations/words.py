"""Closed-class words of four languages → one letter for what each does in a clause.

d determiner, D one that stands alone, p subject pronoun, o object pronoun, h "that", w relative, s subordinator,
c conjunction, f preposition inside a noun phrase ("of"), r other preposition, y "by", T "to", b adverb, H have, B be,
M modal, t time, V verb, G present participle.
"""


def listed(*lines: str) -> frozenset[str]:
    """The words of the lines."""
    return frozenset(word for line in lines for word in line.split())


_ENGLISH = {
    "d": "the a an his her their its my our your this these those another each every no any both such certain"
         " various",
    "D": "some many others several most few one someone somebody everyone everybody nobody none all another",
    "0": "two three four five six seven eight nine ten eleven twelve twenty thirty hundreds thousands millions"
         " dozens",
    "p": "he she they i we it you he'd she'd they'd i'd he's she's they've i've we've he’d she’d they’d i’d"
         " he’s she’s",
    "o": "him them me us himself herself themselves itself myself yourself ourselves",
    "h": "that",
    "w": "who which whom whose",
    "s": "when while as because although though if after before since until unless where whether how why what"
         " once than",
    "c": "and or but nor yet so & plus",
    "f": "of for from at",
    "r": "in on with about during over under into against through between among amid despite without upon"
         " toward towards via like regarding concerning behind near outside inside above below beyond across"
         " around following within off out up down back away along ahead including per versus",
    "y": "by",
    "T": "to",
    "b": "not never also then later earlier now recently repeatedly often always once again first already"
         " still just only even simply too instead ever there here however therefore thus meanwhile perhaps"
         " maybe indeed soon afterward afterwards originally flatly quickly reportedly allegedly famously"
         " initially finally eventually further immediately angrily quietly publicly previously personally"
         " typically usually simultaneously bluntly jokingly sarcastically briefly clearly directly actually"
         " really probably certainly consistently correctly merely nearly openly frequently generally"
         " specifically proudly explicitly essentially basically",
    "H": "has have had having hasn't haven't hadn't hasn’t haven’t hadn’t",
    "B": "is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t am it's it’s"
         " that's that’s there's there’s",
    "M": "will would can could may might must should shall do does did won't wouldn't can't couldn't didn't"
         " doesn't don't won’t wouldn’t can’t couldn’t didn’t doesn’t don’t cannot",
    "t": "last next monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
         " morning afternoon evening week month year weekend ago january february march april june july august"
         " september october november december",
    "V": "went came took made got gave ran won lost met left sat stood became held kept put brought bought"
         " sold sent spent built led fell rose knew heard wore drew drove grew threw flew broke chose beat hit"
         " cut set let fought taught caught sought paid laid hung wants makes takes goes comes looks seems"
         " needs gets runs gives keeps remains stands appears tries spoke speaks followed want make take go"
         " come get give appeared lies lay leads ends begins starts faces brings sits moves turns opens helps"
         " lives died dies meets",
    "G": "being making taking going coming getting giving running",
}  # fmt: skip
_GERMAN = {
    "d": "der die das den dem des ein eine einen einem einer eines sein seine seinen seiner ihr ihre ihren"
         " ihrer dieser diese dieses kein keine mein meine unser unsere",
    "D": "einige viele manche mehrere andere",
    "p": "er sie ich wir es man",
    "o": "ihm ihn ihnen mich mir uns sich",
    "h": "dass daß",
    "w": "welcher welche welches",
    "s": "wenn als weil obwohl nachdem bevor während ob wie wo was",
    "c": "und oder aber doch sondern",
    "f": "von vom für aus zum zur",
    "r": "in im auf an am bei beim mit nach über unter vor zwischen gegen durch um ohne seit bis gegenüber",
    "T": "zu",
    "b": "nicht nie auch dann später jetzt oft immer wieder schon noch nur sogar bereits erneut zudem jedoch"
         " weiter",
    "H": "hat haben hatte hatten habe",
    "B": "ist sind war waren sei seien wurde wurden wird werden worden",
    "M": "kann können könnte soll sollte muss müsste will wollte darf",
    "t": "montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern morgen",
}  # fmt: skip
_FRENCH = {
    "d": "le la les l' un une des son sa ses leur leurs ce cet cette ces mon ma mes notre nos votre",
    "D": "certains plusieurs beaucoup",
    "p": "il elle ils elles je j' on nous t-il t-elle t-on",
    "o": "lui eux moi se s' me m'",
    "h": "que qu'",
    "w": "qui dont lequel laquelle",
    "s": "quand lorsque comme parce si puisque où pourquoi comment après avant",
    "c": "et ou mais donc",
    "f": "de du d' pour",
    "r": "à au aux en dans sur sous avec sans chez contre vers entre par selon",
    "b": "ne n' pas jamais aussi puis ensuite plus encore toujours déjà alors ainsi notamment",
    "H": "a ont avait avaient ai eu avons",
    "B": "est sont était étaient sera été",
    "M": "peut doit veut va pourrait devrait",
    "t": "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui",
}  # fmt: skip
_SPANISH = {
    "d": "el la los las un una unos unas su sus este esta estos estas ese esa mi nuestro nuestra",
    "D": "algunos muchos varios otros",
    "p": "él ella ellos ellas yo nosotros",
    "o": "le les lo se me nos",
    "h": "que",
    "w": "quien quienes cual",
    "s": "cuando como porque aunque si mientras donde tras después antes",
    "c": "y e o pero ni",
    "f": "de del para",
    "r": "a al en con sin sobre por desde hasta entre contra hacia ante según",
    "b": "no nunca también luego después ya aún siempre además así",
    "H": "ha han había habían he",
    "B": "es son era eran fue fueron está están",
    "M": "puede debe quiere podría",
    "t": "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana",
}  # fmt: skip

_LISTS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
#: Language → word in lower case → its letter.
CLASSES: dict[str, dict[str, str]] = {
    language: {word: letter for letter, words in lists.items() for word in words.split()}
    for language, lists in _LISTS.items()
}
#: Nouns for what people put words into; the words are those of whoever made them.
DOCUMENTS = listed(
    "statement letter email e-mail message tweet post interview note report article piece column memo speech",
    "remarks comments essay op-ed editorial blog release text book filing response reply video clip ad",
    "advertisement interviews statements tweets posts emails letters appearance conference call rally event",
    "debate",
)
#: Words before a name that are no part of it.
TITLES = listed(
    "mr mrs ms mx miss dr prof professor sir lord lady dame sen senator rep representative gov governor president",
    "vice prime minister deputy foreign defense defence finance interior secretary state chancellor chairman",
    "chairwoman chair chief justice judge general gen colonel col captain capt major lieutenant lt sergeant sgt",
    "admiral adm marshal field ambassador king queen prince princess pope rev reverend father sister brother",
    "bishop archbishop imam rabbi coach mayor councilman councilwoman commissioner director ceo officer detective",
    "agent attorney spokesman spokeswoman spokesperson former ex-president then-president senior candidate",
    "nominee democratic republican republicans democrats u.s us uk american british french german russian chinese",
    "indian pakistani israeli the a an his her house speaker majority minority leader congressman congresswoman",
    "herr frau monsieur madame señor señora",
    "sprecher sprecherin pressesprecher pressesprecherin ministerin bürgermeister bürgermeisterin präsident",
    "präsidentin direktor direktorin professorin projektleiter projektleiterin leiter leiterin geschäftsführer",
    "geschäftsführerin kanzler kanzlerin bundeskanzler bundeskanzlerin vorsitzender vorsitzende",
)
#: Who speaks without a name that anybody could ask.
ANONYMOUS = listed(
    "official officials source sources insider insiders analysts observers critics supporters aides aide people",
    "person diplomat diplomats experts witnesses advisers advisors some many others someone somebody users",
    "commenters detractors skeptics opponents proponents strategists operatives lawmakers researchers scientists",
    "reports rumors spokespeople executives employees staffers residents locals one few several most neighbors",
    "neighbours friends relatives",
)
ORGANISATIONS = listed(
    "ministry department council university institute agency committee commission association party inc ltd llc",
    "corp company corporation foundation organization organisation bank court congress senate parliament",
    "government administration bureau times post journal news tribune herald guardian reuters bloomberg bbc cnn",
    "afp center centre group union league coalition campaign police army navy pentagon kremlin house board",
    "federation society museum hospital school college nato fbi cia nasa imf report study survey poll statement",
    "letter research",
)
#: Words before a colon that name no speaker.
HEADS = listed(
    "example examples note notes tip tips problem question answer step figure quote topic theme title subject",
    "headline update warning hint lesson goal idea caption result results summary definition translation motto",
    "slogan better best before after good bad wrong right old new yes no why what how conclusion background",
    "source sources photo image",
)

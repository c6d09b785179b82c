"""Quotations and pages that were made by hand: what a reader would say of each. `docs/verify.md` shows how provlint does."""

from typing import NamedTuple

from provlint.model.words import MatchKind


class Pair(NamedTuple):
    """A quotation, the body of its page, the right word, and what provlint says where that is another."""

    name: str
    quotation: str
    page: str
    expected: MatchKind
    given: MatchKind | None = None


def article(*paragraphs: str, head: str = "", lang: str = "en", rest: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang={lang}><head><title>The Quay</title>{head}</head><body><nav><a href=/>Home</a> "
        f"<a href=/s>Subscribe</a></nav><main><article>{body}</article></main>{rest}<footer>© The Quay</footer></body></html>"
    )


FERRY = "“We will not sell the night ferry to anybody before the new bridge is open to lorries,” said Tomas Oduya."
QUOTE = "We will not sell the night ferry to anybody before the new bridge is open to lorries"
TALK = (
    "“The dredging starts in April,” said Mara Lindqvist. “It will take nine weeks and cost the town nothing at all.”"
)
TIDE = "The tide rose by 3.5 metres on 14 May and flooded 1,200 cellars between the mill and the old customs house."

AD = "<div class='newsletter-signup'><h3>Get the Quay letter</h3><p>Every Friday in your inbox</p></div>"

PAIRS = (
    # Typography
    Pair("straight marks for curly ones", "'We will not sell' is clear", article("“‘We will not sell’ is clear,” he said."), "verbatim"),
    Pair("ligatures", "The office will file the official finding on Friday", article("The oﬃce will ﬁle the oﬃcial ﬁnding on Friday."), "verbatim"),
    Pair("soft hyphens", QUOTE, article(FERRY.replace("anybody", "any&shy;body").replace("lorries", "lor&shy;ries")), "verbatim"),
    Pair("zero-width characters", QUOTE, article(FERRY.replace("night", "ni\u200bght").replace("bridge", "\ufeffbridge")), "verbatim"),
    Pair("hyphenation at line ends", QUOTE, article(FERRY.replace("anybody", "any-\nbody")), "verbatim"),
    Pair("a drop capital", "The council met on Tuesday night to count the votes", article("<span class=drop>T</span>he council met on Tuesday night to count the votes."), "verbatim"),
    Pair("a drop capital set apart", "The council met on Tuesday night to count the votes", article("<span>T</span> he council met on Tuesday night to count the votes."), "verbatim"),
    Pair("words broken by markup", QUOTE, article(FERRY.replace("ferry", "fer<b>ry</b>").replace("bridge", "<i>bri</i>dge")), "verbatim"),
    Pair("no-break and thin blanks", TIDE[:-1], article(TIDE.replace("3.5 metres", "3.5\u202fmetres").replace("14 May", "14&nbsp;May")), "verbatim"),
    Pair("a thousand without its comma", "It flooded 1200 cellars between the mill and the customs house", article("It flooded 1,200 cellars between the mill and the customs house."), "verbatim"),
    Pair("full-width letters", "The gate closes at nine and opens at six", article("Ｔｈｅ ｇａｔｅ closes at nine and opens at six."), "verbatim"),
    Pair("decomposed accents", "The café on the quay closes for the winter", article("The cafe\u0301 on the quay closes for the winter."), "verbatim"),
    Pair("words in capitals", "The night ferry will stay until the bridge is open", article("THE NIGHT FERRY WILL STAY UNTIL THE BRIDGE IS OPEN."), "verbatim"),
    Pair("references in place of characters", "Fish & chips cost 5% more than in the year before", article("Fish &amp; chips cost 5&#37; more than in the year before."), "verbatim"),
    Pair("the mark of a note inside", QUOTE, article(FERRY.replace("ferry", "ferry<sup><a href=#n1>1</a></sup>")), "verbatim"),
    Pair("the number of a note in brackets", "The eels came back to the upper river in spring", article("The eels came back [3] to the upper river in spring."), "verbatim"),
    Pair("initials with and without stops", "The U.S. fleet left the harbour at dawn on Sunday", article("The US fleet left the harbour at dawn on Sunday."), "verbatim"),
    Pair("another house's spelling", "The harbour office will organise the labour for the theatre", article("The harbor office will organize the labor for the theater."), "verbatim"),
    Pair("a figure written out", "Nine of the boats were lost in the storm of March", article("9 of the boats were lost in the storm of March."), "verbatim"),
    Pair("a changed first letter in brackets", "[W]e will not sell the night ferry to anybody", article(FERRY), "verbatim"),
    Pair("remarks in brackets", "We will not sell the night ferry [sic] to anybody [emphasis added]", article(FERRY), "verbatim"),
    # Interrupted and structured pages
    Pair("an interruption left out", "The dredging starts in April. It will take nine weeks and cost the town nothing at all", article(TALK), "verbatim"),
    Pair("an advertisement between two paragraphs", "The dredging starts in April. It will take nine weeks.", article("“The dredging starts in April.", "<aside>Buy boats at the boat shop</aside>“It will take nine weeks.”"), "verbatim"),
    Pair("words in the furniture only", "Ten things every sailor should know about knots", article(FERRY, rest="<aside><p>Ten things every sailor should know about knots</p></aside>"), "verbatim"),
    Pair("words in an image's description", "The crane lifts the last stone of the old pier", article("A picture.", "<img src=a.jpg alt='The crane lifts the last stone of the old pier'>"), "verbatim"),
    Pair("words in the data for machines", QUOTE, article("Read on in the app.", head="<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" + QUOTE + ".\"}</script>"), "verbatim"),
    Pair("the same words ten times", "The ferry stays where it is", article(*["The ferry stays where it is."] * 10), "verbatim"),
    Pair("two words", "night ferry", article(FERRY), "verbatim"),
    # Marked
    Pair("a name for a pronoun", "[Oduya] will not sell the night ferry to anybody", article("“He will not sell the night ferry to anybody,” said the mayor."), "marked"),
    Pair("an explanation", "We will not sell the night ferry [the last of three] to anybody", article(FERRY), "marked"),
    Pair("an ellipsis over two sentences", "The dredging starts in April … and cost the town nothing at all", article(TALK), "marked"),
    Pair("two ellipses", "We will not sell … before the new bridge … to lorries", article(FERRY), "marked"),
    Pair("an ellipsis in the source as well", "The dredging … I do not know when it starts", article("“The dredging … I do not know when it starts,” she said."), "verbatim"),
    # Altered
    Pair("a negation left out", QUOTE.replace(" not", ""), article(FERRY), "altered"),
    Pair("a negation in brackets", "We will [never] sell the night ferry to somebody in the town", article("“We will sell the night ferry to somebody in the town,” he said."), "altered"),
    Pair("a figure in brackets", "The tide rose by [5.3] metres on 14 May", article(TIDE), "altered"),
    Pair("a decimal point moved", TIDE[:-1].replace("3.5", "35"), article(TIDE), "altered"),
    Pair("one digit of a date", TIDE[:-1].replace("14 May", "15 May"), article(TIDE), "altered"),
    Pair("a name exchanged", "Mara Lindqvist voted for the bridge and Tomas Oduya against it", article("Tomas Lindqvist voted for the bridge and Mara Oduya against it."), "altered"),
    Pair("clauses moved", "Before the new bridge is open to lorries we will not sell the night ferry to anybody", article(FERRY), "altered"),
    Pair("unable written as able", "The pilots were able to leave the harbour that night", article("The pilots were unable to leave the harbour that night."), "altered"),
    Pair("a contraction that is another word", "Were going to close the lock in the first week of June", article("“We're going to close the lock in the first week of June,” he said."), "altered"),
    Pair("not able joined to notable", "He is notable to repair the lock in the first week of June", article("“He is not able to repair the lock in the first week of June,” he said."), "altered"),
    Pair("a currency exchanged", "The new lock will cost the town £40 million by the end", article("The new lock will cost the town $40 million by the end."), "altered"),
    Pair("the nearer of two like sentences", "The north pier was closed for nine days in March", article("The south pier was closed for nine days in March.", "The north pier was closed for six days in March."), "altered"),
    Pair("half of it made up", "The dredging starts in April … and the mayor will swim in the basin", article(TALK), "altered"),
    # Spliced
    Pair("two speakers", "I trust the engineers … they have lied to us", article("“I trust the engineers,” said Mara Lindqvist.", "“They have lied to us,” said Tomas Oduya."), "spliced"),
    Pair("a speaker and the writer", "The dredging starts in April … the council doubts that it will end", article("“The dredging starts in April,” she said, but the council doubts that it will end."), "spliced"),
    Pair("two entries of a live blog", "The lock is open … boats are turned back", "<main><article><h2>10:05</h2><p>The lock is open.</p></article><article><h2>10:40</h2><p>At the lock boats are turned back.</p></article></main>", "spliced"),
    Pair("the other way round", "cost the town nothing at all … the dredging starts in April", article(TALK), "spliced"),
    # Clipped
    Pair("a condition cut off", "The night ferry will stay", article("“The night ferry will stay unless the bridge is open by May,” he said."), "clipped"),
    Pair("a concession after a dash", "It was a fine summer for the eels", article("It was a fine summer for the eels – although nobody counted them."), "clipped"),
    Pair("not cut: the speaker has ended", "The night ferry will stay", article("“The night ferry will stay,” he said, but nobody believed him."), "verbatim"),
    # German, French and other languages
    Pair("German marks and ß", "Wir werden die Fähre nicht verkaufen, bevor die Strasse fertig ist", article("„Wir werden die Fähre nicht verkaufen, bevor die Straße fertig ist“, sagte Oduya.", lang="de"), "verbatim"),
    Pair("German: a condition cut off", "Die Fähre bleibt im Hafen", article("„Die Fähre bleibt im Hafen, sofern der Rat das Geld bewilligt“, sagte er.", lang="de"), "clipped"),
    Pair("German: a negation lost", "Wir werden die Fähre im Frühjahr verkaufen", article("„Wir werden die Fähre nicht im Frühjahr verkaufen“, sagte er.", lang="de"), "altered"),
    Pair("French marks and elisions", "L'écluse n'ouvrira pas avant l'été prochain", article("« L’écluse n’ouvrira pas avant l’été prochain », a dit la maire.", lang="fr"), "verbatim"),
    Pair("French: a condition cut off", "Le bac restera au port jusqu'en mai", article("« Le bac restera au port jusqu’en mai, sauf si le pont est prêt », a-t-elle dit.", lang="fr"), "clipped"),
    Pair("French: a figure changed", "Le bac a transporté 12 000 passagers en mai", article("Le bac a transporté 21&nbsp;000 passagers en mai.", lang="fr"), "altered"),
    Pair("Japanese", "港は来年の春まで閉鎖される", article("市長は「港は来年の春まで閉鎖される」と述べた。", lang="ja"), "verbatim"),
    Pair("Japanese: a year changed", "港は2026年の春まで閉鎖される", article("市長は「港は2027年の春まで閉鎖される」と述べた。", lang="ja"), "altered"),
    Pair("Arabic with and without vowel points", "سيبقى الميناء مغلقا حتى الربيع", article("قال: «سَيَبْقَى المِينَاءُ مُغْلَقًا حتى الربيع».", lang="ar"), "verbatim"),
    # Pages that cannot be read
    Pair("a wall for subscribers", QUOTE, article("The ferry stays, says the harbour master.", "Subscribe to continue reading"), "unavailable"),
    Pair("a German wall", QUOTE, article("Die Fähre bleibt.", "Dieser Artikel ist nur für Abonnenten lesbar.", lang="de"), "unavailable"),
    Pair("the words before a wall", QUOTE, article(FERRY, "Subscribe to continue reading"), "verbatim"),
    Pair("half the words before a wall", QUOTE, article(FERRY[:56] + "…", "Subscribe to continue reading"), "unavailable"),
    Pair("a page that is not free, and says so to machines", QUOTE, article("The ferry stays.", head="<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": \"False\"}</script>"), "unavailable"),
    Pair("a shell for a script", QUOTE, "<html><body><div id=root></div><noscript>Please enable JavaScript to run this app.</noscript></body></html>", "unavailable"),
    Pair("a check against robots", QUOTE, "<html><title>Just a moment...</title><body><p>Verifying you are human.</p></body></html>", "unavailable"),
    Pair("nothing at all", QUOTE, "", "unavailable"),
    Pair("another article", QUOTE, article(TALK, TIDE), "missing"),
    Pair("a paraphrase of the same thing", "The town promises to keep its old boat until trucks can cross", article(FERRY), "missing"),
    # Turned by what was left out or named
    Pair("a bracket that names the wrong thing", "[The mill] will not sell the night ferry to anybody", article("“The town will not sell the night ferry to anybody,” he said."), "altered"),
    Pair("an ellipsis over a negation", "We will … sell the night ferry to anybody before the new bridge is open", article(FERRY), "altered"),
    Pair("a frame that denies it", "The council has lied to the people of the harbour", article("Nobody claims that the council has lied to the people of the harbour."), "clipped"),
    Pair("an ellipsis over an aside with a negation", "We will sell the night ferry … before the new bridge is open", article("“We will sell the night ferry, which is not new, before the new bridge is open,” he said."), "marked"),
    Pair("a bracket for a noun that takes up another", "[The council] will not sell the night ferry to anybody", article("“The body will not sell the night ferry to anybody,” he said."), "marked"),
    Pair("a bracket with the name for a title", "[Ann Harbour] will not sell the night ferry to anybody", article("“The mayor will not sell the night ferry to anybody,” he said."), "marked"),
    Pair("a frame that denies it, in the speaker's words", "The council has lied to the people of the harbour", article("“I never said that the council has lied to the people of the harbour,” said Ann Harbour."), "clipped"),
    Pair("a denial on a certain day", "The council has lied to the people of the harbour", article("Ann Harbour denied on Monday in court that the council has lied to the people of the harbour."), "clipped"),
    Pair("a denial, and then a statement", "The council has lied to the people of the harbour", article("Ann Harbour denied it and said on Monday that the council has lied to the people of the harbour."), "verbatim"),
    Pair("a denial of what is quoted whole", "The council has lied to the people of the harbour", article("Ann Harbour denied it at first. “The council has lied to the people of the harbour,” she says now."), "verbatim"),
    Pair("a frame that affirms it", "The council has lied to the people of the harbour", article("“I said it and I say again that the council has lied to the people of the harbour,” said Ann Harbour."), "verbatim"),
    Pair("German: a frame that denies it", "der Rat die Leute am Hafen seit Jahren belogen habe", article("Die Bürgermeisterin bestritt am Montag, dass der Rat die Leute am Hafen seit Jahren belogen habe.", lang="de"), "clipped"),
    # What it cannot tell
    Pair("the end of a word in brackets", "We w[ould] not sell the night ferry to anybody", article("“We will not sell the night ferry to anybody,” he said."), "marked"),
    Pair("the first letters of a word in brackets", "The town [re]opened the night ferry to anybody who came", article("The town opened the night ferry to anybody who came."), "marked"),
    Pair("a word and a half in brackets", "W[e have] seen the night ferry go many a time", article("“We’ve seen the night ferry go many a time,” he said."), "marked"),
    Pair("half a word in brackets, and the other half made up", "The town cl[osed] the night ferry in the spring", article("The town opened the night ferry in the spring."), "altered"),
    Pair("a negation in half a word in brackets", "We w[on’t] sell the night ferry to anybody in town", article("“We will sell the night ferry to anybody in town,” he said."), "altered"),
    Pair("a bracket that names somebody else", "[Mara Lindqvist] will not sell the night ferry to anybody", article("“Tomas Oduya says he will not sell the night ferry to anybody,” said the mayor."), "altered", "marked"),
    Pair("a negation far from what is left out", "I do … sell the night ferry to anybody before the new bridge is open", article("“I do not, and I say so in front of everybody here, sell the night ferry to anybody before the new bridge is open,” he said."), "altered", "marked"),
    # Scripts and languages
    Pair("Greek", "Το λιμάνι θα μείνει κλειστό μέχρι την άνοιξη", article("«Το λιμάνι θα μείνει κλειστό μέχρι την άνοιξη», είπε η δήμαρχος.", lang="el"), "verbatim"),
    Pair("Greek: a negation lost", "Το λιμάνι θα ανοίξει πριν από την άνοιξη", article("«Το λιμάνι δεν θα ανοίξει πριν από την άνοιξη», είπε η δήμαρχος.", lang="el"), "altered"),
    Pair("Russian: ё and е", "Паром еще ходит через реку каждый день", article("«Паром ещё ходит через реку каждый день», — сказал мэр.", lang="ru"), "verbatim"),
    Pair("Russian: a condition cut off", "Паром будет ходить всю зиму", article("«Паром будет ходить всю зиму, если река не замёрзнет», — сказал мэр.", lang="ru"), "clipped"),
    Pair("Hindi: a figure changed", "बंदरगाह नौ महीने तक बंद रहेगा", article("“बंदरगाह छह महीने तक बंद रहेगा,” महापौर ने कहा।", lang="hi"), "altered"),
    Pair("Hebrew with and without points", "הנמל ישאר סגור עד האביב הבא", article("“הַנָּמֵל יִשָּׁאֵר סגור עד האביב הבא,” אמר ראש העיר.", lang="he"), "verbatim"),
    Pair("Chinese: a negation lost", "港口会在明年春天之前开放", article("市长说：“港口不会在明年春天之前开放。”", lang="zh"), "altered"),
    Pair("Chinese: a condition cut off", "港口将在春天开放", article("市长说：“港口将在春天开放，但前提是资金到位。”", lang="zh"), "clipped"),
    Pair("Arabic figures of the East", "نقلت العبارة 1200 راكب في شهر مايو", article("نقلت العبارة ١٢٠٠ راكب في شهر مايو.", lang="ar"), "verbatim"),
    Pair("Turkish: capitals with a dot", "İstanbul limanı bahara kadar kapalı kalacak", article("“İSTANBUL LİMANI bahara kadar kapalı kalacak,” dedi.", lang="tr"), "verbatim", "altered"),
    Pair("Spanish: a condition cut off", "El transbordador seguirá en el puerto todo el invierno", article("«El transbordador seguirá en el puerto todo el invierno, a menos que el río se hiele», dijo.", lang="es"), "clipped"),
    Pair("Polish: a negation lost", "Sprzedamy prom przed otwarciem nowego mostu", article("„Nie sprzedamy promu przed otwarciem nowego mostu”, powiedział burmistrz.", lang="pl"), "altered"),
    # Figures
    Pair("hundreds written out", "The storm took two hundred boats in a single night", article("The storm took 200 boats in a single night."), "verbatim"),
    Pair("millions written as digits", "The lock will cost $3,500,000 before the spring", article("The lock will cost $3.5 million before the spring."), "verbatim"),
    Pair("million for billion", "The lock will cost 3.5 million euros before the spring", article("The lock will cost 3.5 billion euros before the spring."), "altered"),
    Pair("miles for kilometres", "The slick is twelve miles long and two wide", article("The slick is twelve kilometres long and two wide."), "altered"),
    Pair("a per cent for a percentage point", "The rate rose by two percent in the spring quarter", article("The rate rose by two percentage points in the spring quarter."), "altered"),
    Pair("a date written the other way round", "The lock closed on 14 May for nine weeks", article("The lock closed on May 14 for nine weeks."), "altered"),
    Pair("an ordinal in a date", "The lock closed on May 14 for nine weeks", article("The lock closed on May 14th for nine weeks."), "altered"),
    Pair("a range of years moved", "Between 2011 and 2014 the town lost its ferry twice", article("Between 2011 and 2015 the town lost its ferry twice."), "altered"),
    Pair("a minus sign lost", "Growth on the coast was 2.5 percent in the spring", article("Growth on the coast was −2.5 percent in the spring."), "altered"),
    # Negations and hedges
    Pair("can for cannot", "The town can keep the ferry for another winter", article("“The town cannot keep the ferry for another winter,” he said."), "altered"),
    Pair("can for can't", "The town can keep the ferry for another winter", article("“The town can’t keep the ferry for another winter,” he said."), "altered"),
    Pair("cannot for can't", "The town cannot keep the ferry for another winter", article("“The town can’t keep the ferry for another winter,” he said."), "altered"),
    Pair("may for is", "The paint is the cause of the dead eels in the river", article("The paint may be the cause of the dead eels in the river."), "altered"),
    Pair("reportedly dropped", "The mayor met the owners of the mill in secret", article("The mayor reportedly met the owners of the mill in secret."), "altered"),
    Pair("alleged dropped", "The theft of the eels shocked the whole harbour", article("The alleged theft of the eels shocked the whole harbour."), "altered"),
    Pair("a hedge in front cut off", "the mill poured the paint into the river by night", article("It is possible that the mill poured the paint into the river by night."), "verbatim"),
    Pair("only dropped", "The ferry will run in winter when the lock is open", article("The ferry will only run in winter when the lock is open."), "altered"),
    Pair("a doubt in front cut off", "the council has lied to the people of the harbour", article("“I doubt that the council has lied to the people of the harbour,” she said."), "clipped"),
    Pair("an if in front cut off", "the council has lied to the people of the harbour", article("“If the council has lied to the people of the harbour, I will resign,” she said."), "clipped", "verbatim"),
    Pair("a question quoted as a statement", "Has the council lied to the people of the harbour", article("“Has the council lied to the people of the harbour?” she asked."), "verbatim"),
    # Pages as they come
    Pair("the clauses of two speakers in a row", "The lock is safe and the engineers knew it was not", article("“The lock is safe,” said Mara Lindqvist.", "“And the engineers knew it was not,” said Tomas Oduya."), "altered"),
    Pair("a transcript", "We will not sell the night ferry to anybody. The bridge is a year late", article("ODUYA: We will not sell the night ferry to anybody. The bridge is a year late.", "LINDQVIST: Who says so?", "ODUYA: I do.", "LINDQVIST: And the council?"), "verbatim"),
    Pair("two turns of a transcript", "Who says so … The bridge is a year late", article("LINDQVIST: Who says so, Mr Oduya, in this town?", "ODUYA: I do. The bridge is a year late.", "LINDQVIST: And the council?", "ODUYA: The council as well."), "spliced"),
    Pair("two turns of a transcript run together", "Will you sell the night ferry? I will never sell it", article("LINDQVIST: Will you sell the night ferry?", "ODUYA: I will never sell it.", "LINDQVIST: And the council?", "ODUYA: The council as well."), "altered"),
    Pair("a block quotation set as an aside", "We will not sell the night ferry to anybody in this town", article("He was plain.", "<aside class=pullquote><blockquote>We will not sell the night ferry to anybody in this town</blockquote></aside>"), "verbatim"),
    Pair("a box for a newsletter in the middle of a paragraph", "The dredging starts in April. It will take nine weeks and cost nothing", "<main><article><div>“The dredging starts in April. " + AD + "It will take nine weeks and cost nothing,” she said.</div></article></main>", "verbatim"),
    Pair("a link to more stories between two paragraphs", "The dredging starts in April. It will take nine weeks.", article("“The dredging starts in April.", "<div class=related><a href=/b>Read more: Ten knots every sailor should know</a></div>", "“It will take nine weeks.”"), "verbatim"),
    Pair("a caption between two paragraphs", "The dredging starts in April. It will take nine weeks.", article("“The dredging starts in April.", "<figure><img src=a.jpg><figcaption>The old lock in 1920. Photo: Ann Harbour</figcaption></figure>", "“It will take nine weeks.”"), "verbatim"),
    Pair("words of a caption", "The old lock on the day that it was opened in 1920", article("A picture.", "<figure><img src=a.jpg><figcaption>The old lock on the day that it was opened in 1920. Photo: Ann Harbour</figcaption></figure>"), "verbatim"),
    Pair("AMP: an advertisement and a paragraph that is hidden", "The dredging starts in April. It will take nine weeks.", "<!doctype html><html ⚡ lang=en><body><amp-sidebar><ul><li>Home</ul></amp-sidebar><article><p>“The dredging starts in April.</p><amp-ad width=300><div fallback>Advertisement</div></amp-ad><p>“It will take nine weeks.”</p></article></body></html>", "verbatim"),
    Pair("only in the data, and altered", QUOTE.replace("not ", ""), article("Read on in the app.", head="<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \"articleBody\": \"He said: “" + QUOTE + "”.\"}]}</script>"), "altered"),
    Pair("only in the data, with references in it", "Fish & chips cost more than in the year before", article("Read on in the app.", head="<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"Fish &amp; chips cost more than in the year before.\"}</script>"), "verbatim"),
    Pair("a corrected text", "The lock will cost the town 35 million euros by the end", article("The lock will cost the town 3.5 million euros by the end.", "<i>Editor’s note: an earlier version of this article said that the lock will cost the town 35 million euros by the end. It is 3.5 million.</i>"), "clipped"),
    Pair("struck out and corrected", "The lock will cost the town 35 million euros by the end", article("The lock will cost the town <del>35</del> <ins>3.5</ins> million euros by the end."), "altered"),
    Pair("a stub before a wall, altered", "We will sell the night ferry to anybody", article("“We will not sell the night ferry to anybody,” said Oduya.", "Subscribe to continue reading"), "altered"),
    Pair("quoted inside a quotation", "I will never sell the ferry", article("“He told me, ‘I will never sell the ferry,’ and then he sold it,” said Ann Harbour."), "verbatim"),
    Pair("an aside in dashes dropped", "The ferry will run all winter for the islands", article("“The ferry – if it is repaired in time – will run all winter for the islands,” he said."), "altered"),
    Pair("a list of points quoted as one sentence", "The town will keep the ferry, repair the lock and dredge the basin", article("The town will", "<ul><li>keep the ferry,<li>repair the lock and<li>dredge the basin.</ul>"), "verbatim"),
    Pair("words in a table", "Passengers in May 1,200", article("<table><tr><th>Passengers in May</th><td>1,200</td></tr></table>"), "verbatim"),
    Pair("emoji between the words", "The night ferry stays and we are happy", article("The night ferry ⛴️ stays and we 💙 are happy."), "verbatim"),
    Pair("a hashtag for a word", "The night ferry stays in the harbour for good", article("The night #ferry stays in the #harbour for good."), "verbatim"),
    Pair("Turkish: a dotted capital", "İstanbul limanı bahara kadar kapalı kalacak", article("“istanbul limanı bahara kadar kapalı kalacak,” dedi.", lang="tr"), "verbatim"),
    Pair("a frame that nobody denies", "the council has lied to the people of the harbour", article("Nobody denies that the council has lied to the people of the harbour."), "verbatim"),
    Pair("no doubt in front", "the council has lied to the people of the harbour", article("“There is no doubt that the council has lied to the people of the harbour,” she said."), "verbatim"),
    Pair("not doubted", "the council has lied to the people of the harbour", article("“I don’t doubt that the council has lied to the people of the harbour,” she said."), "verbatim"),
    Pair("one speaker, named again by a pronoun", "The lock is safe and the engineers knew it", article("“The lock is safe,” said Mara Lindqvist.", "“And the engineers knew it,” she said."), "verbatim"),
    Pair("two hundred for 205", "The storm took two hundred boats in a single night", article("The storm took 205 boats in a single night."), "altered"),
    Pair("one turn of a transcript with an ellipsis", "I do … The bridge is a year late", article("LINDQVIST: Who says so?", "ODUYA: I do, and so does she. The bridge is a year late.", "LINDQVIST: And the council?", "ODUYA: The council as well."), "marked"),
    # As newsrooms meet them
    Pair("a figure shortened", "We lost £3.4 million last year and owe $1.2 billion", article("“We lost £3.4m last year and owe $1.2bn,” he said."), "verbatim"),
    Pair("a figure shortened to another", "We lost £3.4 billion last year on the night ferry", article("“We lost £3.4m last year on the night ferry,” he said."), "altered"),
    Pair("a unit shortened", "The boat was doing about 40 miles per hour at 5:30 p.m.", article("The boat was doing about 40mph at 5.30pm."), "verbatim"),
    Pair("a title and a month shortened", "Sen. Oduya left the harbour on Jan. 6 in the night", article("Senator Oduya left the harbour on January 6 in the night."), "verbatim"),
    Pair("halves as one character", "The storm lasted 3 1/2 days and took 2.5 metres of quay", article("The storm lasted 3½ days and took 2½ metres of quay."), "verbatim"),
    Pair("an apostrophe after a decade", "It was built in the 1990s by a Dutch firm", article("It was built in the 1990’s by a Dutch firm."), "verbatim"),
    Pair("thousands with points", "Le bac coûtera 1.250.000 euros à la ville", article("Le bac coûtera 1 250 000 euros à la ville.", lang="fr"), "verbatim"),
    Pair("two letters in one", "The manoeuvre cost the encyclopaedia dearly", article("The manœuvre cost the encyclopædia dearly."), "verbatim"),
    Pair("names without their accents", "The mayor of Sao Paulo met President Erdogan on the quay", article("The mayor of São Paulo met President Erdoğan on the quay."), "verbatim"),
    Pair("German: an umlaut that is another mood", "Der Rat wurde die Fähre gern an die Stadt verkaufen", article("„Der Rat würde die Fähre gern an die Stadt verkaufen“, sagte er.", lang="de"), "altered"),
    Pair("what was struck out left out", "The harbour master resigned on Thursday night", article("The harbour master <del>was sacked</del> <ins>resigned</ins> on Thursday night."), "verbatim"),
    Pair("what was struck out", "The harbour master was sacked on Thursday night", article("The harbour master <del>was sacked</del> <ins>resigned</ins> on Thursday night."), "altered"),
    Pair("a long introduction of the speaker", "We had no warning at all, and nobody came until noon", article("“We had no warning at all,” said Mara Lindqvist, 43, who has lived in the valley with her husband and three children since the lock was built in 1998 and runs the only bakery, “and nobody came until noon.”"), "verbatim"),
    Pair("the middle of three pieces left out", "It is a mess. But we will mend it.", article("“It is a mess,” said Oduya. “A total mess,” he added. “But we will mend it.”"), "altered"),
    Pair("a title in the speaker's introduction", "It is a mess, but we will mend it.", article("“It is a mess,” said Oduya, who wrote “The Long Tide” in 2011, “but we will mend it.”"), "verbatim"),
    Pair("Spanish: a dialogue in dashes", "No vamos a cerrar la fábrica, pero habrá que reducir turnos", article("—No vamos a cerrar la fábrica —dijo la ministra—, pero habrá que reducir turnos.", lang="es"), "verbatim"),
    Pair("French: who speaks, between commas", "Nous n'avons pas les moyens de payer une telle somme pour le bac", article("« Nous n’avons pas les moyens, a expliqué la maire, de payer une telle somme pour le bac. »", lang="fr"), "verbatim"),
    Pair("French: an aside between commas", "Le coût du pont reste un secret de la ville", article("« Le coût du pont, estimé à trois millions, reste un secret de la ville. »", lang="fr"), "altered"),
    Pair("Russian: who speaks, between dashes", "Паром будет ходить всю зиму, и люди это знают", article("«Паром будет ходить всю зиму, — сказал мэр на встрече, — и люди это знают».", lang="ru"), "verbatim"),
    Pair("Hebrew marks and an abbreviation", "לא נסגור את הנמל השנה. יש לנו מספיק כסף בקופה", article("״לא נסגור את הנמל השנה״, אמרה דוברת צה״ל. ״יש לנו מספיק כסף בקופה.״", lang="he"), "verbatim"),
    Pair("two entries of a live blog run together", "We have no plans to raise the toll. Nobody believes that any more", "<main><article><div><h3>Mayor speaks</h3><p>“We have no plans to raise the toll,” the mayor told reporters.</p></div><div><h3>Opposition reacts</h3><p>“Nobody believes that any more,” said Tomas Oduya.</p></div></article></main>", "altered"),
    Pair("a transcript with names in small letters", "I think it will hold … And if it does not hold?", article("<b>Oduya:</b> Will the lock hold?", "<b>Lindqvist:</b> I think it will hold, yes.", "<b>Oduya:</b> And if it does not hold?", "<b>Lindqvist:</b> Then we will mend it."), "spliced"),
    Pair("a transcript in one paragraph", "I think it will hold … And if it does not hold?", article("ODUYA: Will the lock hold?<br><br>LINDQVIST: I think it will hold, yes.<br><br>ODUYA: And if it does not hold?<br><br>LINDQVIST: Then we will mend it."), "spliced"),
    Pair("two answers of an interview", "I heard a noise in the cellar. … I woke my daughter and left", article("<b>When did you see the water rise?</b>", "At about four. I heard a noise in the cellar.", "<b>What did you do then?</b>", "I woke my daughter and left."), "marked"),
    Pair("an ellipsis over a citation", "The law protects the harbour, not the ships … whoever moors there pays", article("The law protects the harbour, not the ships. <i>Oduya v. The Quay</i>, 12 U. S. 347, 351 (1967). And whoever moors there pays."), "marked"),
    Pair("a bracket in a sentence that is said twice", "I don’t know what [Smith] was thinking but I am troubled by that", article("“I don’t know what she was thinking,” he said. “I don’t know what she was thinking but I am troubled by that.”"), "marked"),
    Pair("a condition after the speaker's name", "We will sell the night ferry", article("“We will sell the night ferry,” the mayor said, “but only if the council agrees.”"), "clipped"),
    Pair("another sentence after the speaker's name", "We will sell the night ferry", article("“We will sell the night ferry,” the mayor said. “But that is a long way off.”"), "verbatim"),
    Pair("a condition with once", "The water of the harbour is safe to drink", article("“The water of the harbour is safe to drink once it has been boiled,” he said."), "clipped"),
    Pair("no condition with once", "The water of the harbour was safe to drink", article("“The water of the harbour was safe to drink once,” he said."), "verbatim"),
    Pair("a negation that opens the sentence left out", "Trust a calm sea in March", article("“Never trust a calm sea in March,” he said."), "clipped"),
    Pair("a phrase behind a negation", "trust a calm sea in March", article("“I never trust a calm sea in March,” he said."), "verbatim"),
    Pair("Polish: the negation that opens the sentence left out", "Podpiszę tej ustawy w piątek rano", article("„Nie podpiszę tej ustawy w piątek rano”, powiedział burmistrz.", lang="pl"), "clipped"),
    Pair("Arabic: the negation that opens the sentence left out", "نرفع أسعار الوقود هذا العام", article("قال: «لن نرفع أسعار الوقود هذا العام».", lang="ar"), "clipped"),
    Pair("two words of a short quotation changed", "The suspect is not cooperating", article("“The suspects are not cooperating,” he said."), "altered"),
    Pair("a question for consent", QUOTE, "<html><title>The Quay</title><div role=dialog><h1>We value your privacy</h1><p>We and our 842 partners store information on a device.</p><button>Accept all</button></div></html>", "unavailable"),
    Pair("a question for consent above an article", QUOTE, article(*[f"{TIDE} {TALK}"] * 4).replace("<main>", "<div class=cookie-banner>We value your privacy</div><main>"), "missing"),
    Pair("an error of the server", QUOTE, "<html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><hr>nginx</html>", "unavailable"),
    Pair("a headline with a figure like an error", QUOTE, "<html><title>500 jobs to go at the mill</title><h1>500 jobs to go at the mill</h1><p>It will close in May.</html>", "missing"),
    Pair("a page closed to readers abroad", QUOTE, "<html><title>The Quay</title><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area and therefore access cannot be granted at this time.</html>", "unavailable"),
    Pair("a question for the reader's age", QUOTE, "<html><title>Are you over 18?</title><h1>Are you over 18?</h1><p>You must be 18 or older to view this page.</html>", "unavailable"),
    Pair("a translation", "That will cost the town 3.5 million euros, said the mayor", article("„Das kostet die Stadt 3,5 Millionen Euro“, sagte die Bürgermeisterin.", lang="de"), "missing"),
    Pair("reported speech in the first person", "I have not read the report and I will do so over the weekend", article("She said that she had not read the report and that she would do so over the weekend."), "altered"),
    Pair("a reader's comment", "The whole council should resign and pay for it", article(FERRY, rest="<section class=comments><h2>Comments</h2><p>The whole council should resign and pay for it.</p></section>"), "verbatim"),
    Pair("spoken forms written out", "We are going to win this thing together", article("“We’re gonna win this thing together,” he said."), "altered", "missing"),
    Pair("words of noscript", "We never saw the letter from the ministry", article(TALK, "<noscript>We never saw the letter from the ministry.</noscript>"), "verbatim", "missing"),
    Pair("a long figure written out", "One hundred and twenty boats were lost at sea", article("120 boats were lost at sea."), "verbatim"),
    Pair("a long figure written out, and another", "One hundred and twenty boats were lost at sea that winter", article("112 boats were lost at sea that winter."), "altered"),
    Pair("German: millions shortened", "Das kostet die Stadt 3,5 Millionen Euro im Jahr", article("Das kostet die Stadt 3,5 Mio. Euro im Jahr.", lang="de"), "verbatim"),
    Pair("German: billions for millions shortened", "Das kostet die Stadt 3,5 Milliarden Euro im Jahr", article("Das kostet die Stadt 3,5 Mio. Euro im Jahr.", lang="de"), "altered"),
    Pair("another statement after the speaker's name", "We will sell the night ferry", article("“We will sell the night ferry,” the mayor said, “but I will miss it.”"), "verbatim"),
    Pair("a plural that looks like another spelling", "The award went to the mill in the old town", article("The awards went to the mill in the old town."), "altered"),
    Pair("a subheading between two paragraphs of one speaker", "The lock is safe. We checked the gates twice.", article("“The lock is safe,” said Mara Lindqvist.", "<h3>The gates</h3>", "“We checked the gates twice,” she said."), "verbatim"),
)  # fmt: skip

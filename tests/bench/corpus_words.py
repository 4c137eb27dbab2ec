"""The words that corpus.py makes posts of: an invented press office, in Ekinge and beside its invented neighbours Hultinge and Tallåsa.

In a phrase, {name} is replaced by one of WORDS[name]; {Name} begins with a capital. Some names the post decides once and then mostly keeps
(corpus.py): project, area, board, partner. Nothing here is taken from a real municipality, and no name is known to be anybody's.
"""

# key → name on the page, and what such a post may be about (in the definite form, for the middle of a sentence)
TOPICS = {
    "trygghet": ("Trygghet", ["belysningen kring stationen", "trygghetsvandringarna", "samverkan mot klotter", "de nya trygghetsvärdarna"]),
    "dialog": ("Dialog", ["byasamtalen", "medborgarpanelen", "rådslaget om framtiden", "det digitala samrådet"]),
    "skola": ("Skola", ["läxhjälpen", "ombyggnaden av Ekhultsskolan", "de nya skolgårdarna", "elevernas frukost"]),
    "forskola": ("Förskola", ["förskolan Lärkan", "köerna till förskolan", "natten på förskolan Månstrålen", "utegrupperna"]),
    "omsorg": ("Vård och omsorg", ["hemtjänsten på landet", "det nya äldreboendet", "de fasta omsorgskontakterna", "avlastningen för anhöriga"]),
    "bostader": ("Bostäder", ["planen för Kvarnholmen", "tomterna vid Lillån", "bygglov på tio dagar", "ungdomslägenheterna i Bruket"]),
    "trafik": ("Gator och trafik", ["cykelvägen till Bruket", "den nya rondellen", "snöröjningen", "hållplatsen vid Norrsjö"]),
    "kultur": ("Kultur", ["kulturskolan", "scenen i parken", "konsten på stationen", "bygdefilmerna"]),
    "fritid": ("Fritid", ["simhallens nya bassäng", "isen på Brukets IP", "elljusspåret", "bidragen till föreningarna"]),
    "klimat": ("Klimat och miljö", ["solcellerna på ladugårdarna", "våtmarken vid Lillån", "fjärrvärmen", "de fossilfria bilarna"]),
    "naringsliv": ("Näringsliv", ["en väg in för företag", "industrimarken i Norrsjö", "handelns hus", "stödet till gårdsbutiker"]),
    "arbete": ("Arbete", ["sommarjobben", "yrkesutbildningen för vuxna", "praktiken i hemtjänsten", "jobbspåret"]),
    "ekonomi": ("Ekonomi", ["budgeten", "bokslutet", "taxan för tomtmark", "inköpen av mat"]),
    "politik": ("Politik", ["fullmäktiges nya arbetssätt", "översynen av nämnderna", "landsbygdsprogrammet", "visselblåsarfunktionen"]),
    "bibliotek": ("Bibliotek", ["bokbussen", "de generösa öppettiderna", "språkkaféet", "läslovet"]),
    "vatten": ("Vatten och avlopp", ["vattenverket i Norrsjö", "de nya ledningarna", "reservvattnet", "vattenmätarna"]),
    "avfall": ("Avfall", ["återbruket", "sorteringen vid dörren", "tömningen i skärgården", "den nya återvinningscentralen"]),
    "natur": ("Natur", ["leden runt Norrsjön", "naturreservatet Mossåkärret", "blomsterängarna", "trädplanen"]),
    "unga": ("Unga", ["ungdomsrådet", "fritidsbanken", "lovskojet", "mötesplatsen Hangaren"]),
    "aldre": ("Äldre", ["seniorträffarna", "trygghetslarmen", "matlådorna", "fixartjänsten"]),
    "integration": ("Integration", ["svenska på arbetsplatsen", "föräldracaféet", "fadderfamiljerna", "samhällsguiderna"]),
    "digitalt": ("Digitalt", ["e-tjänsten för bygglov", "fibern till byarna", "de öppna data", "digitala fikastunden"]),
    "beredskap": ("Beredskap", ["hemberedskapen", "trygghetspunkterna", "övningen Höststorm", "den nya brandstationen"]),
    "folkhalsa": ("Folkhälsa", ["utegymmet", "rörelse på recept", "föräldraskap i grupp", "den tobaksfria skolan"]),
}

AREAS = {
    "centrum": "Centrum", "bruket": "Bruket", "norrsjo": "Norrsjö", "lillan": "Lillån", "kvarnholmen": "Kvarnholmen", "ekhult": "Ekhult",
    "vasterleden": "Västerleden", "mossa": "Mosså", "tallbo": "Tallbo", "stenhamra-by": "Stenhamra by", "angarna": "Ängarna", "osterby-sand": "Österby sand",
}

FIRST_NAMES = """Aina Birger Cissela Ditte Eskil Folke Gerda Hillevi Ivar Jorunn Klas Lova Majken Nils-Erik Ottilia Petrus Ragna Sixten Tora
Urban Viola Yvette Åsa Arild Östen Brita Disa Elmer Gunnel Hjalmar""".split()
LAST_NAMES = """Brukåsen Ekåhult Forsekrona Granhultare Hultingdal Kvarnekvist Lillåstam Mossåvik Norrsjövall Rönnåker Sandholmare Stenåbäck
Tallåsmo Vinterhed Åkårud Ängåsen Ödetorp Björkåhl Dammekulla Hedåström""".split()
PARTIES = ["C", "S", "M", "V", "L", "KD", "MP", "SD"]
# role as people.yaml has it, and as it stands before a name
ELECTED = [
    ("kommunalråd", "kommunalrådet"), ("oppositionsråd", "oppositionsrådet"), ("ordförande i tekniska nämnden", "tekniska nämndens ordförande"),
    ("ordförande i socialnämnden", "socialnämndens ordförande"), ("ordförande i utbildningsnämnden", "utbildningsnämndens ordförande"),
    ("vice ordförande i kulturnämnden", "kulturnämndens vice ordförande"), ("gruppledare", "gruppledaren"),
    ("ledamot i kommunstyrelsen", "kommunstyrelseledamoten"),
]
EMPLOYED = [
    ("kommundirektör", "kommundirektören"), ("gatuchef", "gatuchefen"), ("skolchef", "skolchefen"), ("räddningschef", "räddningschefen"),
    ("bibliotekschef", "bibliotekschefen"), ("projektledare", "projektledaren"),
]
CONTACTS = {
    "press": ("Presstjänsten", "press@ekinge.example", "0980-31 92 00"),
    "kontaktcenter": ("Kontaktcenter", "kontaktcenter@ekinge.example", "0980-31 90 00"),
    "krisledning": ("Krisledningen", "krisledning@ekinge.example", "0980-31 92 20"),
}
PHOTOGRAPHERS = ["Ekinge kommun", "Aina Forsekrona", "Birger Ängåsen", "Hembygdsföreningen i Bruket", "Lova Stenåbäck"]

WORDS = {
    "board": ["kommunstyrelsen", "tekniska nämnden", "socialnämnden", "utbildningsnämnden", "kulturnämnden", "miljönämnden", "kommunfullmäktige"],
    "partner": [
        "grannkommunen Hultinge", "Tallåsa kommun", "polisen i Ekinge", "Region Ekådalen", "byalagen", "idrottsföreningarna", "de lokala företagen",
        "bostadsbolaget Ekbo", "pensionärsrådet", "räddningstjänsten",
    ],
    "group": [
        "barnfamiljer", "pensionärer", "lantbrukare", "småföretagare", "gymnasieelever", "föreningar", "pendlare", "nyinflyttade",
        "anställda i kommunen", "sommarboende",
    ],
    "month": ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
    "place": [
        "Folkets hus i Bruket", "biblioteket", "kommunhuset", "Ekhultsskolans matsal", "hembygdsgården", "sporthallen", "Brukstorget",
        "församlingshemmet", "Hangaren", "Stora torget", "brandstationen i Norrsjö",
    ],
    "street": [
        "Smedjevägen", "Stora torget", "Kvarngatan", "Norrsjövägen", "Bruksgatan", "Ågränd", "Skolbacken", "Lillåvägen", "Stationsgatan",
        "Ängsstigen",
    ],
    "aim": [
        "att fler ska kunna bo kvar i byn", "att ingen ska behöva vänta i onödan", "att pengarna ska räcka till mer",
        "att det ska vara lätt att göra rätt", "att fler ska röra sig till vardags", "att alla ska få besked samtidigt",
        "att barnen ska ha någonstans att gå efter skolan", "att fler företag ska våga växa här", "att utsläppen ska halveras på sju år",
        "att byarna ska få samma service som centrum",
    ],
    "measure": [
        "ett nummer att ringa för alla frågor", "öppet en kväll i veckan", "ny belysning och nya bänkar", "fler platser redan i höst",
        "en gemensam ansökan för alla bidrag", "uppföljning två gånger om året", "en karta på webben som visar läget", "lån av lokaler utan avgift",
        "samma personal från början till slut", "tydligare skyltar",
    ],
    "do": ["förenkla", "samla", "pröva", "bygga ut", "se över", "rusta upp"],
    "few": ["två", "tre", "fyra", "fem", "sex"],
}

TITLES = [
    "{Project}: nu börjar arbetet", "{money} till {project}", "Så går det med {project}", "Var med och påverka {project}",
    "{Board} säger ja till {project}", "Ny plan för {project} i {area}", "Vanliga frågor om {project}",
    "{Group} får större inflytande över {project}", "{Partner} hjälper till med {project}", "Första steget för {project} i {area}",
    "Välkommen på möte om {project}", "{percent} procent är nöjda med {project}", "Därför dröjer {project}", "I {month} är det dags för {project}",
    "Bättre besked om {project}", "{Area} först ut med {project}", "Ekinge och Hultinge delar på {project}", "Fler ska få del av {project}",
    "Det här betyder {project} för {group}", "Klart med {project} i {area}",
]
LEADS = [
    "{Board} har beslutat om {project}. Bakom förslaget står också {partner}, och syftet är {aim}.",
    "Kommunen lägger {money} på {project}. Det viktigaste är {aim}.",
    "I {month} börjar arbetet med {project} i {area}. Nu vill kommunen veta vad {group} tycker.",
    "Förra året svarade {percent} procent att de är nöjda. Det ska bli fler, och därför satsar kommunen på {project}.",
    "Många har frågat om {project}. Här finns svaren, och en tidplan fram till {month}.",
    "{Group} i {area} får {measure}. Det är en del av arbetet med {project}.",
]
SENTENCES = [
    "Beslutet fattades av {board} i {month} och gäller {project}.", "Arbetet leds av tekniska förvaltningen tillsammans med {partner}.",
    "Hela satsningen kostar {money}, och staten betalar en del av den.", "I {area} har arbetssättet prövats i {number} dagar.",
    "Av dem som fick frågan i våras var {percent} procent nöjda, något fler än året före.", "Målet är {aim}.", "Det som märks först är {measure}.",
    "Hittills har {number} personer anmält sig.", "Under remissen kom det {number} svar, de flesta från {group}.",
    "Alla hushåll i {area} får ett brev i god tid före starten.", "I {month} kan det bli trångt på {street}, men bussarna går som vanligt.",
    "Rapporten är skriven av en grupp där {partner} har haft två platser.",
    "När {area} var först ut visade det sig att tidiga samtal sparar tid för alla.", "Därefter får {group} {measure}.",
    "Den som vill prata med någon är välkommen till {place}.",
    "Behoven har vuxit snabbast i {area2}, där befolkningen har ökat med {number} personer.",
    "Allt som kommer in sammanställs och lämnas till {board} i {month}.",
    "Tanken är att {do} verksamheten steg för steg och att stanna upp efter ett år.", "För {group} innebär förändringen {measure}.",
    "Ingen röstade emot när {board} tog beslutet.", "Totalt berörs {number} hushåll i {area}.",
    "Redan i fjol användes {money} till förberedelser och mätningar.", "Varje kvartal redovisar förvaltningen för {board} hur det går.",
    "Visar sig intresset vara större än väntat finns plats för {number} till.", "Synpunkter kan lämnas hela {month} och besvaras inom {few} veckor.",
    "Samtidigt ska kommunen {do} rutinerna, så att samma fråga inte ställs {few} gånger.",
    "En del arbeten får vänta tills tjälen har gått ur marken.", "Lokalerna går att nå med rullstol, och hörslinga finns.",
    "Den som hellre läser på papper kan hämta underlaget i {place}.",
    "I praktiken betyder det kortare väntan och ett skriftligt besked till {group}.",
    "Hultinge har gjort på liknande sätt och delar gärna med sig av vad som gick fel.",
    "I Tallåsa tog samma arbete {few} år, bland annat för att marken var blötare än någon trodde.",
]
EMPHASIZED = [
    "Sista dagen att tycka till är **den {day} {month}**.", "Det kostar **ingenting** att vara med, men platserna är begränsade.",
    "Räkna med *korta avbrott* medan arbetet pågår.", "Allt görs i **{few} etapper**, så att en väg alltid är öppen.",
    "Kommunen hoppas särskilt på svar från *dem som sällan blir tillfrågade*.", "Beslutet gäller **tills vidare** och prövas på nytt om {few} år.",
]
SAID_FIRST = [
    "Det här har {group} bett om i flera år", "Vi lyssnade på dem som bor i {area} och ändrade oss", "Nu slutar vi prata och börjar gräva",
    "Ensamma klarar vi det inte, men med {partner} går det", "Det enda som räknas är {aim}",
    "Förutsättningarna är inte desamma som för {few} år sedan", "Med {measure} håller vi vad vi har lovat",
    "Det är ett stort steg för {area} och för hela bygden", "Allt kan inte göras i år, men vi börjar där behovet är störst",
    "Siffrorna går åt rätt håll", "Den som ringer oss ska få ett svar och inte ett nytt nummer", "Utan {partner} hade det inte blivit av",
    "Vi vill ha med {group} från första dagen", "Nu finns det en plan och pengar i samma dokument", "Varje krona ska synas i {area}",
    "Ring oss om något är oklart", "Jag är stolt över hur snabbt medarbetarna har ställt om", "Vi har gjort fel förut och lärt oss av det",
]
SAID_THEN = [
    "Jag hoppas att många kommer till mötet.", "Samtidigt återstår mycket arbete.", "I {month} berättar vi hur det har gått.",
    "Så vinner man förtroende, långsamt och på riktigt.", "Redan i {month} ska det märkas i vardagen.",
    "Den som bor i {area} ska inte behöva åka till centrum för allt.", "Blir det inte bra så gör vi om det.", "Därför lägger vi {money} på det.",
    "Ett stort tack till alla som har hört av sig.", "Det är en fråga om rättvisa mellan by och stad.",
    "Vi börjar i liten skala och lär oss på vägen.",
]
HEADINGS = [
    "Så går det till", "Bakgrund", "Det händer nu", "Vad kostar det?", "Så kan du påverka", "Tidplan", "Frågor och svar", "I korthet",
    "Det säger beslutet", "Tillsammans med {partner}", "För {group}", "Erfarenheter från {area}", "Vem gör vad?", "Om {project}", "Efter {month}",
    "Mer att läsa", "Varför just nu?", "Nästa beslut",
]
LIST_OPENINGS = ["Det här ingår:", "Från och med {month} gäller följande:", "Tre saker att veta:", "Ta med dig till mötet:", "I beslutet finns också:"]
LIST_ITEMS = [
    "{measure}", "ett möte i {place}", "besked till {group}", "{money} till utrustning", "en tillfällig gångväg vid {street}",
    "utbildning tillsammans med {partner}", "svar inom {few} arbetsdagar", "redovisning för {board}", "anmälan före den {day} {month}",
    "fler tider i {area}", "stöd till den som arbetar ideellt", "en genomgång av avgifterna",
]
# sentence, the words of its link, and where that leads
LINKS = [
    ("Mer finns på {link}.", "kommunens webbplats", "https://www.ekinge.example/{topic}"),
    ("Handlingarna finns i {link}.", "diariet", "https://www.ekinge.example/diariet?nummer={number}"),
    ("Tyck till i {link}.", "e-tjänsten", "https://www.ekinge.example/e-tjanster?id={number}&om={topic}"),
    ("Karta och tider finns på sidan {link}.", "Bo i {area}", "https://www.ekinge.example/bo/{topic}/{number}"),
    ("Siffrorna kommer från {link}.", "årsrapporten", "https://www.ekinge.example/rapporter/{topic}-{number}.pdf"),
    ("Hela beslutet finns i {link}.", "protokollet från {month}", "https://www.ekinge.example/protokoll/{number}"),
]
# key, title, hours that it takes at least
EVENTS = [
    ("mote", "Möte om {project}", 2), ("oppet-hus", "Öppet hus: {project}", 4), ("invigning", "Invigning i {area}", 1),
    ("presstraff", "Pressträff om {project}", 1), ("vandring", "Vandring i {area}", 2), ("samrad", "Samråd om {project}", 2),
    ("familjedag", "Familjedag i {area}", 5),
]
# what a photo's file is called, and what it shows
PHOTOS = [
    ("vagskylt", "En vägskylt vid infarten till {area}."), ("samtal", "Två personer pratar utanför {place}."),
    ("kvallsljus", "En gångväg i kvällsljus med nya lampor."), ("gravmaskin", "En grävmaskin bakom stängsel vid {street}."),
    ("skolgard", "Barn klättrar på en ny skolgård."), ("flygbild", "{Area} från luften en klar dag."),
    ("hander", "Händer som sorterar matrester i en påse."), ("publik", "Publik på filtar framför en liten scen."),
]

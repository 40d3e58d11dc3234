package no.rrh.bootstrap.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting. The key {@code a.b} in the file is the flag {@code --a-b} and the variable {@code RRH_A_B}; a flag wins over
 * a variable, a variable over the file, the file over the default.
 */
public enum Innstilling {
    PORT("port", "8080", "PORT", "Port for API-et; 0 gir en ledig port", "the port of the API; 0 gives a free one"),
    ADRESSE(
            "adresse",
            null,
            "IP",
            "IP-adressen serveren lytter på; 127.0.0.1 i lokal, ellers alle (0.0.0.0)",
            "the IP address to listen on: `127.0.0.1` in `lokal`, which takes loopback addresses only, else `0.0.0.0`"),
    TLS_SERTIFIKAT(
            "tls.sertifikat",
            null,
            "FIL",
            "PEM-fil med serverens sertifikat og så utstedernes; da svarer serveren på HTTPS og ikke HTTP",
            "a PEM file with the server's certificate and then those of its authorities: the server then speaks HTTPS, with"
                    + " HTTP/2, and no HTTP. For a machine without a proxy in front. Renewed files are taken into use while it"
                    + " runs, without a connection being cut"),
    TLS_NOEKKEL(
            "tls.noekkel",
            null,
            "FIL",
            "PEM-fil med den private nøkkelen til tls.sertifikat (PKCS#8, uten passord)",
            "a PEM file with the private key (RSA or EC, PKCS#8, no password) of `tls.sertifikat`; outside `lokal` others than"
                    + " its owner and its group may not read it"),
    TLS_PKCS12(
            "tls.pkcs12",
            null,
            "FIL",
            "PKCS#12-fil med serverens sertifikat og nøkkel, i stedet for tls.sertifikat og tls.noekkel",
            "a PKCS#12 file with the server's certificate and key, instead of `tls.sertifikat` and `tls.noekkel`"),
    TLS_PASSORD(
            "tls.passord",
            null,
            "PASSORD",
            "Passordet til tls.pkcs12; ikke som flagg, som står i prosesslisten",
            "the password of `tls.pkcs12`, in the variable or the file: as a flag it is refused, since the list of processes"
                    + " shows flags"),
    TLS_PASSORDFIL(
            "tls.passordfil",
            null,
            "FIL",
            "Fil med passordet til tls.pkcs12",
            "a file that holds that password and nothing else, instead of `tls.passord`"),
    DATA(
            "data",
            "./data",
            "MAPPE",
            "Mappen for register, totalbestand og nøkler",
            "the folder of register, files and keys; made with mode 0700"),
    DB_URL(
            "db.url",
            null,
            "URL",
            "PostgreSQL-databasen registeret ligger i, jdbc:postgresql://vert:port/database; ellers ligger det i datamappen",
            "the PostgreSQL database (14 or newer) of the register, `jdbc:postgresql://host:port/database`, which several"
                    + " instances may share; not set, the register is a file in the data folder (H2)") {
        @Override
        public String flagg() {
            return "--db";
        }
    },
    DB_BRUKER(
            "db.bruker",
            null,
            "NAVN",
            "Brukeren i databasen",
            "the user of the database; may stand in the URL instead"),
    DB_PASSORD(
            "db.passord",
            null,
            "PASSORD",
            "Passordet til databasen; ikke som flagg, som står i prosesslisten",
            "the password of the database, in the variable or the file: as a flag it is refused, since the list of processes"
                    + " shows flags"),
    DB_PASSORDFIL(
            "db.passordfil",
            null,
            "FIL",
            "Fil med passordet til databasen",
            "a file that holds the password and nothing else, instead of `db.passord`"),
    DB_REPLIKAER(
            "db.replikaer",
            null,
            "URL,…",
            "Lesereplikaer av databasen, som oppslag, søk og filer leses fra; samme bruker og passord",
            "URLs of read replicas of the database, with commas between them, for the same user: look-ups, searches and files"
                    + " are read from those that are at most a second behind, and from the database itself where none is"),
    MILJOE("miljoe", "lokal", "MILJØ", "lokal, test eller produksjon", "`lokal`, `test` or `produksjon`"),
    CONFIG("config", null, "FIL", "Fil med innstillinger (Java properties i UTF-8)", "the file of settings"),
    MASKINPORTEN_UTSTEDER(
            "maskinporten.utsteder",
            null,
            "URL",
            "Utsteder av token, nøyaktig som i iss; kreves i test og produksjon, der den må være https",
            "the issuer of tokens, exactly as in `iss`, for example `https://maskinporten.no/`; must be set in `test` and"
                    + " `produksjon`"),
    MASKINPORTEN_AUDIENCE(
            "maskinporten.audience",
            null,
            "ID",
            "API-ets egen identifikator; token med en annen aud avvises",
            "the API's own identifier; a token with another `aud` is refused"),
    IPFILTER_TILLAT(
            "ipfilter.tillat",
            null,
            "CIDR,…",
            "IP-adresser og CIDR-områder som slippes inn; kreves i test, ellers slippes alle inn når den ikke er satt",
            "the IP addresses and CIDR ranges that are let in, with commas between them; everyone else gets 403. Must be"
                    + " set in `test`, so that no test environment is open by accident (`0.0.0.0/0,::/0` opens it);"
                    + " elsewhere all are let in when it is not set"),
    IPFILTER_PROXYER(
            "ipfilter.proxyer",
            null,
            "CIDR,…",
            "IP-adressene til proxyene foran tjenesten, som blir trodd på hvem de kommer fra",
            "the addresses of the proxies in front of the service, and of nothing else: they are believed in whom a"
                    + " request comes from. Not set, nobody is, and the peer of the connection counts"),
    IPFILTER_HEADER(
            "ipfilter.header",
            null,
            "NAVN",
            "Headeren proxyene skriver klientens adresse i: Forwarded eller X-Forwarded-For",
            "the header that those proxies add the caller's address to, `Forwarded` or `X-Forwarded-For`; must be set"
                    + " with them, since the other one is passed on as the caller wrote it and is not read"),
    TILGANG_KREV(
            "tilgang.krev",
            null,
            "JA/NEI",
            "ja eller nei: om et scope bare teller når virksomheten har en avtale som gir det; ja i produksjon, ellers nei",
            "`ja` or `nei`: whether a scope of a token counts only while its consumer has an agreement for it (see"
                    + " [Agreements](#agreements-on-access)); `ja` in `produksjon`, else `nei`. With `ja` in `test` the"
                    + " addresses of the agreements are let in, beside those of `ipfilter.tillat`, which then need not be set"),
    USIKKERT_GODTA(
            "usikkert.godta",
            null,
            "NAVN,…",
            "Det usikre som godtas i produksjon: utsteder-http, uten-avtaler, lesbare-noekler; ellers starter ikke serveren med det",
            "what a server in `produksjon` is to start with all the same, with commas between: `utsteder-http` (an issuer by http),"
                    + " `uten-avtaler` (`tilgang.krev=nei`), `lesbare-noekler` (a key or a password that other users of the machine"
                    + " can read or change). Without it such a start is refused; with it the log warns once an hour. For a"
                    + " rehearsal, or a move, and nothing else"),
    INNSYNSLOGG(
            "innsynslogg",
            "paa",
            "PAA/AV",
            "paa eller av: om innsynsloggen føres; kan bare slås av i lokal",
            "`paa` or `av`: whether the innsynslogg is kept; it can be turned off in `lokal` alone, to measure what it costs"),
    INNSYNSLOGG_MAPPE(
            "innsynslogg.mappe",
            null,
            "MAPPE",
            "Mappen til innsynsloggen; innsynslogg i datamappen. Hver instans må ha sin egen",
            "the folder of the innsynslogg, of this instance alone; `innsynslogg` in the data folder. A disk of its own keeps"
                    + " it from being filled by others"),
    INNSYNSLOGG_SEGMENT(
            "innsynslogg.segment",
            null,
            "BYTE",
            "Hvor stor plass innsynsloggen holder av om gangen; 64MiB, i lokal 1MiB",
            "how much room the innsynslogg takes at a time, and holds ready beside that: `64MiB`, in `lokal` `1MiB`. An entry"
                    + " takes about 500 bytes. Protects look-ups from a disk that others have filled"),
    INNSYNSLOGG_OPPBEVARING(
            "innsynslogg.oppbevaring",
            "1827",
            "DAGER",
            "Hvor mange dager føringer i innsynsloggen tas vare på",
            "for how many days entries of the innsynslogg are kept, five years; what is older is pruned, and that is signed"),
    INNSYNSLOGG_SJEKKPUNKT(
            "innsynslogg.sjekkpunkt",
            "1t",
            "VARIGHET",
            "Hvor ofte det signeres et sjekkpunkt av innsynsloggen, når noe er ført siden sist",
            "how often a checkpoint of the innsynslogg is signed, when there is something new. What is cut off before a"
                    + " checkpoint can be seen, after it not"),
    INNSYNSLOGG_SJEKKPUNKTKOPI(
            "innsynslogg.sjekkpunktkopi",
            null,
            "FIL",
            "Fil der hvert sjekkpunkt også skrives, helst på en annen maskin",
            "a file that each checkpoint is added to beside the log's own, preferably where the user of the server cannot"
                    + " alter it, such as a mounted share that only takes additions"),
    VARSEL_SVEIP(
            "varsel.sveip",
            "5000/1t",
            "ANTALL/VARIGHET",
            "Hvor mange forskjellige virksomheter og personer en konsument kan slå opp i et tidsrom før det varsles om at det"
                    + " ligner et gjennomsøk; av varsler ikke",
            "how many different virksomheter and persons a consumer may ask for over how long before a log event and a metric"
                    + " tell that it begins to look like a sweep; `av` for never. Nobody is stopped by it"),
    VARSEL_UNNTATTE(
            "varsel.unntatte",
            "20%/1t",
            "ANDEL/VARIGHET",
            "Hvor stor del av en konsuments oppslag i et tidsrom som kan vise personer unntatt innsyn i full før det varsles;"
                    + " av varsler ikke",
            "which share of a consumer's look-ups over how long, of at least 100, may show persons unntatt innsyn in full"
                    + " before a log event and a metric tell that it is unusual; `av` for never. Nobody is stopped by it"),
    MASKINPORTEN_CA(
            "maskinporten.ca",
            null,
            "FIL",
            "PEM-fil med sertifikatutstederne som klienter i lokal kan vise virksomhetssertifikat fra; ingen uten den",
            "a PEM file of certificate authorities, in `lokal` only: a client may then show a certificate of theirs (`x5c`)"
                    + " to `/maskinporten/token`; without it registered keys alone count"),
    STOPPTID(
            "stopptid",
            "25s",
            "VARIGHET",
            "Hvor lenge pågående kall kan gå når serveren stopper",
            "how long requests in flight may take when the server stops; then they are cut, so that a slow download cannot"
                    + " hold back a restart: with what is closed after them a stop is over within 30 s"),
    TOTALBESTAND_CRON(
            "totalbestand.cron",
            "0 0 * * *",
            "CRON",
            "Når totalbestanden fornyes: minutt time dag måned ukedag, som i cron; av fornyer den ikke",
            "when the totalbestand is renewed: the five fields of cron. A run that was missed is made up for at start; with"
                    + " `av` one is made only when there is none"),
    TOTALBESTAND_SONE(
            "totalbestand.sone",
            "Europe/Oslo",
            "SONE",
            "Tidssonen som totalbestand.cron er skrevet i",
            "the time zone of `totalbestand.cron`, by its IANA name. A time that summer time skips comes right after the"
                    + " gap, one that it repeats comes once"),
    TOTALBESTAND_OPPBEVARING(
            "totalbestand.oppbevaring",
            "7",
            "DAGER",
            "Hvor mange dager en totalbestand tas vare på; den nyeste tas alltid vare på",
            "for how many days a totalbestand is kept on the disk; the newest is kept always. Protects the disk, while"
                    + " what was handed out during a week can still be looked into"),
    TOTALBESTAND_MAPPE(
            "totalbestand.mappe",
            null,
            "MAPPE",
            "Mappen til totalbestanden; totalbestand i datamappen. Flere instanser må dele den",
            "the folder of the files of totalbestand; `totalbestand` in the data folder. Instances that share a database must"
                    + " share it, so that each serves the same file"),
    TOTALBESTAND_LEIE(
            "totalbestand.leie",
            "1m",
            "VARIGHET",
            "Hvor lenge en instans som lager totalbestanden, kan være taus før en annen tar over",
            "how long the instance that makes the totalbestand may be silent before another takes over; what it was at is"
                    + " then never put in service. Protects against one that died, or was suspended, while it made it"),
    TOTALBESTAND_BODS(
            "totalbestand.bods",
            "ja",
            "JA/NEI",
            "ja eller nei: om totalbestanden også lages som BODS, i den samme gjennomgangen av registeret",
            "`ja` or `nei`: whether the totalbestand is made as BODS too, in the same pass over the register. It takes time and"
                    + " disk; with `nei` there is the JSON alone, and `format=bods` is answered 404"),
    FORVALTNING_PORT(
            "forvaltning.port",
            null,
            "PORT",
            "Port for forvaltning, bare på loopback; 8081, eller en ledig når port er 0; «av» slår den av",
            "the management port, on loopback alone: `8081`, or a free one where `port` is 0; `av` turns it off"),
    LOGG_FORMAT(
            "logg.format",
            null,
            "FORMAT",
            "json eller tekst; tekst i lokal, ellers json",
            "`json` or `tekst`: `tekst` in `lokal`, else `json`"),
    GRENSE_HEADERE(
            "grense.headere",
            "16KiB",
            "BYTE",
            "Hvor store headerne i et kall kan være til sammen",
            "how large the headers of a request may be, together; above it 431. Protects the memory: they are held whole, and"
                    + " a token with two headers of tracing is under 4 KiB"),
    GRENSE_LEDIG(
            "grense.ledig",
            "30s",
            "VARIGHET",
            "Hvor lenge en tilkobling kan være helt taus",
            "how long a connection may be silent. Protects against clients that are gone without saying so"),
    GRENSE_FART(
            "grense.fart",
            "4KiB",
            "BYTE",
            "Hvor mange byte i sekundet en klient minst må sende eller ta imot, målt over 30 s; 0B slår det av",
            "how many bytes a second a client must at least send of a request or take of an answer, over 30 s; `0B` for any."
                    + " Protects against clients that hold connections by a byte now and then. A download at twice as much is"
                    + " never cut"),
    GRENSE_TILKOBLINGER(
            "grense.tilkoblinger",
            "1000",
            "ANTALL",
            "Hvor mange tilkoblinger som er åpne samtidig; de neste må vente",
            "how many connections are open at once; the next wait unanswered, and silent ones are closed after 5 s. Protects"
                    + " memory and open files of a machine with 1 GB: a download costs at most 0.3 MB"),
    GRENSE_KALL(
            "grense.kall",
            "256",
            "ANTALL",
            "Hvor mange kall som er under arbeid samtidig, nedlastinger ikke medregnet; de neste får 503",
            "how many requests are in hand at once: 48 worked on, the others waiting for at most 2 s; the next get 503. Files"
                    + " and large answers being sent do not count. Protects those who are in from those who come: an answer late is no answer"),
    GRENSE_STROEMMER(
            "grense.stroemmer",
            "5",
            "ANTALL",
            "Hvor mange hendelsesstrømmer av endringsloggen en konsument kan ha åpne samtidig; de neste får 429",
            "how many event streams of the endringslogg a consumer may have open at once; the next get 429. All consumers"
                    + " together may have half of `grense.tilkoblinger`; the next get 503. Protects the others from one that opens"
                    + " them and forgets them"),
    GRENSE_NEDLASTINGER(
            "grense.nedlastinger",
            "20",
            "ANTALL",
            "Hvor mange nedlastinger av totalbestanden en konsument kan ha i gang samtidig; de neste får 429",
            "how many downloads of the totalbestand a consumer may have under way at once, each part of a file counting; the"
                    + " next get 429. Protects the connections of the others"),
    OPPSLAG_HURTIGVEI(
            "oppslag.hurtigvei",
            "ja",
            "JA/NEI",
            "ja eller nei: om vanlige oppslag besvares foran Jersey; svarene er de samme",
            "`ja` or `nei`: whether plain look-ups are answered in front of Jersey, which is faster. The answers are the same;"
                    + " `nei` is for finding out whether it has a part in a fault"),
    INNSYN_SIDE(
            "innsyn.side",
            null,
            "JA/NEI",
            "ja eller nei: om innsynssiden /innsyn er med; ja i lokal, ellers nei",
            "`ja` or `nei`: whether the innsyn page `/innsyn` is served (see [The innsyn page](#the-innsyn-page)); `ja` in"
                    + " `lokal`, else `nei`. It gives nobody any access: it calls the API with the token of whoever uses it"),
    KVOTE_OPPSLAG(
            "kvote.oppslag",
            "30000/1m",
            "ANTALL/VARIGHET",
            "Hvor mange oppslag en konsument kan gjøre i et tidsrom, for eksempel 30000/1m"
                    + "; kall utover det får 429; av gir ingen grense",
            "how many look-ups, of both surfaces together, a consumer may make over how long: so"
                    + " many at once, and as many again evenly over the time; `av`"
                    + " for any; the next get 429. Protects the others from one whose loop has gone wrong"),
    KVOTE_SOEK(
            "kvote.soek",
            "3000/1m",
            "ANTALL/VARIGHET",
            "Hvor mange søk en konsument kan gjøre i et tidsrom, for eksempel 3000/1m"
                    + "; kall utover det får 429; av gir ingen grense",
            "how many searches a consumer may make over how long: so"
                    + " many at once, and as many again evenly over the time; `av`"
                    + " for any; the next get 429. A search reads more than a look-up"),
    KVOTE_TOTALBESTAND(
            "kvote.totalbestand",
            "600/10m",
            "ANTALL/VARIGHET",
            "Hvor mange kall mot totalbestanden en konsument kan gjøre i et tidsrom, for eksempel 600/10m"
                    + "; kall utover det får 429; av gir ingen grense",
            "how many requests for the totalbestand, of both surfaces together, each part of a file counting, a consumer may make over how long: so"
                    + " many at once, and as many again evenly over the time; `av`"
                    + " for any; the next get 429. Protects the line: a mirror needs one a day"),
    KVOTE_ENDRINGSLOGG(
            "kvote.endringslogg",
            "6000/1m",
            "ANTALL/VARIGHET",
            "Hvor mange kall mot endringslogg og sekvensnummer en konsument kan gjøre i et tidsrom, for eksempel 6000/1m"
                    + "; kall utover det får 429; av gir ingen grense",
            "how many requests for the endringslogg or a sekvensnummer a consumer may make over how long: so"
                    + " many at once, and as many again evenly over the time; `av`"
                    + " for any; the next get 429. A follower that asks once a second needs 60");

    private final String noekkel;
    private final String standard;
    private final String verdi;
    private final String beskrivelse;
    private final String forLesereAvReadme;

    Innstilling(String noekkel, String standard, String verdi, String beskrivelse, String forLesereAvReadme) {
        this.noekkel = noekkel;
        this.standard = standard;
        this.verdi = verdi;
        this.beskrivelse = beskrivelse;
        this.forLesereAvReadme = forLesereAvReadme;
    }

    /** The key in the file. */
    public String noekkel() {
        return noekkel;
    }

    /** The flag on the command line. */
    public String flagg() {
        return "--" + noekkel.replace('.', '-');
    }

    /** The environment variable. */
    public String variabel() {
        return "RRH_" + noekkel.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The value when nothing is set. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    /** What kind of value it takes, for the help text. */
    public String verdi() {
        return verdi;
    }

    /** What it does, in bokmål, for the help text. */
    public String beskrivelse() {
        return beskrivelse;
    }

    /** What it does and what its default protects against, in English, for the table in the README. */
    String forLesereAvReadme() {
        return forLesereAvReadme;
    }

    static Optional<Innstilling> medNoekkel(String noekkel) {
        return Arrays.stream(values()).filter(i -> i.noekkel.equals(noekkel)).findFirst();
    }

    static Optional<Innstilling> medVariabel(String variabel) {
        return Arrays.stream(values())
                .filter(i -> i.variabel().equals(variabel))
                .findFirst();
    }
}

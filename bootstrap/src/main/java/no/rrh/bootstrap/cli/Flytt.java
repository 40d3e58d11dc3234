package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Flytting;
import no.rrh.persistence.register.Flyttelytter;
import no.rrh.persistence.register.Kontrollsum;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code flytt}: copies a register to where it is to live from now on, H2 or PostgreSQL. */
final class Flytt implements Kommando {
    private static final String FRA = "--fra";
    private static final String TIL = "--til";
    private static final String PAA_NYTT = "--paa-nytt";

    private final PrintStream feil;

    Flytt(PrintStream feil) {
        this.feil = feil;
    }

    @Override
    public String navn() {
        return "flytt";
    }

    @Override
    public Set<Innstilling> flagg() {
        return Set.of(
                Innstilling.DATA,
                Innstilling.MILJOE,
                Innstilling.CONFIG,
                Innstilling.DB_BRUKER,
                Innstilling.DB_PASSORD,
                Innstilling.DB_PASSORDFIL);
    }

    /** The folder is the one whose innsynslogg tells of the move; the user of one database is that of the other too. */
    @Override
    public Map<Innstilling, String> avledet(ParseResult valg) {
        Map<Innstilling, String> avledet = new EnumMap<>(Innstilling.class);
        for (String sted : List.of(sted(valg, FRA), sted(valg, TIL))) {
            avledet.putIfAbsent(Flytting.erDatabase(sted) ? Innstilling.DB_URL : Innstilling.DATA, sted);
        }
        return avledet;
    }

    private static String sted(ParseResult valg, String navn) {
        return valg.matchedOptionValue(navn, "");
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description("Flytter et register, med historikk, endringslogg og numre, mellom en datamappe (H2) og en"
                        + " PostgreSQL-database. Stopp serveren først. Registeret det flyttes fra, endres ikke. En flytting"
                        + " som ble avbrutt, går videre der den var når kommandoen kjøres igjen.");
        spec.addOption(sted(FRA, "Datamappen eller databasen (jdbc:postgresql://…) registeret ligger i"));
        spec.addOption(sted(TIL, "Ny datamappe eller tom database (jdbc:postgresql://…) det skal ligge i"));
        spec.addOption(OptionSpec.builder(PAA_NYTT)
                .description("Forkast det en avbrutt flytting har flyttet, og begynn forfra")
                .build());
        spec.addOption(Samtalepartner.stille());
    }

    private static OptionSpec sted(String navn, String beskrivelse) {
        return OptionSpec.builder(navn)
                .type(String.class)
                .required(true)
                .paramLabel(navn.substring(2).toUpperCase(Locale.ROOT))
                .description(beskrivelse)
                .build();
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String fra = sted(valg, FRA);
        String til = sted(valg, TIL);
        boolean stille = valg.hasMatchedOption(Samtalepartner.STILLE);
        try (Flytting flytting = Flytting.aapne(innstillinger, fra, til);
                Viser viser = new Viser(stille)) {
            Kommandologg.foer(innstillinger, navn());
            Kontrollsum sum = flytting.flytt(valg.hasMatchedOption(PAA_NYTT), viser);
            viser.visk();
            if (!stille) {
                siFra(fra, til, sum);
            }
        }
    }

    private void siFra(String fra, String til, Kontrollsum sum) {
        feil.println("Flyttet fra " + utenValg(fra) + " til " + utenValg(til) + ": " + sum.virksomheter()
                + " virksomheter, siste endring " + sum.sekvensnummer() + ". Innholdet er likt begge steder:");
        sum.tabeller().forEach(tabell -> feil.printf("  %-32s %12d rader%n", tabell.navn(), tabell.rader()));
        feil.println("  kontrollsum " + sum.sum());
        feil.println("Det som gjenstår:");
        feil.println("- Start serveren på det nye, " + start(til) + ". Kjør ikke ny-generasjon: numrene fortsetter.");
        feil.println("- Registeret i " + utenValg(fra)
                + " er uendret. Start ikke noe på det igjen: da ville numre bli brukt" + " to ganger.");
        feil.println(
                "- Filene av totalbestand og innsynsloggen ligger ikke i registeret: bruk datamappen de ligger i, eller"
                        + " kopier mappene totalbestand og innsynslogg fra den til den nye.");
    }

    /** With all of the address, which holds no password: without its query the server would be reached without TLS. */
    static String start(String til) {
        return Flytting.erDatabase(til) ? "med --db '" + til + "'" : "med --data " + til + " og uten --db";
    }

    private static String utenValg(String sted) {
        return Flytting.erDatabase(sted) ? sted.replaceFirst("\\?.*$", "") : sted;
    }

    /** Shows the steps one after another. */
    private final class Viser implements Flyttelytter, AutoCloseable {
        private static final Map<Trinn, String> NAVN = Map.of(
                Trinn.KOPIERING, "Kopierer",
                Trinn.KONTROLL_AV_KILDEN, "Leser det gamle for kontroll",
                Trinn.KONTROLL_AV_MAALET, "Leser det nye for kontroll",
                Trinn.PERSONINDEKS, "Lager indeksen over personer");

        private final boolean stille;
        private Framdriftsviser viser;

        Viser(boolean stille) {
            this.stille = stille;
        }

        @Override
        public void begynner(Trinn trinn, long rader) {
            visk();
            if (!stille) {
                feil.println(NAVN.get(trinn) + (rader > 0 ? ": " + rader + " rader" : ""));
                viser = new Framdriftsviser(feil, Framdriftsviser.erTerminal(), "rader");
                viser.ialt(rader);
            }
        }

        @Override
        public void ferdig(long rader) {
            if (viser != null) {
                viser.ferdig(rader);
            }
        }

        @Override
        public void close() {
            visk();
        }

        private void visk() {
            if (viser != null) {
                viser.close();
                viser = null;
            }
        }
    }
}

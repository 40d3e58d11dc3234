package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.application.port.out.Innsynsfoering.Utfall;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.bootstrap.kanal.Oppdrag;
import no.rrh.domain.rettighetshaver.Foedselsnummer;

/** Has the innsynslogg tell of commands: before one begins, so that none is carried out that it does not tell of, and after. */
public final class Kommandofoering {
    /** What of a command's choices is told of, and what it must look like to be: a person may give anything. */
    private static final Map<String, Pattern> DETALJER = new TreeMap<>(Map.of(
            Registeroppdrag.RESTEN, Pattern.compile("[A-Z]{1,10}"),
            Sikkerhetskopioppdrag.UTEN_TOTALBESTAND, Pattern.compile("ja"),
            Registeroppdrag.FORM, Pattern.compile("[A-Za-z]{1,10}"),
            Registeroppdrag.PAKKING, Pattern.compile("[A-Z]{1,10}"),
            Tilgangsoppdrag.AVTALE, Pattern.compile("\\d{1,9}"),
            Tilgangsoppdrag.ORGNR, Pattern.compile("\\d{9}"),
            Innsynsoppdrag.CONSUMER, Pattern.compile("\\d{9}"),
            Innsynsoppdrag.ORGANISASJONSNUMMER, Pattern.compile("\\d{9}"),
            Innsynsoppdrag.PERSON, Pattern.compile("ja")));

    private final Innsynslogg logg;
    private final Clock klokke;

    public Kommandofoering(Innsynslogg logg, Clock klokke) {
        this.logg = logg;
        this.klokke = klokke;
    }

    /** The same work, told of. */
    Oppdrag foert(String navn, Oppdrag oppdrag) {
        return utfoering -> {
            String sporing = UUID.randomUUID().toString();
            foer(navn, utfoering.valg(), Fase.BEGYNT, "begynt", sporing);
            boolean ferdig = false;
            try {
                oppdrag.utfoer(utfoering);
                ferdig = true;
            } finally {
                foer(navn, utfoering.valg(), Fase.AVSLUTTET, ferdig ? "fullfoert" : "feilet", sporing);
            }
        };
    }

    /** Tells of a command that is carried out elsewhere. */
    public void foer(Map<String, String> valg) {
        foer(
                valg.get(Registeroppdrag.KOMMANDO),
                valg,
                Fase.HEL,
                "begynt",
                UUID.randomUUID().toString());
    }

    private void foer(String navn, Map<String, String> valg, Fase fase, String utfall, String sporing) {
        String detaljer = DETALJER.entrySet().stream()
                .filter(detalj -> valg.containsKey(detalj.getKey()))
                .map(detalj -> detalj.getKey() + "="
                        + (detalj.getValue().matcher(valg.get(detalj.getKey())).matches()
                                ? valg.get(detalj.getKey())
                                : "ugyldig"))
                .collect(Collectors.joining(" "));
        skriv(
                navn,
                valg,
                fase,
                utfall,
                sporing,
                Hva.detaljer(Optional.of(detaljer).filter(tekst -> !tekst.isEmpty())));
    }

    /**
     * Tells of the person that a command is about to search the log for.
     *
     * @throws InnsynsloggenSvarerIkke when that cannot be written
     */
    void soeker(String navn, Map<String, String> valg, Foedselsnummer person) {
        vist(navn, valg, Hva.soek(person));
    }

    /**
     * Tells that a command hands out everybody who stands in force at the change.
     *
     * @param fil what it is that it hands out
     * @throws InnsynsloggenSvarerIkke when that cannot be written
     */
    void utleverer(String navn, Map<String, String> valg, String fil, long sekvensnummer) {
        vist(navn, valg, Hva.utlevering(fil, sekvensnummer));
    }

    private void vist(String navn, Map<String, String> valg, Hva hva) {
        skriv(navn, valg, Fase.DEL, "vist", UUID.randomUUID().toString(), hva);
    }

    private void skriv(String navn, Map<String, String> valg, Fase fase, String utfall, String sporing, Hva hva) {
        try {
            logg.foer(new Innsynsfoering(
                            klokke.instant(),
                            fase,
                            "kommando-" + navn,
                            Hvem.bruker(valg.getOrDefault(Registeroppdrag.BRUKER, "-")),
                            hva,
                            new Utfall(utfall),
                            sporing))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new InnsynsloggenSvarerIkke(new IOException(e.getCause()));
        }
    }
}

package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.application.port.out.Innsynsfoering.Utfall;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.bootstrap.kanal.Oppdrag;

/** Has the innsynslogg tell of commands: before one begins, so that none is carried out that it does not tell of, and after. */
public final class Kommandofoering {
    /** What of a command's choices is no one's: words of our own, and numbers of agreements and virksomheter. */
    private static final List<String> DETALJER = List.of(
            Registeroppdrag.RESTEN,
            Registeroppdrag.FORM,
            Registeroppdrag.PAKKING,
            Tilgangsoppdrag.AVTALE,
            Tilgangsoppdrag.ORGNR,
            Innsynsoppdrag.CONSUMER,
            Innsynsoppdrag.ORGANISASJONSNUMMER,
            Innsynsoppdrag.PERSON);

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
        String detaljer = DETALJER.stream()
                .filter(valg::containsKey)
                .map(noekkel -> noekkel + "=" + valg.get(noekkel))
                .collect(Collectors.joining(" "));
        try {
            logg.foer(new Innsynsfoering(
                            klokke.instant(),
                            fase,
                            "kommando-" + navn,
                            Hvem.bruker(valg.getOrDefault(Registeroppdrag.BRUKER, "-")),
                            Hva.detaljer(Optional.of(detaljer).filter(tekst -> !tekst.isEmpty())),
                            new Utfall(utfall),
                            sporing))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new InnsynsloggenSvarerIkke(new IOException(e.getCause()));
        }
    }
}

package no.rrh.domain.tilgang;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * That a virksomhet has access, on which legal ground, and who decided so (the source's «Hvordan få tilgang»).
 *
 * @param nummer which agreement, from 1
 * @param consumer the virksomhet that has access
 * @param miljoe the environment that it is for
 * @param ipadresser addresses and CIDR ranges it calls from, where the environment filters by them
 * @param gyldigFra the first day it holds, in Norway
 * @param gyldigTil the last day it holds; absent when it has no end
 * @param besluttetAv who decided, as its case file names them
 * @param trukket whether it has been revoked, for good
 */
public record Tilgangsavtale(
        long nummer,
        Organisasjonsnummer consumer,
        Hjemmel hjemmel,
        String miljoe,
        Kontaktperson kontaktperson,
        List<String> ipadresser,
        LocalDate gyldigFra,
        Optional<LocalDate> gyldigTil,
        String besluttetAv,
        boolean trukket) {
    private static final ZoneId NORGE = ZoneId.of("Europe/Oslo");
    private static final int FLEST_TEGN = 4000;
    private static final Pattern BESLUTTET_AV = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}");

    public Tilgangsavtale {
        ipadresser = List.copyOf(ipadresser);
        if (gyldigTil.filter(gyldigFra::isAfter).isPresent()) {
            throw new UgyldigVerdi("avtalen kan ikke slutte å gjelde før den begynner: gyldig til må være " + gyldigFra
                    + " eller senere");
        }
        if (String.join(",", ipadresser).length() > FLEST_TEGN) {
            throw new UgyldigVerdi(
                    "IP-adressene kan være på høyst " + FLEST_TEGN + " tegn til sammen; samle dem i områder");
        }
        if (!BESLUTTET_AV.matcher(besluttetAv).matches()) {
            throw new UgyldigVerdi("hvem som har besluttet tilgangen, må oppgis med 1 til 200 tegn");
        }
    }

    /** The scope that follows from its legal ground. */
    public Scope scope() {
        return hjemmel.scope();
    }

    /** Whether it holds at the time. */
    public boolean gjelder(Instant tidspunkt) {
        LocalDate dag = tidspunkt.atZone(NORGE).toLocalDate();
        return !trukket
                && !dag.isBefore(gyldigFra)
                && gyldigTil.filter(dag::isAfter).isEmpty();
    }

    /** Whether both would give the same virksomhet access on the same legal ground on the same day. */
    public boolean overlapper(Tilgangsavtale annen) {
        return consumer.equals(annen.consumer)
                && hjemmel == annen.hjemmel
                && miljoe.equals(annen.miljoe)
                && !trukket
                && !annen.trukket
                && gyldigTil.filter(annen.gyldigFra::isAfter).isEmpty()
                && annen.gyldigTil.filter(gyldigFra::isAfter).isEmpty();
    }

    /** The same agreement, revoked. */
    public Tilgangsavtale trekk(String beslutter) {
        return new Tilgangsavtale(
                nummer, consumer, hjemmel, miljoe, kontaktperson, ipadresser, gyldigFra, gyldigTil, beslutter, true);
    }
}

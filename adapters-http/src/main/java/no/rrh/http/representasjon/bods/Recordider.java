package no.rrh.http.representasjon.bods;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.rrh.domain.innsyn.Personmerke;
import no.rrh.domain.innsyn.Pseudonymisering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * The {@code recordId}s of one virksomhet and those around it, all under the register's secret: the same from time to time, and
 * nothing that links this virksomhet's to another's.
 */
final class Recordider {
    private final Organisasjonsnummer virksomhet;
    private final Pseudonymisering hemmelig;
    private final Map<String, Integer> lukket = new HashMap<>();

    Recordider(Organisasjonsnummer virksomhet, Pseudonymisering hemmelig) {
        this.virksomhet = virksomhet;
        this.hemmelig = hemmelig;
    }

    /** That of the virksomhet itself. */
    Recordid virksomheten() {
        return av("virksomhet");
    }

    /** That of a virksomhet that stands between, or of a relationship. */
    Recordid av(String hva) {
        return gjeldende(kort(hemmelig.pseudonym("bods|" + virksomhet.verdi() + "|" + hva)));
    }

    /** That of a person. */
    Recordid person(Personmerke merke) {
        return gjeldende(kort(merke.pseudonym(virksomhet, hemmelig)));
    }

    private Recordid gjeldende(String grunnlag) {
        int ganger = lukket.getOrDefault(grunnlag, 0);
        return new Recordid(grunnlag, ganger == 0 ? grunnlag : grunnlag + "-" + ganger);
    }

    /** What comes back after this is a new record. */
    void lukk(Recordid id) {
        lukket.merge(id.grunnlag(), 1, Integer::sum);
    }

    private static String kort(UUID pseudonym) {
        return pseudonym.toString().replace("-", "");
    }
}

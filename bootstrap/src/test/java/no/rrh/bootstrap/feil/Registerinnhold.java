package no.rrh.bootstrap.feil;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * All that a register holds, but the times of its changes. Not to be compared by a library that prints what it compares.
 *
 * @param endringer number and change, from the first on
 */
record Registerinnhold(List<RegistreringspliktigVirksomhet> virksomheter, List<List<Object>> endringer) {
    static Registerinnhold les(Endringslogg logg, Virksomhetsregister register) {
        List<List<Object>> endringer = new ArrayList<>();
        TreeSet<String> numre = new TreeSet<>();
        for (NummerertEndring endring : logg.etter(0, Integer.MAX_VALUE)) {
            endringer.add(List.of(endring.sekvensnummer(), endring.endring()));
            numre.add(endring.endring().organisasjonsnummer().verdi());
        }
        List<RegistreringspliktigVirksomhet> virksomheter = new ArrayList<>();
        numre.forEach(nummer -> register.hent(new Organisasjonsnummer(nummer)).ifPresent(virksomheter::add));
        return new Registerinnhold(virksomheter, endringer);
    }

    /** How much there is, for a message. */
    String omfang() {
        return virksomheter.size() + " virksomheter, " + endringer.size() + " changes";
    }
}

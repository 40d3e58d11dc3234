package no.rrh.domain.rettighetshaver;

import java.util.List;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.Tekst;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** A virksomhet between the reell rettighetshaver and the one that reports: Norwegian or foreign, never both. */
public sealed interface MellomliggendeVirksomhet {
    /** A Norwegian one, known by its number. */
    record NorskVirksomhet(Organisasjonsnummer organisasjonsnummer) implements MellomliggendeVirksomhet {}

    /**
     * A foreign one.
     *
     * @param registreringsnummerIHjemlandet absent when not stated
     */
    record UtenlandskVirksomhet(Optional<String> registreringsnummerIHjemlandet, String navn, Adresse adresse)
            implements MellomliggendeVirksomhet {
        public UtenlandskVirksomhet {
            registreringsnummerIHjemlandet.ifPresent(nummer -> Tekst.krev("registreringsnummerIHjemlandet", nummer));
            Tekst.krev("navn", navn);
        }
    }

    /**
     * A foreign address.
     *
     * @param friAdressetekst its lines, at least one
     */
    record Adresse(List<String> friAdressetekst, LandAlfa2 land) {
        public Adresse {
            friAdressetekst = List.copyOf(friAdressetekst);
            if (friAdressetekst.isEmpty()) {
                throw new UgyldigVerdi("friAdressetekst må ha minst én linje");
            }
            friAdressetekst.forEach(linje -> Tekst.krev("friAdressetekst", linje));
        }
    }
}

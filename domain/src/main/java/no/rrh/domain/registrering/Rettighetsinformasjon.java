package no.rrh.domain.registrering;

import java.util.List;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.Tekst;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;

/** What a registration states: its holders, or the place where they are known instead. The three exclude each other. */
public sealed interface Rettighetsinformasjon {
    /** No holders and no other place. */
    Rettighetshavere INGEN = new Rettighetshavere(List.of());

    /**
     * The holders themselves.
     *
     * @param reelleRettighetshavere may be empty
     */
    record Rettighetshavere(List<ReellRettighetshaver> reelleRettighetshavere) implements Rettighetsinformasjon {
        public Rettighetshavere {
            reelleRettighetshavere = List.copyOf(reelleRettighetshavere);
        }
    }

    /** A NUF with its main office in the EEA: the holders stand in that country's register. */
    record UtenlandskRegister(LandAlfa2 land, String internettadresse) implements Rettighetsinformasjon {
        public UtenlandskRegister {
            Tekst.krev("internettadresse", internettadresse);
        }
    }

    /** An ASA, SE or SPA whose shares are traded on a regulated market. */
    record RegulertMarked(String navn, LandAlfa2 land, String internettadresse) implements Rettighetsinformasjon {
        public RegulertMarked {
            Tekst.krev("navn", navn);
            Tekst.krev("internettadresse", internettadresse);
        }
    }
}

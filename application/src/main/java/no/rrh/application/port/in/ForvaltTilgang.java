package no.rrh.application.port.in;

import java.util.List;
import java.util.function.UnaryOperator;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Tilgangsavtale;

/** The agreements on access, as those who run the register see to them. */
public interface ForvaltTilgang {
    /**
     * Makes an agreement.
     *
     * @param bruker who does it
     * @throws UgyldigVerdi when the environment filters by address and it has none
     * @throws Registerkonflikt when the virksomhet has another on the same legal ground for some of the time
     */
    Tilgangsavtale gi(Avtaleforslag forslag, String bruker);

    /**
     * Alters an agreement.
     *
     * @param endring gives the agreement as it is to be, with the same number and consumer
     * @throws Registerkonflikt when there is none of that number, it has been revoked, or it would be as {@link #gi} refuses
     */
    Tilgangsavtale endre(long nummer, UnaryOperator<Tilgangsavtale> endring, String bruker);

    /**
     * Revokes an agreement, for good.
     *
     * @param besluttetAv who decided
     * @throws Registerkonflikt when there is none of that number, or it has been revoked already
     */
    Tilgangsavtale trekk(long nummer, String besluttetAv, String bruker);

    /**
     * All that has been done to an agreement, oldest first.
     *
     * @throws Registerkonflikt when there is none of that number
     */
    List<Avtaleendring> vis(long nummer);

    /** The agreements as they stand, by number, the revoked and the ended among them. */
    List<Tilgangsavtale> liste();
}

package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import no.rrh.bootstrap.system.FalskMaskinporten;
import no.rrh.bootstrap.system.FalskMaskinporten.Tilstand;
import no.rrh.bootstrap.system.Vent;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/**
 * Tokens of an issuer whose clock is ahead of the server's, or behind. Their times are whole seconds, so that they are
 * sent early in one.
 */
class KlokkeslingringFeil {
    private static final int RUNDER = 10;
    private static final long TIDLIG_MS = 700;

    private enum Krav {
        /** Issued so many seconds from now, by an issuer that is so much ahead. */
        IAT_FRAM((krav, naa) -> krav.setIssuedAt(NumericDate.fromSeconds(naa))),
        /** Good from so many seconds from now. */
        NBF_FRAM((krav, naa) -> krav.setNotBefore(NumericDate.fromSeconds(naa))),
        /** Good for less than a second more, by an issuer that is so many seconds behind. */
        EXP_BAK((krav, naa) -> {
            krav.setIssuedAt(NumericDate.fromSeconds(naa - 100));
            krav.setExpirationTime(NumericDate.fromSeconds(naa + 1));
        });

        private final BiConsumer<JwtClaims, Long> sett;

        Krav(BiConsumer<JwtClaims, Long> sett) {
            this.sett = sett;
        }
    }

    private record Slingring(Krav krav, int sekunder, int status) {}

    private static final List<Slingring> ALLE = List.of(
            new Slingring(Krav.IAT_FRAM, 10, 200),
            new Slingring(Krav.IAT_FRAM, 11, 403),
            new Slingring(Krav.NBF_FRAM, 10, 200),
            new Slingring(Krav.NBF_FRAM, 11, 403),
            new Slingring(Krav.EXP_BAK, -10, 200),
            new Slingring(Krav.EXP_BAK, -11, 403));

    @Test
    void tenSecondsAreFineAndElevenAreNot() throws Exception {
        try (Maaling maaling = Maaling.av(Rad.KLOKKESLINGRING, Lager.values()[0], new Froe(0));
                Utenforserver server = Utenforserver.start(Tilstand.SVARER)) {
            Vent.til(
                    "there are keys",
                    Duration.ofSeconds(35),
                    () -> server.oppslagMed(FalskMaskinporten.FOERSTE) == 200);
            for (int runde = 0; runde < RUNDER; runde++) {
                for (Slingring en : ALLE) {
                    assertThat(status(server, en))
                            .as("%s by %d s", en.krav, en.sekunder)
                            .isEqualTo(en.status);
                    maaling.tell(en.status == 200 ? "tokens 10 s off accepted" : "tokens 11 s off refused");
                    maaling.gang();
                }
            }
            maaling.si("iat and nbf ahead, exp behind");
            maaling.bestaatt();
        }
    }

    /** Asks again when the answer did not come within the second. */
    private static int status(Utenforserver server, Slingring en) {
        while (true) {
            Vent.til(
                    "it is early in a second",
                    Duration.ofSeconds(5),
                    () -> System.currentTimeMillis() % 1000 < TIDLIG_MS);
            long sekund = System.currentTimeMillis() / 1000;
            int status = server.oppslagMed(
                    FalskMaskinporten.FOERSTE, krav -> en.krav.sett.accept(krav, sekund + en.sekunder));
            if (System.currentTimeMillis() / 1000 == sekund) {
                return status;
            }
        }
    }
}

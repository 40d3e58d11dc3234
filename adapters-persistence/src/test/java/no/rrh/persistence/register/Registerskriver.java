package no.rrh.persistence.register;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * A process that opens a register and says so, and then writes to it with several threads until it is killed, while one
 * follows the endringslogg. What a transaction registered is printed when it has been acknowledged, and a change when it
 * has been read.
 */
final class Registerskriver {
    private static final int TRAADER = 4;

    private final H2Register h2;
    private final PrintStream ut;

    private Registerskriver(H2Register h2, PrintStream ut) {
        this.h2 = h2;
        this.ut = ut;
    }

    public static void main(String[] argumenter) {
        H2Register h2 = H2Register.aapne(Path.of(argumenter[0]), Clock.systemUTC());
        PrintStream ut = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ut.println("open");
        Registerskriver skriver = new Registerskriver(h2, ut);
        for (int i = 0; i < TRAADER; i++) {
            new Thread(skriver::skrivTilDrept).start();
        }
        skriver.foelgTilDrept();
    }

    private void skrivTilDrept() {
        Virksomhetsregister register = h2.virksomhetsregister();
        while (true) {
            Organisasjonsnummer nummer =
                    Eksempler.organisasjonsnummer(ThreadLocalRandom.current().nextInt(5_000_000));
            UUID id = UUID.randomUUID();
            register.skriv(skriving -> {
                Registerendring endring = Registerfoering.registrer(
                        skriving.hent(nummer), nummer, Eksempler.registrering(id, Eksempler.REGISTRERT, true));
                skriving.lagre(endring);
                return null;
            });
            ut.println("S " + nummer + " " + id);
        }
    }

    private void foelgTilDrept() {
        long lest = 0;
        while (true) {
            for (NummerertEndring endring : h2.endringslogg().etter(lest, 100)) {
                lest = endring.sekvensnummer();
                ut.println("L " + lest + " " + endring.endring().registreringsid());
            }
        }
    }
}

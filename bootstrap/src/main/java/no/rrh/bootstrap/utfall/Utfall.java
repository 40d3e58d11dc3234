package no.rrh.bootstrap.utfall;

import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import no.rrh.application.port.out.AnnenSkrivingPaagaar;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.innsynslogg.InnsynsloggenErIBruk;
import no.rrh.persistence.register.DatabasenKanIkkeBrukes;
import no.rrh.persistence.register.Flyttefeil;
import no.rrh.persistence.register.ManglerPlass;
import no.rrh.persistence.register.NyereSkjema;
import no.rrh.persistence.register.RegisteretErIBruk;
import no.rrh.persistence.register.RegisteretErOedelagt;
import no.rrh.persistence.register.UferdigFlytting;
import no.rrh.persistence.sikkerhetskopi.UbrukeligSikkerhetskopi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a command ended.
 *
 * @param kode the exit code
 * @param melding what went wrong, one line in bokmål; empty when nothing did
 */
public record Utfall(int kode, String melding) {
    /** The command did what it was asked to. */
    public static final int OK = 0;

    /** The command failed. */
    public static final int FEILET = 1;

    /** The command line or a setting is wrong. */
    public static final int FEIL_BRUK = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Utfall.class);

    /** What does not belong in a line, and could tell a terminal to do something. */
    private static final Pattern USYNLIG = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    /** Whatever the message repeats, it is one line. */
    public Utfall {
        melding = USYNLIG.matcher(melding).replaceAll("?");
    }

    /** Nothing went wrong. */
    public static Utfall ok() {
        return new Utfall(OK, "");
    }

    /** The work failed. */
    public static Utfall feilet(String melding) {
        return new Utfall(FEILET, melding);
    }

    /** What the exception says to the user; one that says nothing to a user is logged, and said to be in the log. */
    public static Utfall av(Throwable feil) {
        if (feil instanceof Innstillingsfeil || feil instanceof UgyldigVerdi) {
            return new Utfall(FEIL_BRUK, feil.getMessage());
        }
        if (feil instanceof Kommandofeil kommandofeil) {
            return new Utfall(kommandofeil.kode(), kommandofeil.getMessage());
        }
        if (feil instanceof Avbrutt
                || feil instanceof Lesefeil
                || feil instanceof Registerkonflikt
                || feil instanceof RegisteretErIBruk
                || feil instanceof RegisteretErOedelagt
                || feil instanceof NyereSkjema
                || feil instanceof DatabasenKanIkkeBrukes
                || feil instanceof UbrukeligSikkerhetskopi
                || feil instanceof Flyttefeil
                || feil instanceof UferdigFlytting
                || feil instanceof ManglerPlass
                || feil instanceof InnsynsloggenErIBruk) {
            return feilet(feil.getMessage());
        }
        if (feil instanceof AnnenSkrivingPaagaar) {
            return feilet("en annen kommando skriver til registeret; prøv igjen når den er ferdig");
        }
        if (feil instanceof DiskenErFull) {
            return feilet("disken er full");
        }
        if (feil instanceof InnsynsloggenSvarerIkke) {
            LOG.error("The innsynslogg cannot be written to or read", feil);
            return feilet(
                    "innsynsloggen kan ikke skrives eller leses, og uten den gjøres ingenting; årsaken står i loggen");
        }
        if (feil instanceof RegisteretSvarerIkke) {
            LOG.error("The register does not answer", feil);
            return feilet("registeret svarer ikke; årsaken står i loggen");
        }
        if (feil instanceof UncheckedIOException) {
            LOG.error("Reading or writing failed", feil);
            return feilet("lesing eller skriving feilet; årsaken står i loggen");
        }
        LOG.error("The command failed", feil);
        return feilet("noe uventet feilet; årsaken står i loggen");
    }
}

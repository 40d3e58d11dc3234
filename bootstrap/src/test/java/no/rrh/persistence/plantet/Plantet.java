package no.rrh.persistence.plantet;

import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import no.rrh.application.port.out.Registerleser;
import no.rrh.application.port.out.Representasjon;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** What the persistence adapter must not do, and what it may. */
public final class Plantet {
    private Plantet() {}

    /** Knows SQL and the whole of a virksomhet. */
    public static final class Lovlig {
        Connection forbindelse;
        RegistreringspliktigVirksomhet virksomhet;
    }

    public static final class KjennerHttp {
        no.rrh.http.plantet.Plantet.Lovlig http;
    }

    @Path("/plantet")
    public static final class Ressurs {}

    public static final class Skriver implements Representasjon {
        @Override
        public Bestandsskriver bestand(OutputStream ut, Del del) {
            return new Enkeltskriver();
        }

        @Override
        public Bestandsskriver linjer(OutputStream ut) {
            return new Enkeltskriver();
        }

        @Override
        public OutputStream gzip(OutputStream ut) {
            return ut;
        }

        @Override
        public OutputStream zip(OutputStream ut, String filnavn) {
            return ut;
        }
    }

    public static final class Enkeltskriver implements Representasjon.Bestandsskriver {
        @Override
        public void skriv(VirksomhetInnsyn virksomhet) {}

        @Override
        public void close() {}
    }

    public static final class Leser implements Registerleser {
        @Override
        public void les(InputStream fil, Mottaker mottaker) {}
    }
}

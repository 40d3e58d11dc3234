package no.rrh.domain.plantet;

import no.rrh.application.port.in.Framdrift;
import org.slf4j.Logger;

/** What the domain must not do. */
public final class Plantet {
    private Plantet() {}

    public static final class KjennerApplication {
        Framdrift framdrift;
    }

    public static final class KjennerBibliotek {
        Logger logger;
    }

    public static final class HolderPaaTraaden {
        ThreadLocal<String> hvem = new ThreadLocal<>();
    }
}

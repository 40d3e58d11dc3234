package no.rrh.application.plantet;

import org.slf4j.Logger;

/** What the application must not do. */
public final class Plantet {
    private Plantet() {}

    public static final class KjennerHttp {
        no.rrh.http.plantet.Plantet.Lovlig http;
    }

    public static final class KjennerPersistence {
        no.rrh.persistence.plantet.Plantet.Lovlig persistence;
    }

    public static final class KjennerBibliotek {
        Logger logger;
    }

    public static final class HolderPaaTraaden {
        Object hvem = new InheritableThreadLocal<String>();
    }
}

package no.rrh.bootstrap.plantet;

import java.time.Clock;
import java.time.Instant;

/** What bootstrap must not do outside its commands, and what it may. */
public final class Plantet {
    private Plantet() {}

    /** Knows what time it is, and both adapters. */
    public static final class Lovlig {
        Clock klokke = Clock.systemUTC();
        Instant naa = Instant.now();
        no.rrh.http.plantet.Plantet.Lovlig http;
        no.rrh.persistence.plantet.Plantet.Lovlig persistence;
    }

    public static final class SkriverUt {
        void skriv() {
            System.out.println();
        }
    }
}

package no.rrh.http.plantet;

import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Logger;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.lesing.plantet.Plantet.Leser;

/** What the HTTP adapter must not do, and what it may. */
public final class Plantet {
    private Plantet() {}

    /** Takes its time from a clock, and says nothing. */
    public static final class Lovlig {
        Instant tid(Clock klokke) {
            long start = System.nanoTime();
            return Instant.now(klokke).plusNanos(System.nanoTime() - start);
        }
    }

    public static final class KjennerPersistence {
        no.rrh.persistence.plantet.Plantet.Lovlig persistence;
    }

    public static final class SerRegistrering {
        List<Registrering> registreringer;
    }

    public static final class SerRettighetshaver {
        boolean unntatt(Object person) {
            return person instanceof ReellRettighetshaver;
        }
    }

    public static final class SerVirksomhet {
        Optional<UUID> gjeldende(Virksomhetsregister register, Organisasjonsnummer nummer) {
            return register.hent(nummer)
                    .map(virksomhet -> new UUID(0, virksomhet.registreringer().size()));
        }
    }

    public static final class SerVirksomhetMedReferanse {
        Object slettet(Virksomhetsregister register, Organisasjonsnummer nummer) {
            return register.hent(nummer).map(RegistreringspliktigVirksomhet::slettet);
        }
    }

    @Path("/plantet")
    public static final class ImporterendeRessurs {
        Leser leser;
    }

    public static final class KjennerSql {
        Connection forbindelse;
    }

    public static final class Lager implements Endringslogg {
        @Override
        public List<NummerertEndring> etter(long sekvensnummer, int antall) {
            return List.of();
        }

        @Override
        public long siste() {
            return 0;
        }

        @Override
        public long foer(Instant tidspunkt) {
            return 0;
        }

        @Override
        public List<Generasjon> generasjoner() {
            return List.of();
        }
    }

    public static final class SerPaaVeggen {
        Instant naa = Instant.now();
    }

    public static final class SerPaaVeggenMedReferanse {
        Supplier<LocalDate> idag = LocalDate::now;
    }

    public static final class SerPaaVeggenISone {
        LocalDate idag = LocalDate.now(ZoneOffset.UTC);
    }

    public static final class SerPaaVeggenSomTall {
        long naa = System.currentTimeMillis();
    }

    public static final class SerPaaVeggenSomDato {
        Date naa = new Date();
    }

    public static final class HarEgenKlokke {
        Clock klokke = Clock.systemUTC();
    }

    public static final class HarEgenKlokkeISone {
        Clock klokke = Clock.systemDefaultZone();
    }

    public static final class SkriverUt {
        void skriv() {
            System.out.println();
        }
    }

    public static final class SkriverFeil {
        void skriv() {
            System.err.println();
        }
    }

    public static final class SkriverStakken {
        void skriv(IllegalStateException feil) {
            feil.printStackTrace();
        }
    }

    public static final class LoggerMedJava {
        Logger logger;
    }
}

package no.rrh.application.port.in;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import no.rrh.application.port.out.Innsynsarkiv.LestFoering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;

/** Finds entries of the innsynslogg. */
public interface SoekInnsyn {
    /**
     * Hands over every entry that was asked for.
     *
     * @param mottaker takes the entry and, where a person was asked for, why it is about the person
     * @return how many lines could not be read: the answer may not be all of it, and the log should be verified
     */
    long finn(Kriterier kriterier, BiConsumer<LestFoering, Set<Grunn>> mottaker);

    /** Why an entry is about a person. */
    enum Grunn {
        /** A registration was shown in which the person stands, in the version that was shown. */
        VIST("vist"),
        /** The person was searched for. */
        SOEKT("soekt"),
        /** A file was handed out that holds the person. */
        FIL("fil");

        private final String verdi;

        Grunn(String verdi) {
            this.verdi = verdi;
        }

        /** Its name as it is shown. */
        public String verdi() {
            return verdi;
        }
    }

    /**
     * What is asked for: all of it must hold.
     *
     * @param fra the earliest time
     * @param til the time before which
     */
    record Kriterier(
            Optional<Foedselsnummer> person,
            Optional<String> consumer,
            Optional<String> organisasjonsnummer,
            Optional<String> operasjon,
            Optional<String> sporing,
            Optional<Instant> fra,
            Optional<Instant> til) {}
}

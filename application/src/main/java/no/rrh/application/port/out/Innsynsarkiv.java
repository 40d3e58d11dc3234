package no.rrh.application.port.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;

/** What the innsynslogger of one or several instances hold. */
public interface Innsynsarkiv {
    /**
     * Reads every entry, instance after instance, each in its order.
     *
     * @return how many lines were no entries, and were passed over: changed by somebody
     * @throws InnsynsloggenSvarerIkke when they cannot be read
     */
    long les(Consumer<LestFoering> mottaker);

    /** What stands for the person in entries that tell of a search, under every key that is kept. */
    Set<String> merker(Foedselsnummer person);

    /**
     * An entry as it was read.
     *
     * @param instans whose chain it stands in
     * @param nummer its number there
     * @param viste the registrations shown
     * @param soektmerke what stands for the person that was searched for
     * @param fil the digest of the file that was handed out
     * @param sekvensnummer the last change that the file holds
     * @param json all of it
     */
    record LestFoering(
            String instans,
            long nummer,
            Instant tidspunkt,
            String operasjon,
            Optional<String> consumer,
            Optional<String> organisasjonsnummer,
            Optional<String> sporing,
            List<VistRegistrering> viste,
            Optional<String> soektmerke,
            Optional<String> fil,
            OptionalLong sekvensnummer,
            boolean utlevert,
            String json) {}
}

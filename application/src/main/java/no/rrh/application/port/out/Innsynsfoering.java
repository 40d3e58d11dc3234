package no.rrh.application.port.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * One entry of the innsynslogg.
 *
 * @param tidspunkt when it was made
 * @param fase which part of a call or command it tells of
 * @param operasjon what was called, in the words of the register
 * @param hvem who called
 * @param hva what it was about, and what was shown
 * @param utfall how it ended
 * @param sporing the correlation id of the call: the same in all its entries, its log line and its error
 */
public record Innsynsfoering(
        Instant tidspunkt, Fase fase, String operasjon, Hvem hvem, Hva hva, Utfall utfall, String sporing) {
    /** Which part of a call an entry tells of. */
    public enum Fase {
        /** All of it. */
        HEL("hel"),
        /** The beginning of one that takes its time, such as a download. */
        BEGYNT("begynt"),
        /** What it went on to show. */
        DEL("del"),
        /** Its end. */
        AVSLUTTET("avsluttet");

        private final String verdi;

        Fase(String verdi) {
            this.verdi = verdi;
        }

        /** Its name in the log. */
        public String verdi() {
            return verdi;
        }
    }

    /**
     * Who called.
     *
     * @param consumer absent when the caller could not be told
     * @param klientId the client at Maskinporten
     * @param scope the scope that let it in; where nothing did, all that the token had
     * @param hjemmel the code of the legal ground, by the agreement
     * @param avtale the number of the agreement
     * @param bruker the user of the machine who gave a command
     */
    public record Hvem(
            Optional<Organisasjonsnummer> consumer,
            Optional<Organisasjonsnummer> supplier,
            Optional<String> klientId,
            Optional<String> scope,
            Optional<String> hjemmel,
            OptionalLong avtale,
            Optional<String> bruker) {
        /** Somebody who could not be told. */
        public static final Hvem UKJENT = new Hvem(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());

        /** A user of the machine. */
        public static Hvem bruker(String navn) {
            return new Hvem(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.of(navn));
        }
    }

    /**
     * What a call was about, and what was shown.
     *
     * @param organisasjonsnummer the one that was asked for, where it is well formed
     * @param viste every registration shown, and in which version
     * @param soekt the person that was searched for; the log keeps a keyed hash alone
     * @param fil the digest of the file that was handed out
     * @param sekvensnummer the last change that the file holds
     * @param unntatteIFull whether persons unntatt innsyn were shown in full
     * @param detaljer what else there is to say, in words and numbers of our own
     */
    public record Hva(
            Optional<Organisasjonsnummer> organisasjonsnummer,
            List<VistRegistrering> viste,
            Optional<Foedselsnummer> soekt,
            Optional<String> fil,
            OptionalLong sekvensnummer,
            boolean unntatteIFull,
            Optional<String> detaljer) {
        public Hva {
            viste = List.copyOf(viste);
        }

        /** A search for the person, and nothing that was found by it. */
        public static Hva soek(Foedselsnummer person) {
            return new Hva(
                    Optional.empty(),
                    List.of(),
                    Optional.of(person),
                    Optional.empty(),
                    OptionalLong.empty(),
                    false,
                    Optional.empty());
        }

        /** Everybody who stands in force at the change, in full. */
        public static Hva utlevering(String fil, long sekvensnummer) {
            return new Hva(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.of(fil),
                    OptionalLong.of(sekvensnummer),
                    true,
                    Optional.empty());
        }

        /** Nothing of the register, only these words. */
        public static Hva detaljer(Optional<String> detaljer) {
            return new Hva(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    false,
                    detaljer);
        }
    }

    /**
     * How it ended.
     *
     * @param navn in a word
     * @param status the HTTP status, where there is one
     */
    public record Utfall(String navn, OptionalInt status) {
        /** That of a command. */
        public Utfall(String navn) {
            this(navn, OptionalInt.empty());
        }

        /** That of an answer. */
        public static Utfall av(int status) {
            return new Utfall(navn(status), OptionalInt.of(status));
        }

        private static String navn(int status) {
            if (status == 304) {
                return "uendret";
            }
            if (status == 404) {
                return "ikke-funnet";
            }
            if (status >= 500) {
                return "feilet";
            }
            return status >= 400 ? "avvist" : "vist";
        }
    }
}

package no.rrh.bootstrap.feil;

import java.util.List;

/** The rows of the table: the faults that the system is put to, and when it has stood them. */
enum Rad {
    IMPORTDRAP(
            "kill -9 during import",
            "the old register or the new one, never a mix; ready again in 30 s; the import run again completes",
            Lager.values()),
    SKRIVEDRAP(
            "kill -9 right after a write was answered",
            "nothing answered is lost, no number is used again",
            Lager.values()),
    TOTALBESTANDDRAP(
            "kill -9 during the making of the file",
            "every file served matches its digest; left-overs are removed",
            Lager.values()),
    FULL_DISK(
            "disk full while the file is made",
            "the last file stays in service, nothing partial is seen, readiness says so, recovers by itself"),
    NOEKKELSTANS(
            "JWKS down, slow, or answering 500",
            "known keys go on; at most 2 fetches a minute whatever arrives; a cold start without keys answers 503"),
    NOEKKELBYTTE("key rotation", "a new kid is accepted within 30 s; a removed key is refused by its cap"),
    KLOKKESLINGRING("clock skew", "10 s is fine, 11 s is refused"),
    STOPP(
            "SIGTERM with 100 requests in flight and a download",
            "none of the 100 fails; new ones are refused; exit within 30 s; the download goes on elsewhere by range"),
    SKADET_REGISTER(
            "corrupt H2 file",
            "the start is refused with a clear message; the file is untouched; a restore works",
            Lager.H2),
    DATABASE_BORTE(
            "database gone, then back",
            "A answers 500, B 503, with the error body, in 2 s; no stack trace, no exhausted pool; well within 10 s after it"
                    + " is back, without a restart",
            Lager.POSTGRESQL),
    TO_INSTANSER(
            "two instances, one PostgreSQL, a schedule of seconds, the maker killed at random",
            "one file a run, the same bytes from both",
            Lager.POSTGRESQL),
    REPLIKA(
            "replica paused",
            "no mirror sees an old state; the replica leaves rotation and comes back",
            Lager.POSTGRESQL);

    private final String feil;
    private final String krav;
    private final List<Lager> lagre;

    Rad(String feil, String krav, Lager... lagre) {
        this.feil = feil;
        this.krav = krav;
        this.lagre = lagre.length == 0 ? List.of(Lager.values()[0]) : List.of(lagre);
    }

    String feil() {
        return feil;
    }

    String krav() {
        return krav;
    }

    /** The stores it is to be tried with. */
    List<Lager> lagre() {
        return lagre;
    }
}

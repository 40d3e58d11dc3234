package no.rrh.persistence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Skriving;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.Radleser.Hode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The register and its endringslogg in a database. */
final class Registertabell implements Virksomhetsregister, Endringslogg {
    private static final int SIDE = 500;
    private static final int SVARTID_I_SEKUNDER = 1;

    private final Jdbi jdbi;
    private final Clock klokke;

    Registertabell(Jdbi jdbi, Clock klokke) {
        this.jdbi = jdbi;
        this.klokke = klokke;
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentGjeldende(Organisasjonsnummer nummer) {
        return lager(() -> jdbi.withHandle(h -> oppslag(h, "hent_gjeldende", nummer)
                .map((rad, kontekst) -> Radleser.gjeldende(rad))
                .findOne()
                .map(Aggregat::virksomhet)));
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
        return lager(() -> jdbi.withHandle(h -> oppslag(h, "hent_virksomhet", nummer)
                .map((rad, kontekst) -> Radleser.hele(rad))
                .findOne()
                .map(Aggregat::virksomhet)));
    }

    private static Query oppslag(Handle handle, String fil, Organisasjonsnummer nummer) {
        return handle.createQuery(Sql.fil(fil))
                .setQueryTimeout(SVARTID_I_SEKUNDER)
                .bind("organisasjonsnummer", nummer.tall());
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentVed(Organisasjonsnummer nummer, long sekvensnummer) {
        return lager(() -> jdbi.inTransaction(
                TransactionIsolationLevel.SERIALIZABLE, h -> new Gjenskaping(h, nummer, sekvensnummer).virksomhet()));
    }

    @Override
    public <T> T lesBestand(Function<Bestand, T> leser) {
        // Of H2's levels only this one keeps to what was committed when the transaction began, in every table
        return lager(() -> jdbi.inTransaction(
                TransactionIsolationLevel.SERIALIZABLE, handle -> leser.apply(new Snapshot(handle))));
    }

    @Override
    public <T> T skriv(Function<Skriving, T> arbeid) {
        return lager(() -> jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            Skriveoekt oekt = Skriveoekt.start(handle, klokke);
            T resultat = arbeid.apply(oekt);
            oekt.fullfoer();
            return resultat;
        }));
    }

    @Override
    public boolean erTomt() {
        return lager(() -> jdbi.withHandle(h -> tall(h, "finnes_noen"))) == 0;
    }

    @Override
    public List<NummerertEndring> etter(long sekvensnummer, int antall) {
        return lager(() -> jdbi.withHandle(h -> h.createQuery(Sql.fil("hent_endringer"))
                .bind("etter", sekvensnummer)
                .bind("antall", antall)
                .map((rad, kontekst) -> Radleser.endring(rad))
                .list()));
    }

    @Override
    public long siste() {
        return lager(() -> jdbi.withHandle(h -> tall(h, "siste_sekvensnummer")));
    }

    private static long tall(Handle handle, String fil) {
        return handle.createQuery(Sql.fil(fil))
                .setQueryTimeout(SVARTID_I_SEKUNDER)
                .mapTo(Long.class)
                .one();
    }

    /** Faults of the store come out as one kind; what the caller's own code throws comes out as it is. */
    private static <T> T lager(Supplier<T> arbeid) {
        try {
            return arbeid.get();
        } catch (JdbiException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    private record Snapshot(Handle handle) implements Bestand {
        @Override
        public long sekvensnummer() {
            return lager(() -> tall(handle, "siste_sekvensnummer"));
        }

        @Override
        public void forHverGjeldende(Consumer<RegistreringspliktigVirksomhet> mottaker) {
            int etter = -1;
            List<Aggregat> side;
            do {
                side = side(etter);
                for (Aggregat aggregat : side) {
                    mottaker.accept(aggregat.virksomhet());
                    etter = aggregat.nummer().tall();
                }
            } while (side.size() == SIDE);
        }

        private List<Aggregat> side(int etter) {
            return lager(() -> handle.createQuery(Sql.fil("hent_bestand"))
                    .bind("etter", etter)
                    .bind("antall", SIDE)
                    .map((rad, kontekst) -> Radleser.gjeldende(rad))
                    .list());
        }
    }

    /** Puts a virksomhet together as it stood after one change. */
    private record Gjenskaping(Handle handle, Organisasjonsnummer nummer, long ved) {
        Optional<RegistreringspliktigVirksomhet> virksomhet() {
            return oppslag(handle, "hent_virksomhet", nummer)
                    .map((rad, kontekst) -> Radleser.hele(rad))
                    .findOne()
                    .flatMap(naa -> hode(naa)
                            .map(hode -> new RegistreringspliktigVirksomhet(
                                    nummer, hode.foerstRegistrert(), hode.slettet(), registreringer(naa))));
        }

        private Optional<Hode> hode(Aggregat naa) {
            return naa.hodeFra() <= ved
                    ? Optional.of(new Hode(naa.foerstRegistrert(), naa.slettet()))
                    : tidligere("hent_tidligere_hode")
                            .map((rad, kontekst) -> Radleser.hode(rad))
                            .findOne();
        }

        private List<Registrering> registreringer(Aggregat naa) {
            List<Lagret> tidligere = tidligere("hent_tidligere_registreringer")
                    .map((rad, kontekst) ->
                            Dokument.les(rad.getBytes("innhold")).get(0))
                    .list();
            List<Registrering> registreringer = new ArrayList<>();
            Stream.concat(naa.registreringer().stream().filter(r -> r.fra() <= ved), tidligere.stream())
                    .forEach(lagret -> registreringer.add(slikDenSto(lagret, naa)));
            return registreringer;
        }

        /** When a registration was gjeldende is kept with its newest version, for all of them. */
        private Registrering slikDenSto(Lagret lagret, Aggregat naa) {
            boolean gjeldende = naa.finn(lagret.registrering().registreringsid())
                    .filter(nyeste -> nyeste.erGjeldendeVed(ved))
                    .isPresent();
            return lagret.registrering().medGjeldende(gjeldende);
        }

        private Query tidligere(String fil) {
            return oppslag(handle, fil, nummer).bind("sekvensnummer", ved);
        }
    }
}

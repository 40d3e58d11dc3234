package no.rrh.persistence.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import no.rrh.application.port.out.Personhistorikk;
import no.rrh.application.port.out.Personindeks;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.register.Innsetting.Verdier;
import no.rrh.persistence.register.Lager.Skrevet;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of persons in a database that speaks the SQL of this module. */
final class Sqlpersonindeks implements Personindeks, Personhistorikk {
    private static final Logger LOG = LoggerFactory.getLogger(Sqlpersonindeks.class);
    private static final String FINN_PERSON = Sql.av("finn_person");
    private static final String TOEM_PERSONER = Sql.av("toem_personer");
    private static final String FINN_TIDLIGERE_PERSON = Sql.av("finn_tidligere_person");
    private static final String TOEM_TIDLIGERE_PERSONER = Sql.av("toem_tidligere_personer");
    private static final String HENT_TIDLIGERE_INNHOLD = Sql.av("hent_tidligere_innhold");
    private static final String HENT_NOEKKELMERKE = Sql.av("hent_noekkelmerke");
    private static final String NYTT_NOEKKELMERKE = Sql.av("nytt_noekkelmerke");
    private static final String SLETT_NOEKKELMERKE = Sql.av("slett_noekkelmerke");
    private static final int FOER_ALLE = -1;

    /** The rows come in no order, so that a small batch writes every page of the index anew. */
    private static final int SENDING = 50_000;

    private final Lager lager;
    private final Lesing lesing;
    private final Personnoekkel noekkel;

    Sqlpersonindeks(Lager lager, Lesing lesing, Personnoekkel noekkel) {
        this.lager = lager;
        this.lesing = lesing;
        this.noekkel = noekkel;
    }

    @Override
    public List<Organisasjonsnummer> virksomheter(
            Foedselsnummer person, Optional<Organisasjonsnummer> etter, int antall) {
        return lesing.slaaOpp(handle -> handle.createQuery(FINN_PERSON)
                .bind("person", noekkel.person(person))
                .bind("etter", etter.map(Organisasjonsnummer::tall).orElse(FOER_ALLE))
                .bind("antall", antall)
                .map(Rader::nummer)
                .list());
    }

    @Override
    public List<Organisasjonsnummer> virksomheterNoengang(Foedselsnummer person) {
        return lager.slaaOpp(handle -> handle.createQuery(FINN_TIDLIGERE_PERSON)
                .bind("person", noekkel.person(person))
                .map(Rader::nummer)
                .list());
    }

    /** The present is read first, as what it loses goes to the past in the same commit. */
    @Override
    public List<Registrering> versjoner(Organisasjonsnummer nummer) {
        return lager.slaaOpp(handle -> Sqlregister.hentLagret(handle, nummer)
                .map(naa -> Stream.concat(
                                naa.virksomhet().registreringer().stream(), tidligereVersjoner(handle, nummer).stream())
                        .toList())
                .orElse(List.of()));
    }

    private static List<Registrering> tidligereVersjoner(Handle handle, Organisasjonsnummer nummer) {
        return handle.createQuery(HENT_TIDLIGERE_INNHOLD)
                .bind("nummer", nummer.tall())
                .map(Rader::tidligereVersjon)
                .list();
    }

    /**
     * Makes the index anew unless it has been made under this key: for a register that an earlier version made, for a new
     * key, and for one whose making was broken off. Nobody else writes meanwhile.
     */
    void byggOmNoedvendig() {
        boolean ferdig = lager.slaaOpp(handle -> handle.createQuery(HENT_NOEKKELMERKE)
                .mapTo(UUID.class)
                .findOne()
                .filter(noekkel.merke()::equals)
                .isPresent());
        if (!ferdig) {
            bygg();
        }
    }

    private void bygg() {
        LOG.info("Making the index of persons");
        long start = System.nanoTime();
        skriv(handle -> handle.execute(SLETT_NOEKKELMERKE));
        skriv(handle -> handle.execute(TOEM_PERSONER));
        skriv(handle -> handle.execute(TOEM_TIDLIGERE_PERSONER));
        Bygging bygging = new Bygging();
        lager.iOeyeblikksbilde(handle -> {
            new Sqlbestand(handle).forHver(virksomhet -> bygging.ta(handle, virksomhet));
            return null;
        });
        bygging.send();
        skriv(handle -> handle.createUpdate(NYTT_NOEKKELMERKE)
                .bind("merke", noekkel.merke())
                .execute());
        LOG.atInfo()
                .addKeyValue("rows", bygging.sendt)
                .addKeyValue("ms", (System.nanoTime() - start) / 1_000_000)
                .log("Made the index of persons");
    }

    private void skriv(ToIntFunction<Handle> arbeid) {
        lager.skriv(handle -> new Skrevet<>(arbeid.applyAsInt(handle), 0));
    }

    /** A row of person_virksomhet. */
    record Plass(UUID person, Organisasjonsnummer nummer) implements Comparable<Plass> {
        static final Innsetting NY = Innsetting.medKopi("ny_person");
        static final Innsetting NY_TIDLIGERE = Innsetting.av("ny_tidligere_person");

        @Override
        public int compareTo(Plass annen) {
            int forskjell = person.compareTo(annen.person);
            return forskjell != 0 ? forskjell : nummer.compareTo(annen.nummer);
        }

        void bind(Verdier sending) {
            sending.bind("person", person).bind("nummer", nummer.tall());
        }
    }

    /** What has been read and not yet written. */
    private final class Bygging {
        private final Set<Plass> plasser = new TreeSet<>();
        private final Set<Plass> tidligere = new TreeSet<>();
        private long sendt;

        void ta(Handle handle, RegistreringspliktigVirksomhet virksomhet) {
            Set<Foedselsnummer> naa = virksomhet.personer();
            naa.forEach(nummer -> plasser.add(plass(nummer, virksomhet)));
            tidligereVersjoner(handle, virksomhet.organisasjonsnummer()).stream()
                    .flatMap(versjon -> versjon.personer().stream())
                    .filter(nummer -> !naa.contains(nummer))
                    .forEach(nummer -> tidligere.add(plass(nummer, virksomhet)));
            if (plasser.size() + tidligere.size() >= SENDING) {
                send();
            }
        }

        private Plass plass(Foedselsnummer nummer, RegistreringspliktigVirksomhet virksomhet) {
            return new Plass(noekkel.person(nummer), virksomhet.organisasjonsnummer());
        }

        void send() {
            send(Plass.NY, plasser);
            send(Plass.NY_TIDLIGERE, tidligere);
        }

        private void send(Innsetting innsetting, Set<Plass> rader) {
            if (rader.isEmpty()) {
                return;
            }
            skriv(handle -> {
                lager.dialekt().settInn(handle, innsetting, rader, Plass::bind);
                return rader.size();
            });
            sendt += rader.size();
            rader.clear();
        }
    }
}

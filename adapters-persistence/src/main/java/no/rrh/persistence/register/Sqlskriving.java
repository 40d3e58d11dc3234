package no.rrh.persistence.register;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.Skriving;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.jdbi.v3.core.Handle;

/**
 * A writing transaction under way. It holds the lock on the counter from its first statement to its commit, so that it
 * alone hands out numbers, and nobody sees a later number before an earlier one.
 */
final class Sqlskriving implements Skriving {
    private static final String LAAS_SEKVENS = Sql.av("laas_sekvens");
    private static final String OPPDATER_SEKVENS = Sql.av("oppdater_sekvens");
    private static final String HENT_EIER = Sql.av("hent_eier");
    private static final String HENT_FORVENTEDE = Sql.av("hent_forventede");
    private static final String HENT_OPPTATTE = Sql.av("hent_opptatte");
    private static final String LES_IKKE_SLETTEDE = Sql.av("les_ikke_slettede");
    private static final int FOER_ALLE = -1;

    private final Handle handle;
    private final Clock klokke;
    private final Vikeplikt.Arbeid arbeid;
    private final Skrivebuffer buffer;
    private final Sekvens foer;

    /** What was looked up beforehand, until it is stored: absent where there is none. */
    private final Map<Organisasjonsnummer, Optional<Lagret>> forventet = new HashMap<>();

    /** The registreringsids that were looked up beforehand and not found, until they are stored. */
    private final Set<UUID> ledige = new HashSet<>();

    /** Of a register that was empty at the beginning: all that has been stored. What is not in it need not be looked up. */
    private final Optional<Kanskje> skrevet;

    private Sekvens naa;

    Sqlskriving(Handle handle, Dialekt dialekt, Clock klokke, Personnoekkel noekkel, Vikeplikt.Arbeid arbeid) {
        this(handle, dialekt, klokke, noekkel, arbeid, Skrivebuffer.FULL_REGISTRERINGER);
    }

    /** One in which so many registreringsids wait to be sent together. */
    Sqlskriving(
            Handle handle,
            Dialekt dialekt,
            Clock klokke,
            Personnoekkel noekkel,
            Vikeplikt.Arbeid arbeid,
            int fulleRegistreringer) {
        this.handle = handle;
        this.klokke = klokke;
        this.arbeid = arbeid;
        this.buffer = new Skrivebuffer(handle, dialekt, noekkel, arbeid, fulleRegistreringer);
        this.foer = handle.createQuery(LAAS_SEKVENS).map(Rader::sekvens).one();
        this.naa = foer;
        this.skrevet = foer.siste() == 0 ? Optional.of(new Kanskje()) : Optional.empty();
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
        return hentLagret(nummer).map(Lagret::virksomhet);
    }

    @Override
    public void ventes(Collection<RegistreringspliktigVirksomhet> neste) {
        arbeid.vik();
        forventet.clear();
        ledige.clear();
        neste.stream()
                .map(RegistreringspliktigVirksomhet::organisasjonsnummer)
                .filter(nummer -> buffer.virksomhet(nummer).isEmpty())
                .forEach(nummer -> forventet.put(nummer, Optional.empty()));
        neste.stream()
                .flatMap(virksomhet -> virksomhet.registreringer().stream())
                .map(Registrering::registreringsid)
                .filter(id -> !buffer.harRegistrering(id))
                .forEach(ledige::add);
        Lagerfeil.oversett(() -> {
            slaaOpp();
            return null;
        });
    }

    private void slaaOpp() {
        List<Integer> numre = forventet.keySet().stream()
                .map(Organisasjonsnummer::tall)
                .filter(nummer -> kanFinnes(alt -> alt.kanHa(nummer)))
                .toList();
        if (!numre.isEmpty()) {
            handle.createQuery(HENT_FORVENTEDE)
                    .bindArray("numre", Integer.class, numre)
                    .map(Rader::lagret)
                    .forEach(lagret -> forventet.put(lagret.virksomhet().organisasjonsnummer(), Optional.of(lagret)));
        }
        List<UUID> ider =
                ledige.stream().filter(id -> kanFinnes(alt -> alt.kanHa(id))).toList();
        if (!ider.isEmpty()) {
            handle.createQuery(HENT_OPPTATTE)
                    .bindArray("ider", UUID.class, ider)
                    .mapTo(UUID.class)
                    .forEach(ledige::remove);
        }
    }

    private boolean kanFinnes(Predicate<Kanskje> noekkel) {
        return skrevet.map(noekkel::test).orElse(true);
    }

    @Override
    public void lagre(Registerendring endring) {
        if (endring.erTom()) {
            return;
        }
        Optional<Lagret> lagret = hentLagret(endring.etter().organisasjonsnummer());
        krevSamme(lagret, endring);
        Overgang overgang = Overgang.av(lagret, endring, naa.siste() + 1);
        overgang.nyeIder().forEach(this::krevLedig);
        buffer.ta(overgang);
        forventet.remove(endring.etter().organisasjonsnummer());
        ledige.removeAll(overgang.nyeIder());
        skrevet.ifPresent(alt -> {
            alt.legg(endring.etter().organisasjonsnummer().tall());
            overgang.nyeIder().forEach(alt::legg);
        });
        Instant tidspunkt = ikkeFoer(naa.tidspunkt());
        for (Endring en : endring.endringer()) {
            naa = new Sekvens(naa.siste() + 1, tidspunkt);
            buffer.ta(new NummerertEndring(naa.siste(), tidspunkt, en));
        }
        Lagerfeil.oversett(() -> {
            buffer.toemHvisFull();
            return null;
        });
    }

    /** What has been written so far is sent first, so that the database answers for this transaction too. */
    @Override
    public List<Organisasjonsnummer> ikkeSlettede(Optional<Organisasjonsnummer> etter, int antall) {
        return Lagerfeil.oversett(() -> {
            buffer.toemRader();
            return handle.createQuery(LES_IKKE_SLETTEDE)
                    .bind("etter", etter.map(Organisasjonsnummer::tall).orElse(FOER_ALLE))
                    .bind("antall", antall)
                    .map(Rader::nummer)
                    .list();
        });
    }

    @Override
    public Generasjon nyGenerasjon(long over) {
        Generasjon ny = new Generasjon(UUID.randomUUID(), Math.max(naa.siste() + 1, over));
        return Lagerfeil.oversett(() -> {
            Sqlendringslogg.leggTil(handle, ny);
            naa = new Sekvens(ny.etter(), naa.tidspunkt());
            return ny;
        });
    }

    /** What is left to do before the commit; gives the number of the last change. */
    long avslutt() {
        buffer.toem();
        if (naa.siste() != foer.siste()) {
            handle.createUpdate(OPPDATER_SEKVENS)
                    .bind("siste", naa.siste())
                    .bind("tidspunkt", Rader.tid(naa.tidspunkt()))
                    .execute();
        }
        return naa.siste();
    }

    private Optional<Lagret> hentLagret(Organisasjonsnummer nummer) {
        Optional<Lagret> forhaand = forventet.get(nummer);
        if (forhaand != null) {
            return forhaand;
        }
        return buffer.virksomhet(nummer).or(() -> Lagerfeil.oversett(() -> Sqlregister.hentLagret(handle, nummer)));
    }

    /** A change worked out from another state would silently undo somebody's. */
    private static void krevSamme(Optional<Lagret> lagret, Registerendring endring) {
        if (!lagret.map(Lagret::virksomhet).equals(endring.foer())) {
            throw new IllegalArgumentException("the state before the change is not the one that is stored");
        }
        boolean mister = lagret.stream()
                .flatMap(foer -> foer.innholdFra().keySet().stream())
                .anyMatch(id -> endring.etter().registrering(id).isEmpty());
        if (mister) {
            throw new IllegalArgumentException("the state after the change lacks a registration that is stored");
        }
    }

    private void krevLedig(UUID id) {
        boolean opptatt = buffer.harRegistrering(id)
                || !ledige.contains(id)
                        && Lagerfeil.oversett(() -> handle.createQuery(HENT_EIER)
                                .bind("registreringsid", id)
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent());
        if (opptatt) {
            throw new Registerkonflikt("registreringsid " + id + " tilhører allerede en annen virksomhet");
        }
    }

    /** The clock's time; it may be set back, the endringslogg's times never go back. */
    private Instant ikkeFoer(Instant forrige) {
        Instant klokken = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        return klokken.isBefore(forrige) ? forrige : klokken;
    }
}

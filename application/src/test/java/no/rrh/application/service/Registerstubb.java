package no.rrh.application.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.Skriving;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** A register that holds what it is given, counts how it is used, and commits a write only when it succeeds. */
class Registerstubb implements Virksomhetsregister {
    private final Map<Organisasjonsnummer, RegistreringspliktigVirksomhet> innhold = new HashMap<>();
    private final List<Registerendring> lagret = new ArrayList<>();
    private int oppslag;
    private int skrivinger;

    Registerstubb(RegistreringspliktigVirksomhet... virksomheter) {
        for (RegistreringspliktigVirksomhet virksomhet : virksomheter) {
            innhold.put(virksomhet.organisasjonsnummer(), virksomhet);
        }
    }

    /** What has been committed. */
    List<Registerendring> lagret() {
        return lagret;
    }

    /** How often {@link #hentGjeldende} was asked. */
    int oppslag() {
        return oppslag;
    }

    /** How many transactions that write there have been, also those that came to nothing. */
    int skrivinger() {
        return skrivinger;
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentGjeldende(Organisasjonsnummer nummer) {
        oppslag++;
        return Optional.ofNullable(innhold.get(nummer))
                .filter(virksomhet -> virksomhet.gjeldende().isPresent());
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
        throw new AssertionError("no use case reads history yet");
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentVed(Organisasjonsnummer nummer, long sekvensnummer) {
        throw new AssertionError("no use case reads back in time");
    }

    @Override
    public <T> T lesBestand(Function<Bestand, T> leser) {
        throw new AssertionError("only the totalbestand reads everything");
    }

    @Override
    public <T> T skriv(Function<Skriving, T> arbeid) {
        skrivinger++;
        Transaksjon transaksjon = new Transaksjon(new HashMap<>(innhold));
        T svar = arbeid.apply(transaksjon);
        innhold.putAll(transaksjon.sett);
        lagret.addAll(transaksjon.endringer);
        return svar;
    }

    @Override
    public boolean erTomt() {
        return innhold.isEmpty();
    }

    private static final class Transaksjon implements Skriving {
        private final Map<Organisasjonsnummer, RegistreringspliktigVirksomhet> sett;
        private final List<Registerendring> endringer = new ArrayList<>();

        private Transaksjon(Map<Organisasjonsnummer, RegistreringspliktigVirksomhet> sett) {
            this.sett = sett;
        }

        @Override
        public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
            return Optional.ofNullable(sett.get(nummer));
        }

        @Override
        public void lagre(Registerendring endring) {
            sett.put(endring.etter().organisasjonsnummer(), endring.etter());
            endringer.add(endring);
        }

        @Override
        public Generasjon nyGenerasjon(long over) {
            return new Generasjon(UUID.randomUUID(), over);
        }

        @Override
        public List<Organisasjonsnummer> ikkeSlettede(Optional<Organisasjonsnummer> etter, int antall) {
            return sett.values().stream()
                    .filter(virksomhet -> virksomhet.slettet().isEmpty())
                    .map(RegistreringspliktigVirksomhet::organisasjonsnummer)
                    .filter(nummer -> etter.filter(foerste -> nummer.compareTo(foerste) <= 0)
                            .isEmpty())
                    .sorted()
                    .limit(antall)
                    .toList();
        }
    }
}

package no.rrh.persistence.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Fills a register with what chance says: histories, deletions, later versions, generations and agreements. */
final class Flytteregister {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-02-03T04:05:06.789Z"), ZoneOffset.UTC);

    private Flytteregister() {}

    /**
     * Does so.
     *
     * @param virksomheter how many there are to choose among
     */
    static void fyll(Registerlager lager, long froe, int virksomheter) {
        Random tilfeldig = new Random(froe);
        for (int runde = 0; runde < 3; runde++) {
            for (int i = 0; i < virksomheter; i += 100) {
                int fra = i;
                lager.virksomhetsregister().skriv(skriving -> {
                    for (int n = fra; n < Math.min(fra + 100, virksomheter); n++) {
                        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(n);
                        foer(tilfeldig, nummer, skriving.hent(nummer)).ifPresent(skriving::lagre);
                    }
                    return null;
                });
            }
            lager.virksomhetsregister().skriv(skriving -> skriving.nyGenerasjon(1_000_000L * tilfeldig.nextInt(100)));
            lager.tilgangsregister().leggTil(foer -> avtale(foer.size() + 1, tilfeldig));
        }
        skrivEn(lager, tilfeldig.nextLong());
    }

    /** One change more. */
    static long skrivEn(Registerlager lager, long id) {
        return skrivEn(
                lager,
                Eksempler.organisasjonsnummer(0),
                Eksempler.registrering(new UUID(id, 1), Eksempler.REGISTRERT, true));
    }

    /** One change more, after which a virksomhet has this person. */
    static long skrivEn(Registerlager lager, Organisasjonsnummer nummer, Person person, long id) {
        Registrering mal = Eksempler.registrering(new UUID(id, 1), Eksempler.REGISTRERT, true);
        return skrivEn(
                lager,
                nummer,
                new Registrering(
                        mal.registreringsid(),
                        mal.versjon(),
                        mal.registreringsstatus(),
                        mal.registrert(),
                        mal.erGjeldende(),
                        mal.reelleRettighetshaverestatus(),
                        new Rettighetshavere(List.of(Eksempler.rettighetshaver(
                                person, false, Eksempler.posisjon(Posisjonstype.KONTROLL_PAA_ANNEN_MAATE)))),
                        mal.uoverensstemmelse()));
    }

    private static long skrivEn(Registerlager lager, Organisasjonsnummer nummer, Registrering registrering) {
        lager.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(Registerfoering.registrer(skriving.hent(nummer), nummer, registrering));
            return null;
        });
        return lager.endringslogg().siste();
    }

    private static Optional<Registerendring> foer(
            Random tilfeldig, Organisasjonsnummer nummer, Optional<RegistreringspliktigVirksomhet> foer) {
        UUID id = new UUID(tilfeldig.nextLong(), tilfeldig.nextLong());
        Instant naa = KLOKKE.instant().plus(Duration.ofMillis(tilfeldig.nextInt(100_000_000)));
        try {
            return Optional.of(
                    switch (tilfeldig.nextInt(6)) {
                        case 0 -> Registerfoering.klargjoer(foer, nummer, id, naa);
                        case 1 -> Registerfoering.slett(foer.orElseThrow(Ingen::new), id, naa);
                        case 2 ->
                            Registerfoering.mottaUoverensstemmelse(
                                    foer.orElseThrow(Ingen::new),
                                    new Uoverensstemmelse("sak " + tilfeldig.nextInt(), naa, Optional.empty()));
                        case 3 ->
                            Registerfoering.innles(
                                    foer,
                                    Eksempler.meldt(nummer, naa),
                                    () -> new UUID(tilfeldig.nextLong(), tilfeldig.nextLong()));
                        default -> Registerfoering.registrer(foer, nummer, Eksempler.registrering(id, naa, true));
                    });
        } catch (Ingen | Registerkonflikt | UgyldigVerdi avvist) {
            return Optional.empty();
        }
    }

    private static Avtaleendring avtale(long nummer, Random tilfeldig) {
        return new Avtaleendring(
                KLOKKE.instant().plusMillis(tilfeldig.nextInt(1_000_000)),
                Avtaleendring.Slag.GITT,
                "drifter",
                new Tilgangsavtale(
                        nummer,
                        Eksempler.organisasjonsnummer((int) nummer),
                        Hjemmel.values()[tilfeldig.nextInt(Hjemmel.values().length)],
                        "lokal",
                        new Kontaktperson("ÆRLIG \\ ØRN", "post@eksempel.no", "+47 12345678"),
                        List.of("192.0.2.1"),
                        LocalDate.parse("2026-05-06"),
                        tilfeldig.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.parse("2027-01-31")),
                        "sak 1/26; «vedtak»",
                        tilfeldig.nextBoolean()));
    }

    /** What is seen of it from outside. */
    static Map<String, Object> innhold(Registerlager lager, int virksomheter) {
        Map<String, Object> alt = new TreeMap<>();
        long siste = lager.endringslogg().siste();
        alt.put("siste", siste);
        alt.put("endringer", lager.endringslogg().etter(0, Integer.MAX_VALUE));
        alt.put("generasjoner", lager.endringslogg().generasjoner());
        alt.put("avtaler", lager.tilgangsregister().endringer());
        for (int n = 0; n < virksomheter; n += 7) {
            Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(n);
            alt.put("naa " + n, lager.virksomhetsregister().hent(nummer));
            for (long ved = 1; ved <= 3L * virksomheter; ved += virksomheter / 5) {
                alt.put("ved " + n + " " + ved, lager.virksomhetsregister().hentVed(nummer, ved));
            }
        }
        Eksempler.ALMINNELIG
                .foedselsEllerDNummer()
                .ifPresent(person -> alt.put(
                        "person", lager.personindeks().virksomheter(person, Optional.empty(), Integer.MAX_VALUE)));
        return alt;
    }

    private static final class Ingen extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

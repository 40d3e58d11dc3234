package no.rrh.http.representasjon.bods;

import java.util.List;
import java.util.Map;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.Tidspunkt;

/** Virksomheter as entity records. */
final class Virksomhetspost {
    private static final String NORGE = "NO";

    /** Enhetsregisteret in the lists of identifiers of org-id.guide. */
    private static final String ENHETSREGISTERET = "NO-BRC";

    private Virksomhetspost() {}

    /** The one that the registration is of. */
    static Post av(Organisasjonsnummer nummer, RegistreringInnsyn registrering, Recordid id) {
        Map<String, Object> detaljer = norsk(nummer, false);
        registrering
                .regulertMarked()
                .ifPresent(marked -> detaljer.put("publicListing", Felter.av("hasPublicListing", true)));
        return Post.uten(id, Post.Slag.VIRKSOMHET, detaljer);
    }

    /** The same with what is said against the registration as a note. */
    static Post medMerknad(Post virksomheten, Uoverensstemmelse uoverensstemmelse) {
        return new Post(
                virksomheten.id(), virksomheten.slag(), virksomheten.detaljer(), List.of(merknad(uoverensstemmelse)));
    }

    /** One that stands between. */
    static Post mellom(MellomliggendeVirksomhet virksomhet, Recordid id) {
        Map<String, Object> detaljer = virksomhet instanceof NorskVirksomhet norsk
                ? norsk(norsk.organisasjonsnummer(), true)
                : utenlandsk((UtenlandskVirksomhet) virksomhet);
        return Post.uten(id, Post.Slag.VIRKSOMHET, detaljer);
    }

    private static Map<String, Object> norsk(Organisasjonsnummer nummer, boolean ledd) {
        return Felter.av(
                "isComponent",
                ledd,
                "entityType",
                Felter.av("type", "registeredEntity"),
                "jurisdiction",
                Felter.av("name", "Norge", "code", NORGE),
                "identifiers",
                List.of(Felter.av("id", nummer.verdi(), "scheme", ENHETSREGISTERET)));
    }

    private static Map<String, Object> utenlandsk(UtenlandskVirksomhet virksomhet) {
        Map<String, Object> land = Felter.land(
                virksomhet.adresse().land().landkode(),
                virksomhet.adresse().land().oppgittNavn());
        Map<String, Object> detaljer = Felter.av(
                "isComponent",
                true,
                "entityType",
                Felter.av(
                        "type",
                        virksomhet.registreringsnummerIHjemlandet().isPresent() ? "registeredEntity" : "legalEntity"),
                "name",
                virksomhet.navn(),
                "jurisdiction",
                land);
        // which register of the country it is of is not stated, so there is no code for it
        virksomhet
                .registreringsnummerIHjemlandet()
                .ifPresent(nummer -> detaljer.put(
                        "identifiers",
                        List.of(Felter.av(
                                "id", nummer, "schemeName", "Registreringsnummer i hjemlandet: " + land.get("name")))));
        detaljer.put(
                "addresses",
                List.of(Felter.av(
                        "type",
                        "registered",
                        "address",
                        String.join(", ", virksomhet.adresse().friAdressetekst()),
                        "country",
                        land)));
        return detaljer;
    }

    private static Map<String, Object> merknad(Uoverensstemmelse uoverensstemmelse) {
        Map<String, Object> merknad = Felter.merknad("", uoverensstemmelse.beskrivelse());
        merknad.put("creationDate", Tidspunkt.skriv(uoverensstemmelse.mottatt()));
        uoverensstemmelse
                .innsender()
                .ifPresent(innsender -> merknad.put("createdBy", Felter.av("name", navn(innsender))));
        return merknad;
    }

    private static String navn(Innsender innsender) {
        if (innsender instanceof Innsender.VarslingspliktigVirksomhet virksomhet) {
            return ENHETSREGISTERET + " " + virksomhet.organisasjonsnummer().verdi();
        }
        if (innsender instanceof Innsender.UtenlandskInnsender utenlandsk) {
            return utenlandsk.fulltNavn();
        }
        return ((Innsender.FolkeregistrertInnsender) innsender)
                .person()
                .navn()
                .map(Personpost::fulltNavn)
                .orElse("En person i Folkeregisteret");
    }
}

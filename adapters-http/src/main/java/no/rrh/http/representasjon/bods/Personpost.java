package no.rrh.http.representasjon.bods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.domain.innsyn.RettighetshaverInnsyn;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/** Reelle rettighetshavere as person records, with what the caller may see of each and no more. */
final class Personpost {
    /** A national number of identity by the form that BODS has for persons: the country, and what kind it is. */
    private static final String NUMMER_I_FOLKEREGISTERET = "NOR-TAXID";

    private static final Grunn SKJERMET = new Grunn(Grunn.UNNTATT, "Personen er unntatt innsyn");
    private static final Grunn UTEN_NAVN = new Grunn("unknown", "Navn er ikke oppgitt");

    private Personpost() {}

    static Post av(RettighetshaverInnsyn holder, Recordid id) {
        Person person = holder.person();
        Map<String, Object> detaljer = Felter.av("isComponent", false);
        List<Map<String, Object>> navn = navn(person);
        List<Map<String, Object>> nummer = nummer(person);
        if (holder.erSkjermet()) {
            detaljer.put("personType", "anonymousPerson");
            detaljer.put("unspecifiedPersonDetails", Felter.uoppgitt(SKJERMET));
        } else if (navn.isEmpty() && nummer.isEmpty()) {
            detaljer.put("personType", "unknownPerson");
            detaljer.put("unspecifiedPersonDetails", Felter.uoppgitt(UTEN_NAVN));
        } else {
            detaljer.put("personType", "knownPerson");
        }
        leggIkkeTom(detaljer, "names", navn);
        leggIkkeTom(detaljer, "identifiers", nummer);
        leggIkkeTom(
                detaljer,
                "nationalities",
                person.statsborgerskap().stream().flatMap(Personpost::land).toList());
        detaljer.put(
                "birthDate",
                person.foedselsdato()
                        .map(Object::toString)
                        .orElseGet(
                                () -> String.format("%04d", person.foedselsaar().getValue())));
        leggIkkeTom(
                detaljer,
                "addresses",
                land(person.bostedsland())
                        .map(land -> Felter.av("type", "residence", "country", land))
                        .toList());
        return new Post(id, Post.Slag.PERSON, detaljer, merknader(person));
    }

    private static void leggIkkeTom(Map<String, Object> detaljer, String felt, List<?> verdier) {
        if (!verdier.isEmpty()) {
            detaljer.put(felt, verdier);
        }
    }

    private static List<Map<String, Object>> navn(Person person) {
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            return folkeregistrert.navn().stream()
                    .map(navn -> Felter.av(
                            "type",
                            "legal",
                            "fullName",
                            fulltNavn(navn),
                            "givenName",
                            sammen(Stream.concat(Stream.of(navn.fornavn()), navn.mellomnavn().stream())),
                            "familyName",
                            navn.etternavn()))
                    .toList();
        }
        return ((UtenlandskPerson) person)
                .fulltNavn().stream()
                        .map(navn -> Felter.av("type", "legal", "fullName", navn))
                        .toList();
    }

    static String fulltNavn(Navn navn) {
        return sammen(Stream.of(Stream.of(navn.fornavn()), navn.mellomnavn().stream(), Stream.of(navn.etternavn()))
                .flatMap(del -> del));
    }

    private static String sammen(Stream<String> deler) {
        return deler.collect(Collectors.joining(" "));
    }

    private static List<Map<String, Object>> nummer(Person person) {
        return person instanceof FolkeregistrertPerson folkeregistrert
                ? folkeregistrert.foedselsEllerDNummer().stream()
                        .map(nummer -> Felter.av("id", nummer.verdi(), "scheme", NUMMER_I_FOLKEREGISTERET))
                        .toList()
                : List.of();
    }

    /** None where it is not known. */
    private static Stream<Map<String, Object>> land(LandAlfa3 land) {
        return land.landkode().equals(LandAlfa3.UOPPGITT.landkode())
                ? Stream.of()
                : Stream.of(Felter.land(land.landkode(), land.oppgittNavn()));
    }

    /** There is a field for the date, which the register does not have. */
    private static List<Map<String, Object>> merknader(Person person) {
        List<Map<String, Object>> merknader = new ArrayList<>();
        if (person instanceof FolkeregistrertPerson folkeregistrert && folkeregistrert.erDoed()) {
            merknader.add(Felter.merknad("/recordDetails", "Personen er registrert som død"));
        }
        return merknader;
    }
}

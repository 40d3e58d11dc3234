package no.rrh.http.representasjon.bods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.rrh.domain.innsyn.Personmerke;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.RettighetshaverInnsyn;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** One registration as the records that are open while it stands, in the order in which they are stated. */
final class Avbildning {
    private final Organisasjonsnummer nummer;
    private final RegistreringInnsyn registrering;
    private final Recordider ider;
    private final Recordid virksomheten;
    private final Map<String, Post> poster = new LinkedHashMap<>();

    private Avbildning(Organisasjonsnummer nummer, RegistreringInnsyn registrering, Recordider ider) {
        this.nummer = nummer;
        this.registrering = registrering;
        this.ider = ider;
        this.virksomheten = ider.virksomheten();
    }

    /** By their ids; none when the virksomhet is deleted by it. */
    static Map<String, Post> av(Organisasjonsnummer nummer, RegistreringInnsyn registrering, Recordider ider) {
        if (registrering.registreringsstatus() == Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET) {
            return Map.of();
        }
        return new Avbildning(nummer, registrering, ider).ordnet();
    }

    private Map<String, Post> ordnet() {
        legg(Virksomhetspost.av(nummer, registrering, virksomheten));
        // one who stands twice is one person, who has all of it
        Map<Personmerke, List<RettighetshaverInnsyn>> hverFor = new LinkedHashMap<>();
        registrering
                .reelleRettighetshavere()
                .forEach(holder -> hverFor.computeIfAbsent(holder.merke(), en -> new ArrayList<>())
                        .add(holder));
        hverFor.forEach((merke, samme) -> legg(samme, ider.person(merke)));
        for (Grunn grunn : Grunn.av(registrering)) {
            legg(Forholdspost.uoppgitt(grunn, virksomheten, ider.av("uoppgitt|" + grunn.kode())));
        }
        Map<String, Post> ordnet = new LinkedHashMap<>();
        Stream.of(Post.Slag.values())
                .flatMap(slag -> poster.values().stream().filter(post -> post.slag() == slag))
                .forEach(post -> ordnet.put(post.id().verdi(), post));
        return ordnet;
    }

    private void legg(List<RettighetshaverInnsyn> samme, Recordid person) {
        legg(Personpost.av(samme.get(0), person));
        List<Posisjon> posisjoner =
                samme.stream().flatMap(holder -> holder.posisjoner().stream()).toList();
        List<String> ledd = posisjoner.stream()
                .flatMap(posisjon -> posisjon.mellomliggendeVirksomheter().stream())
                .distinct()
                .filter(mellom -> !erVirksomhetenSelv(mellom))
                .flatMap(mellom -> ledd(mellom, person).stream())
                .distinct()
                .toList();
        legg(Forholdspost.av(posisjoner, person, ledd, virksomheten, ider.av("forhold|" + person.verdi())));
    }

    /** A virksomhet between, that the person has to do with it, and it with this one: they are a set, and no chain is made of it. */
    private List<String> ledd(MellomliggendeVirksomhet mellom, Recordid person) {
        Recordid id = ider.av("mellom|" + hvilken(mellom));
        Post inn = Forholdspost.ledd(person, id, ider.av("ledd|" + person.verdi() + "|" + id.verdi()));
        Post ut = Forholdspost.ledd(id, virksomheten, ider.av("ledd|" + id.verdi()));
        return Stream.of(Virksomhetspost.mellom(mellom, id), inn, ut)
                .map(this::legg)
                .toList();
    }

    private String legg(Post post) {
        poster.putIfAbsent(post.id().verdi(), post);
        return post.id().verdi();
    }

    private boolean erVirksomhetenSelv(MellomliggendeVirksomhet mellom) {
        return mellom instanceof NorskVirksomhet norsk
                && norsk.organisasjonsnummer().equals(nummer);
    }

    /** A foreign one is known again by its number in its country and its name. */
    private static String hvilken(MellomliggendeVirksomhet mellom) {
        if (mellom instanceof NorskVirksomhet norsk) {
            return "NO|" + norsk.organisasjonsnummer().verdi();
        }
        UtenlandskVirksomhet utenlandsk = (UtenlandskVirksomhet) mellom;
        return String.join(
                "|",
                "utenlandsk",
                utenlandsk.adresse().land().landkode(),
                utenlandsk.registreringsnummerIHjemlandet().orElse(""),
                utenlandsk.navn());
    }
}

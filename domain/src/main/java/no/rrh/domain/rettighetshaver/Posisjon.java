package no.rrh.domain.rettighetshaver;

import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.Tekst;

/**
 * A position through which a reell rettighetshaver owns or controls the virksomhet. Which interval, grunnlag or
 * combination a position may have is a rule of registering and is not kept here: older registrations do not follow it.
 *
 * @param beskrivelse {@code beskrivelseAvPosisjonenKontrollPaaAnnenMaate}, free text that may name persons, so
 *     {@link #toString} leaves it out
 */
public record Posisjon(
        Posisjonstype posisjonstype,
        Optional<Stoerrelsesintervall> stoerrelsesintervall,
        Optional<String> beskrivelse,
        List<Grunnlagstype> grunnlagstyper,
        List<MellomliggendeVirksomhet> mellomliggendeVirksomheter) {
    public Posisjon {
        beskrivelse.ifPresent(tekst -> Tekst.krev("beskrivelseAvPosisjonenKontrollPaaAnnenMaate", tekst));
        grunnlagstyper = List.copyOf(grunnlagstyper);
        mellomliggendeVirksomheter = List.copyOf(mellomliggendeVirksomheter);
    }

    /** What is left when the person is unntatt innsyn: neither grunnlag nor mellomliggende virksomheter. */
    public Posisjon skjermet() {
        return new Posisjon(posisjonstype, stoerrelsesintervall, beskrivelse, List.of(), List.of());
    }

    @Override
    public String toString() {
        return "Posisjon[" + posisjonstype.verdi() + "]";
    }
}

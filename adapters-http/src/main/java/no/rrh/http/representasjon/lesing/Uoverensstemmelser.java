package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Reads reports of disagreement and who sent them. */
final class Uoverensstemmelser {
    private static final Form VIRKSOMHET = new Form();
    private static final Felt<Organisasjonsnummer> ORGANISASJONSNUMMER =
            VIRKSOMHET.felt("organisasjonsnummer", Enkeltverdier::organisasjonsnummer);

    private static final Form UTENLANDSK = new Form();
    private static final Felt<LocalDate> FOEDSELSDATO = UTENLANDSK.felt("foedselsdato", Enkeltverdier::dato);
    private static final Felt<String> FULLT_NAVN = UTENLANDSK.felt("fulltNavn", Jsonkilde::tekst);

    private static final Form INNSENDER = new Form();
    private static final List<Felt<Innsender>> INNSENDERE = List.of(
            INNSENDER.felt("varslingspliktigVirksomhet", Uoverensstemmelser::virksomhet),
            INNSENDER.felt(
                    "folkeregistrertPerson", kilde -> new FolkeregistrertInnsender(Personer.folkeregistrert(kilde))),
            INNSENDER.felt("utenlandskPerson", Uoverensstemmelser::utenlandsk));

    private static final Form UOVERENSSTEMMELSE = new Form();
    private static final Felt<String> BESKRIVELSE =
            UOVERENSSTEMMELSE.felt("beskrivelseAvUoverensstemmelse", Jsonkilde::tekst);
    private static final Felt<Instant> MOTTATT = UOVERENSSTEMMELSE.felt("uoverensstemmelseMottatt", Enkeltverdier::tid);
    private static final Felt<Innsender> INNSENDT_AV =
            UOVERENSSTEMMELSE.felt("innsender", Uoverensstemmelser::innsender);

    private Uoverensstemmelser() {}

    static Uoverensstemmelse uoverensstemmelse(Jsonkilde kilde) throws IOException {
        return UOVERENSSTEMMELSE.les(
                kilde,
                verdier -> new Uoverensstemmelse(
                        verdier.krev(BESKRIVELSE), verdier.krev(MOTTATT), verdier.valgfri(INNSENDT_AV)));
    }

    private static Innsender innsender(Jsonkilde kilde) throws IOException {
        return INNSENDER.les(kilde, verdier -> verdier.noeyaktigEn(INNSENDERE));
    }

    private static VarslingspliktigVirksomhet virksomhet(Jsonkilde kilde) throws IOException {
        return VIRKSOMHET.les(kilde, verdier -> new VarslingspliktigVirksomhet(verdier.krev(ORGANISASJONSNUMMER)));
    }

    private static UtenlandskInnsender utenlandsk(Jsonkilde kilde) throws IOException {
        return UTENLANDSK.les(
                kilde, verdier -> new UtenlandskInnsender(verdier.krev(FOEDSELSDATO), verdier.krev(FULLT_NAVN)));
    }
}

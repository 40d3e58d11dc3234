package no.rrh.bootstrap.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import no.rrh.bootstrap.kobling.Tilgangsoppdrag;
import no.rrh.domain.tilgang.Hjemmel;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of the commands about agreements.
 *
 * @param noekkel its name in the order, and with two hyphens on the command line
 */
record Avtalevalg(String noekkel, String verdi, String beskrivelse, boolean kreves) {
    private static final String HJEMLER = "Hjemmelen, en av:%n"
            + Arrays.stream(Hjemmel.values())
                    .map(hjemmel -> "  " + hjemmel.kode() + " (" + hjemmel.beskrivelse() + ")")
                    .collect(Collectors.joining("%n"));

    private static final Avtalevalg BESLUTTET_AV =
            new Avtalevalg(Tilgangsoppdrag.BESLUTTET_AV, "TEKST", "Hvem som har besluttet det, eller saken", true);

    static final List<Avtalevalg> GI = List.of(
            new Avtalevalg(Tilgangsoppdrag.ORGNR, "ORGNR", "Virksomheten som får tilgang", true),
            new Avtalevalg(Tilgangsoppdrag.HJEMMEL, "KODE", HJEMLER, true),
            new Avtalevalg(Tilgangsoppdrag.NAVN, "TEKST", "Kontaktpersonens navn", true),
            new Avtalevalg(Tilgangsoppdrag.EPOST, "EPOST", "Kontaktpersonens e-postadresse", true),
            new Avtalevalg(Tilgangsoppdrag.TELEFON, "NUMMER", "Kontaktpersonens telefonnummer", true),
            new Avtalevalg(
                    Tilgangsoppdrag.IP, "CIDR,…", "IP-adressene virksomheten kaller fra; kreves i miljøet test", false),
            new Avtalevalg(Tilgangsoppdrag.FRA, "DATO", "Den første dagen avtalen gjelder (standard i dag)", false),
            new Avtalevalg(
                    Tilgangsoppdrag.TIL, "DATO", "Den siste dagen avtalen gjelder (standard ingen slutt)", false),
            BESLUTTET_AV);

    static final List<Avtalevalg> ENDRE = List.of(
            new Avtalevalg(Tilgangsoppdrag.HJEMMEL, "KODE", HJEMLER, false),
            new Avtalevalg(Tilgangsoppdrag.NAVN, "TEKST", "Kontaktpersonens navn", false),
            new Avtalevalg(Tilgangsoppdrag.EPOST, "EPOST", "Kontaktpersonens e-postadresse", false),
            new Avtalevalg(Tilgangsoppdrag.TELEFON, "NUMMER", "Kontaktpersonens telefonnummer", false),
            new Avtalevalg(Tilgangsoppdrag.IP, "CIDR,…", "IP-adressene virksomheten kaller fra, alle sammen", false),
            new Avtalevalg(Tilgangsoppdrag.FRA, "DATO", "Den første dagen avtalen gjelder", false),
            new Avtalevalg(
                    Tilgangsoppdrag.TIL,
                    "DATO",
                    "Den siste dagen avtalen gjelder, eller " + Tilgangsoppdrag.UTEN_SLUTT,
                    false),
            BESLUTTET_AV);

    static final List<Avtalevalg> TREKK = List.of(BESLUTTET_AV);
    static final List<Avtalevalg> VIS = List.of();

    static final List<Avtalevalg> LISTE =
            List.of(new Avtalevalg(Tilgangsoppdrag.ORGNR, "ORGNR", "Bare denne virksomhetens", false));

    String flagg() {
        return "--" + noekkel;
    }

    OptionSpec spec() {
        return OptionSpec.builder(flagg())
                .type(String.class)
                .paramLabel(verdi)
                .required(kreves)
                .description(beskrivelse)
                .build();
    }
}

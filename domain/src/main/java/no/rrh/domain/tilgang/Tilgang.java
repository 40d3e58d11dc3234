package no.rrh.domain.tilgang;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.tilgang.IngenTilgang.Aarsak;

/**
 * The contract's scope table: scope → what may be called → what is seen. A row's place is its rank, the most permissive
 * first, since with several scopes in one token the most permissive counts. What is not in the table is denied.
 */
public final class Tilgang {
    private static final List<Rad> TABELL = List.of(
            new Rad(Scope.OFFENTLIG, EnumSet.allOf(Operasjon.class), Innsynsnivaa.ALT),
            new Rad(
                    Scope.RAPPORTERINGSPLIKTIG,
                    EnumSet.of(
                            Operasjon.OPPSLAG_A,
                            Operasjon.OPPSLAG_B,
                            Operasjon.TOTALBESTAND_A,
                            Operasjon.ENDRINGSLOGG_B),
                    Innsynsnivaa.PERSONER_I_FULL),
            new Rad(
                    Scope.RAPPORTERINGSPLIKTIG_BEGRENSET,
                    EnumSet.of(Operasjon.OPPSLAG_B, Operasjon.ENDRINGSLOGG_B),
                    Innsynsnivaa.SKJERMET),
            new Rad(
                    Scope.MEDIA,
                    EnumSet.of(Operasjon.OPPSLAG_B, Operasjon.ENDRINGSLOGG_B),
                    Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER),
            new Rad(
                    Scope.SIVILSAMFUNNSORGANISASJON,
                    EnumSet.of(Operasjon.OPPSLAG_B, Operasjon.ENDRINGSLOGG_B),
                    Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER),
            new Rad(
                    Scope.HOEYEREUTDANNINGSINSTITUSJON,
                    EnumSet.of(Operasjon.OPPSLAG_B, Operasjon.ENDRINGSLOGG_B),
                    Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER));

    private Tilgang() {}

    /**
     * Decides, once per call.
     *
     * @return the most permissive of what the caller may
     * @throws IngenTilgang when it may not call the operation
     */
    public static Adgang krev(Kaller kaller, Operasjon operasjon, Avtaler avtaler) {
        if (!(kaller instanceof Konsument konsument)) {
            throw new IngenTilgang(aarsak((Ukjent) kaller));
        }
        boolean harScope = false;
        for (Rad rad : TABELL) {
            if (konsument.scopes().contains(rad.scope) && rad.operasjoner.contains(operasjon)) {
                harScope = true;
                Optional<Tilgangsavtale> avtale = avtaler.finn(konsument.consumer(), rad.scope);
                if (avtale.isPresent() || !avtaler.kreves()) {
                    return new Adgang(rad.scope, rad.nivaa, avtale);
                }
            }
        }
        throw harScope ? new IngenTilgang(Aarsak.MANGLER_AVTALE) : new IngenTilgang(scopes(operasjon));
    }

    /** Those of which any one lets a caller in. */
    private static List<Scope> scopes(Operasjon operasjon) {
        return TABELL.stream()
                .filter(rad -> rad.operasjoner.contains(operasjon))
                .map(Rad::scope)
                .toList();
    }

    private static Aarsak aarsak(Ukjent kaller) {
        return switch (kaller) {
            case UTEN_TOKEN -> Aarsak.INGEN_TOKEN;
            case UGYLDIG_TOKEN -> Aarsak.UGYLDIG_TOKEN;
            case NOEKLER_MANGLER -> Aarsak.NOEKLER_MANGLER;
        };
    }

    private record Rad(Scope scope, Set<Operasjon> operasjoner, Innsynsnivaa nivaa) {}
}

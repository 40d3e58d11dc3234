package no.rrh.application.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.rrh.application.port.in.Avtaleforslag;
import no.rrh.application.port.in.ForvaltTilgang;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Avtaleendring.Slag;
import no.rrh.domain.tilgang.Tilgangsavtale;

/** Sees to the agreements of one environment. */
public final class Avtaleforvaltning implements ForvaltTilgang {
    private final Tilgangsregister register;
    private final Clock klokke;
    private final String miljoe;
    private final boolean kreverAdresser;

    /**
     * The agreements in a register.
     *
     * @param miljoe the environment that new ones are for
     * @param kreverAdresser whether that environment filters by address
     */
    public Avtaleforvaltning(Tilgangsregister register, Clock klokke, String miljoe, boolean kreverAdresser) {
        this.register = register;
        this.klokke = klokke;
        this.miljoe = miljoe;
        this.kreverAdresser = kreverAdresser;
    }

    /** The agreements as they stand after the changes, by number. */
    static List<Tilgangsavtale> etter(List<Avtaleendring> endringer) {
        Map<Long, Tilgangsavtale> avtaler = new LinkedHashMap<>();
        endringer.forEach(endring -> avtaler.put(endring.avtale().nummer(), endring.avtale()));
        return new ArrayList<>(avtaler.values());
    }

    @Override
    public Tilgangsavtale gi(Avtaleforslag forslag, String bruker) {
        return register.leggTil(endringer -> {
                    List<Tilgangsavtale> avtaler = etter(endringer);
                    long nummer = avtaler.stream()
                                    .map(Tilgangsavtale::nummer)
                                    .max(Comparator.naturalOrder())
                                    .orElse(0L)
                            + 1;
                    return endring(Slag.GITT, bruker, krevTillatt(ny(nummer, forslag), avtaler));
                })
                .avtale();
    }

    private Tilgangsavtale ny(long nummer, Avtaleforslag forslag) {
        return new Tilgangsavtale(
                nummer,
                forslag.consumer(),
                forslag.hjemmel(),
                miljoe,
                forslag.kontaktperson(),
                forslag.ipadresser(),
                forslag.gyldigFra(),
                forslag.gyldigTil(),
                forslag.besluttetAv(),
                false);
    }

    private Tilgangsavtale krevTillatt(Tilgangsavtale avtale, List<Tilgangsavtale> avtaler) {
        avtaler.stream()
                .filter(annen -> annen.nummer() != avtale.nummer() && annen.overlapper(avtale))
                .findFirst()
                .ifPresent(annen -> {
                    throw new Registerkonflikt("virksomheten har avtale " + annen.nummer()
                            + " på samme hjemmel i samme tidsrom; endre den, eller trekk den først");
                });
        if (kreverAdresser && avtale.ipadresser().isEmpty()) {
            throw new UgyldigVerdi("i miljøet " + miljoe
                    + " må avtalen ha IP-adressene virksomheten kaller fra, siden tjenesten filtrerer på dem");
        }
        return avtale;
    }

    @Override
    public Tilgangsavtale endre(long nummer, UnaryOperator<Tilgangsavtale> endring, String bruker) {
        return register.leggTil(endringer -> {
                    List<Tilgangsavtale> avtaler = etter(endringer);
                    Tilgangsavtale avtale = krevIkkeTrukket(avtaler, nummer);
                    return endring(Slag.ENDRET, bruker, krevTillatt(endring.apply(avtale), avtaler));
                })
                .avtale();
    }

    @Override
    public Tilgangsavtale trekk(long nummer, String besluttetAv, String bruker) {
        return register.leggTil(endringer -> endring(
                        Slag.TRUKKET,
                        bruker,
                        krevIkkeTrukket(etter(endringer), nummer).trekk(besluttetAv)))
                .avtale();
    }

    private static Tilgangsavtale krevIkkeTrukket(List<Tilgangsavtale> avtaler, long nummer) {
        Tilgangsavtale avtale =
                avtaler.stream().filter(en -> en.nummer() == nummer).findFirst().orElseThrow(() -> finnesIkke(nummer));
        if (avtale.trukket()) {
            throw new Registerkonflikt("avtale " + nummer + " er trukket, og kan ikke endres; gi en ny");
        }
        return avtale;
    }

    private static Registerkonflikt finnesIkke(long nummer) {
        return new Registerkonflikt("det finnes ingen avtale " + nummer + "; se dem med «tilgang liste»");
    }

    private Avtaleendring endring(Slag slag, String bruker, Tilgangsavtale avtale) {
        Instant naa = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Avtaleendring(naa, slag, bruker, avtale);
    }

    @Override
    public List<Avtaleendring> vis(long nummer) {
        List<Avtaleendring> dens = register.endringer().stream()
                .filter(endring -> endring.avtale().nummer() == nummer)
                .toList();
        if (dens.isEmpty()) {
            throw finnesIkke(nummer);
        }
        return dens;
    }

    @Override
    public List<Tilgangsavtale> liste() {
        return etter(register.endringer());
    }
}

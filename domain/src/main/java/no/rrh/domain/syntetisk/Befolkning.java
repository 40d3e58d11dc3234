package no.rrh.domain.syntetisk;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/** Persons, each the same whenever asked for, and no two with the same number. */
final class Befolkning {
    private static final LocalDate FOERSTE = LocalDate.of(1936, 1, 1);
    private static final int DAGER = (int) ChronoUnit.DAYS.between(FOERSTE, LocalDate.of(2009, 3, 1));

    /** Has no factor in common with the number of days, so that neighbours are born far apart and each day comes up. */
    private static final long SPRANG = 10_007;

    private static final int SYNTETISK_TILLEGG = 80;
    private static final int DNUMMER_TILLEGG = 40;
    private static final int INDIVIDNUMRE = 500;
    private static final int AARHUNDRESKIFTET = 2000;

    private static final double DNUMMER_PROSENT = 3;
    private static final double ANNET_STATSBORGERSKAP_PROSENT = 5;
    private static final double DOED_PROSENT = 0.5;

    private static final LandAlfa3 NORGE = LandAlfa3.av("NOR");
    private static final List<LandAlfa3> LAND =
            List.of("SWE DNK DEU GBR POL NLD LTU FRA USA CHE ESP ITA FIN ISL BEL LVA EST IRL".split(" ")).stream()
                    .map(LandAlfa3::av)
                    .toList();

    private final long froe;

    Befolkning(long froe) {
        this.froe = froe;
    }

    /** One who has a number. */
    FolkeregistrertPerson person(int i) {
        Trekning trekning = new Trekning(froe, Trekning.Hva.PERSON, i);
        boolean dnummer = trekning.prosent(DNUMMER_PROSENT);
        LocalDate foedt = FOERSTE.plusDays(i * SPRANG % DAGER);
        List<LandAlfa3> statsborgerskap = dnummer
                ? List.of(trekning.en(LAND))
                : trekning.prosent(ANNET_STATSBORGERSKAP_PROSENT) ? List.of(NORGE, trekning.en(LAND)) : List.of(NORGE);
        return new FolkeregistrertPerson(
                Optional.of(nummer(foedt, dnummer, i / DAGER)),
                Optional.of(foedt),
                Year.of(foedt.getYear()),
                Optional.of(Navneord.navn(trekning)),
                trekning.prosent(DOED_PROSENT),
                dnummer ? statsborgerskap.get(0) : NORGE,
                statsborgerskap);
    }

    /** The one of that place among those born on the day, from the highest individnummer down. */
    private static Foedselsnummer nummer(LocalDate foedt, boolean dnummer, int plass) {
        String dag = String.format(
                "%02d%02d%02d",
                foedt.getDayOfMonth() + (dnummer ? DNUMMER_TILLEGG : 0),
                foedt.getMonthValue() + SYNTETISK_TILLEGG,
                foedt.getYear() % 100);
        int hoyeste = (foedt.getYear() < AARHUNDRESKIFTET ? 1 : 2) * INDIVIDNUMRE - 1;
        int igjen = plass;
        for (int individ = hoyeste; individ > hoyeste - INDIVIDNUMRE; individ--) {
            Optional<Foedselsnummer> nummer = Foedselsnummer.medKontrollsifre(
                    dag + Integer.toString(1000 + individ).substring(1));
            if (nummer.isPresent() && igjen-- == 0) {
                return nummer.get();
            }
        }
        throw new IllegalArgumentException("more persons than there are numbers");
    }

    /** One outside the folkeregister. */
    UtenlandskPerson utenlandsk(int i) {
        Trekning trekning = new Trekning(froe, Trekning.Hva.UTENLANDSK_PERSON, i);
        LocalDate foedt = FOERSTE.plusDays(trekning.under(DAGER));
        LandAlfa3 land = trekning.en(LAND);
        return new UtenlandskPerson(
                Optional.of(foedt),
                Year.of(foedt.getYear()),
                Optional.of(Navneord.utenlandsk(trekning)),
                land,
                List.of(land));
    }
}

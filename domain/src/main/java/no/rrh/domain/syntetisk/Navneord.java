package no.rrh.domain.syntetisk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.rrh.domain.rettighetshaver.Navn;

/** Names that nobody has: qualities, and a thing of a kind that does not exist. */
final class Navneord {
    private static final double MELLOMNAVN_PROSENT = 70;
    private static final double TO_FORNAVN_PROSENT = 90;

    private static final List<String> EGENSKAPER = ord("""
            AKTSOM ALVORLIG ANDPUSTEN ANONYM BEDAGELIG BEGEISTRET BESKJEDEN BLAKK BLANK BLID BLØT BRED BRÅKETE BUSKETE DEKKENDE
            DOVEN DYP EGGFORMET EKTE ELASTISK ENKEL ENSOM ERTEGRØNN FAST FATTET FILTRET FIN FIRKANTET FLAKKENDE FLAT FLEKKETE
            FLITTIG FLYTENDE FOLDET FORNØYD FORSIKTIG FRISK FRODIG FULLKOMMEN FUKTIG GAMMEL GJENNOMSIKTIG GLATT GLIMRENDE GLUPSK
            GRUNN GRÅSPETTET GRØNNLIG GYLLEN HANDLEKRAFTIG HASTIG HEMMELIG HISSIG HULLETE HURTIG HVIT HØFLIG HØYLYTT IDERIK
            IMPULSIV ISKALD JEVN JORDNÆR KANTETE KJAPP KLAR KLISSEN KLOK KNALLGUL KNUDRETE KOMISK KONKRET KORT KREATIV KRAFTIG
            KRØLLETE KVIKK LANG LATTERMILD LETT LILLA LODDEN LUFTIG LUN LURVETE LYS LYDIG MAGER MATT MERKVERDIG MILD MODEN MODIG
            MORSOM MUNTER MYK MØRK NYSGJERRIG NYTTIG NØYSOM OPPLAGT OPPVAKT OVAL PARAT PASSIV PLETTFRI PRAKTFULL PRIKKETE PUSSIG
            RASK RASTLØS REALISTISK RETTVENDT RIMELIG ROLIG ROMSLIG RUFSETE RUND RUSLETE RYDDIG RØDMUSSET SAKTE SALT SEIG SENSIBEL
            SIKKER SIRLIG SKARP SKEIV SKINNENDE SKJEV SKRAVLETE SLAPP SLANK SLITEN SMAL SMART SMIDIG SNAR SNILL SNODIG SOLID SPENT
            SPISS SPREK STABIL STERK STILLE STIV STOLT STRIPETE STØDIG STØVETE SUR SVAK SVIMMEL SØKKVÅT SØVNIG TAKKNEMLIG TANKEFULL
            TETT TILBAKEHOLDEN TOM TREG TROFAST TRYGG TVERR TYKK TYNN TYDELIG TØFF TØRR ULLEN UNG UREDD USYNLIG UTVILSOM VAKKER
            VANLIG VARSOM VELVILLIG VENNLIG VERDIG VILL VITEBEGJÆRLIG VÅT VÅKEN YDMYK YPPERLIG ÆRLIG ØKONOMISK ÅPEN ÅRVÅKEN""");

    private static final List<String> FORLYD =
            ord("B BL BR D DR F FL FR G GL GR H J K KL KN KR KV L M N P PL PR R S SK SL SM SN SP ST SV T TR TV V");
    private static final List<String> VOKALER = ord("A E I O U Y Æ Ø Å EI AU ØY");
    private static final List<String> ETTERLYD = ord("L R N S T K M P D G RK LT ND NG SK ST");

    private static final List<String> ETTERLEDD = ord("""
            ALBUM BAKGRUNN BALJE BENK BIT BJELKE BLAD BLOKK BOKS BORD BRØNN BUKETT BUNT BYGNING DEIG DISK DUK DUNK EKSPERT ESKE FABRIKK
            FARGE FAT FIGUR FLIS FORM GANG GJERDE GREIP GREN GRYTE GRØT HANDEL HANK HATT HAUG HELLE HJØRNE HOLDER HULE HYLSE HÅNDTAK
            KANNE KANT KAR KASSE KISTE KJERNE KJØPER KLOSS KLUBB KLUT KNAGG KNUTE KORG KRAN KROK KRUS KULTUR LAGER LAPP LENKE LINJE
            LISTE LOKK LUKT LØKKE LØPER MAGASIN MAPPE MASKIN MATTE MERKE MODELL MUFFE MØNSTER NIVÅ NØKKEL OLJE OMSLAG OVN PAKKE PALL
            PARK PLATE PLASS POST PRIS PUTE RAD REKKE RIBBE RING ROM RUTE RULL SAKS SALG SAL SAMLING SEKK SERIE SIDE SIL SKAFT SKAL
            SKILT SKIVE SKJERM SMAK SNOR SPOLE STABEL STANG STATIV STED STILK STOFF STRIPE STYKKE STØTTE SØM TAK TAVLE TEPPE TOPP
            TRAKT TRAPP TRINN TROMMEL TURBIN TYPE VEGG VEKT VERK VERKTØY VIFTE VISER VOGN VOLL ØKS ØYE""");

    private static final List<String> ENGELSK_EGENSKAP = ord("""
            AMBER ANCIENT AUTUMN BOLD BRIGHT CALM CAREFUL CLEAR CRISP CURIOUS DISTANT EARLY EASTERN EMPTY FADED GENTLE GOLDEN GRAND
            HIDDEN HOLLOW HUMBLE IVORY JOLLY KEEN LITTLE LIVELY LONELY LUCKY MELLOW MISTY NIMBLE NORTHERN PATIENT PLAIN POLITE PROUD
            QUICK QUIET RAPID ROUND RUSTIC SHARP SILENT SILVER SIMPLE SOLEMN SOUTHERN STEADY SUDDEN TALL TINY VELVET WARM WESTERN""");

    private static final List<String> ENGELSK_TING = ord("""
            ACORN ANCHOR BARREL BASKET BEACON BOTTLE BRIDGE BUCKET BUTTON CABINET CANDLE CARPET CHIMNEY COMPASS CORNER CURTAIN DRAWER
            ENGINE FEATHER FENCE GARDEN HAMMER HARBOUR KETTLE LADDER LANTERN LEDGER MARBLE MEADOW MIRROR NEEDLE ORCHARD PADDLE PEBBLE
            PILLOW POCKET PUZZLE QUARRY RIBBON SADDLE SHOVEL SPINDLE TEAPOT THIMBLE TUNNEL VALLEY WAGON WALNUT WHISTLE WINDOW""");

    private static final List<String> SELSKAPSFORM =
            ord("LTD GMBH AB APS SA BV HOLDING INVEST CAPITAL GROUP PARTNERS TRUST");

    private Navneord() {}

    private static List<String> ord(String tekst) {
        return List.of(tekst.strip().split("\\s+"));
    }

    static Navn navn(Trekning trekning) {
        Optional<String> mellomnavn =
                trekning.prosent(MELLOMNAVN_PROSENT) ? Optional.of(ting(trekning)) : Optional.empty();
        String fornavn = trekning.en(EGENSKAPER) + (trekning.prosent(TO_FORNAVN_PROSENT) ? " " + lyd(trekning, 2) : "");
        return new Navn(fornavn, mellomnavn, ting(trekning));
    }

    private static String ting(Trekning trekning) {
        return lyd(trekning, 4 + trekning.under(2)) + trekning.en(ETTERLEDD);
    }

    /** What no dictionary has, and no list of names: so many syllables. */
    private static String lyd(Trekning trekning, int stavelser) {
        StringBuilder ord = new StringBuilder();
        for (int stavelse = 0; stavelse < stavelser; stavelse++) {
            ord.append(trekning.en(FORLYD)).append(trekning.en(VOKALER));
        }
        return ord.append(trekning.en(ETTERLYD)).toString();
    }

    static String utenlandsk(Trekning trekning) {
        return trekning.en(ENGELSK_EGENSKAP) + " " + trekning.en(ENGELSK_TING) + trekning.en(ENGELSK_TING);
    }

    static String selskap(Trekning trekning) {
        return trekning.en(ENGELSK_EGENSKAP) + " " + trekning.en(ENGELSK_TING) + " " + trekning.en(SELSKAPSFORM);
    }

    /** Of a road. */
    static String vei(Trekning trekning) {
        return trekning.en(ENGELSK_TING) + " ROAD " + (1 + trekning.under(200));
    }

    /** Of a house. */
    static String gaard(Trekning trekning) {
        return trekning.en(ENGELSK_EGENSKAP) + " HOUSE, " + lyd(trekning, 3);
    }

    /** Of an address on the net that cannot be one, in the top-level domain that is kept free for examples. */
    static String vert(Trekning trekning) {
        return (trekning.en(ENGELSK_TING) + "-" + trekning.en(ENGELSK_TING)).toLowerCase(Locale.ROOT) + ".example";
    }
}

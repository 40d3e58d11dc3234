package no.rrh.http.representasjon.lesing;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.regex.Pattern;

/** The way into a record. */
final class Sti {
    /** What may be repeated of a name that is perhaps no field of ours: what looks like one, and not like a person's. */
    private static final Pattern FELTNAVN = Pattern.compile("[a-z][A-Za-z]{0,79}");

    private Sti() {}

    static boolean kanGjengis(String navn) {
        return FELTNAVN.matcher(navn).matches();
    }

    /** Like {@code registreringer[0].registreringsstatus.kode}: the way into the record, without its place in the file. */
    static String av(JsonStreamContext dit) {
        StringBuilder sti = new StringBuilder();
        for (JsonStreamContext nivaa = dit; !nivaa.inRoot(); nivaa = nivaa.getParent()) {
            boolean erFilensListe = nivaa.getParent().inRoot();
            if (nivaa.inArray() && nivaa.hasCurrentIndex() && !erFilensListe) {
                sti.insert(0, "[" + nivaa.getCurrentIndex() + "]");
            } else if (nivaa.inObject() && nivaa.hasCurrentName()) {
                sti.insert(0, "." + (kanGjengis(nivaa.getCurrentName()) ? nivaa.getCurrentName() : "?"));
            }
        }
        return sti.isEmpty() ? "" : sti.substring(1);
    }
}

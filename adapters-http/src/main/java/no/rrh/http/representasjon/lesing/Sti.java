package no.rrh.http.representasjon.lesing;

import com.fasterxml.jackson.core.JsonStreamContext;

/** The way into a record. */
final class Sti {
    private Sti() {}

    /** Like {@code registreringer[0].registreringsstatus.kode}: the way into the record, without its place in the file. */
    static String av(JsonStreamContext dit) {
        StringBuilder sti = new StringBuilder();
        for (JsonStreamContext nivaa = dit; !nivaa.inRoot(); nivaa = nivaa.getParent()) {
            boolean erFilensListe = nivaa.getParent().inRoot();
            if (nivaa.inArray() && nivaa.hasCurrentIndex() && !erFilensListe) {
                sti.insert(0, "[" + nivaa.getCurrentIndex() + "]");
            } else if (nivaa.inObject() && nivaa.hasCurrentName()) {
                sti.insert(0, "." + nivaa.getCurrentName());
            }
        }
        return sti.isEmpty() ? "" : sti.substring(1);
    }
}

package no.rrh.http.forhandling;

import java.util.ArrayList;
import java.util.List;

/** Lists and parameters in header values, where what stands in quotes is text (RFC 9110, 5.6.4 to 5.6.6). */
final class Sitat {
    private Sitat() {}

    /** The value cut at each separator outside quotes. After a quote that never ends all is one part. */
    static List<String> del(String verdi, char skille) {
        List<String> deler = new ArrayList<>();
        boolean sitert = false;
        int fra = 0;
        for (int i = 0; i < verdi.length(); i++) {
            char tegn = verdi.charAt(i);
            if (sitert && tegn == '\\') {
                i++;
            } else if (tegn == '"') {
                sitert = !sitert;
            } else if (tegn == skille && !sitert) {
                deler.add(verdi.substring(fra, i));
                fra = i + 1;
            }
        }
        deler.add(verdi.substring(fra));
        return deler;
    }
}

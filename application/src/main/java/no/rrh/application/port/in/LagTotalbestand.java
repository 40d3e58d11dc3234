package no.rrh.application.port.in;

import no.rrh.application.port.out.Totalbestandfil;

/** Makes a new totalbestand from one consistent snapshot of the register. */
public interface LagTotalbestand {
    /**
     * Complete or absent: after a failure the file that was there is still the newest.
     *
     * @param framdrift is told how many virksomheter have been written
     */
    Totalbestandfil lag(Framdrift framdrift);
}

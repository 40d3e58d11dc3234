package no.rrh.application.port.in;

import java.io.InputStream;
import no.rrh.application.port.out.Lesefeil;

/** Reads a file in the v1 representation into the register, all of it or nothing. */
public interface ImporterRegister {
    /**
     * The rules of merging stand in the contract under «Import and export». Two records of one virksomhet are merged one
     * after the other. With {@link Importvalg#ERSTATT} the virksomheter that are not in the file are then deleted, by
     * organisasjonsnummer, each with one change.
     *
     * @param fil in one of the forms of {@link no.rrh.application.port.out.Registerleser}, read as a stream in constant
     *     memory
     * @param framdrift is told of each virksomhet that has been read, and then of each that has been deleted; what it
     *     throws comes out unchanged, and nothing is then changed
     * @throws Lesefeil when a record or the file is wrong, or when a file without records is to replace everything;
     *     nothing is then changed
     */
    Importresultat importer(InputStream fil, Importvalg valg, Framdrift framdrift);
}

package no.rrh.application.port.in;

import java.io.InputStream;
import no.rrh.application.port.out.Lesefeil;

/** Merges a file in the v1 representation into the register, all of it or nothing. */
public interface ImporterRegister {
    /**
     * The rules of merging stand in the contract under «Import and export».
     *
     * @param fil a JSON array, read as a stream
     * @param framdrift is told how many virksomheter have been read
     * @throws Lesefeil when a record is wrong; nothing is then changed
     */
    Importresultat importer(InputStream fil, Framdrift framdrift);
}

package no.rrh.motpart;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The look-up: the bytes of the answer lie ready in the database. */
@RestController
class Virksomheter {
    private static final String HENT = "select dokument from virksomhet where organisasjonsnummer = ?";

    private final JdbcClient database;

    Virksomheter(JdbcClient database) {
        this.database = database;
    }

    @GetMapping(value = "/api/virksomheter/{organisasjonsnummer}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> hent(@PathVariable int organisasjonsnummer) {
        return ResponseEntity.of(database.sql(HENT)
                .param(organisasjonsnummer)
                .query((rad, nummer) -> rad.getBytes(1))
                .optional());
    }
}

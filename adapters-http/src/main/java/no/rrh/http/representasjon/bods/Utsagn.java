package no.rrh.http.representasjon.bods;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rrh.http.representasjon.Tidspunkt;

/**
 * A statement.
 *
 * @param omHvem the record of the virksomhet that it belongs to
 * @param naar when it was registered, which is when it was published too
 * @param melding the registration that it is from; absent when the virksomhet was deleted without one
 * @param status {@code new}, {@code updated} or {@code closed}
 */
record Utsagn(String omHvem, Instant naar, Optional<UUID> melding, String status, Post post) {
    private static final Map<String, Object> UTGIVER = Felter.av("name", "Register over reelle rettighetshavere");
    private static final Map<String, Object> KILDE = Felter.av(
            "type",
            List.of("officialRegister", "selfDeclaration"),
            "description",
            "Register over reelle rettighetshavere");

    /** Its fields, but for {@code statementId}, which is made of them. */
    Map<String, Object> felter() {
        String tid = Tidspunkt.skriv(naar);
        Map<String, Object> felter = Felter.av("statementDate", tid);
        if (!post.merknader().isEmpty()) {
            felter.put("annotations", post.merknader());
        }
        felter.put("publicationDetails", Felter.av("publicationDate", tid, "bodsVersion", "0.4", "publisher", UTGIVER));
        felter.put("source", KILDE);
        melding.ifPresent(id -> felter.put("declaration", id.toString()));
        felter.put("declarationSubject", omHvem);
        felter.put("recordId", post.id().verdi());
        felter.put("recordType", post.slag().type());
        felter.put("recordStatus", status);
        felter.put("recordDetails", post.detaljer());
        return felter;
    }
}

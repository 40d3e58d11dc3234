package no.rrh.http.maskinporten;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * A certificate of an organisation, whose issuer is trusted.
 *
 * @param orgnr whose it is
 * @param noekkel the key that it certifies
 */
record Virksomhetssertifikat(Organisasjonsnummer orgnr, RSAPublicKey noekkel) {
    private static final String SERIAL_NUMBER = "serialNumber";
    private static final String ORGANIZATION_IDENTIFIER = "organizationIdentifier";
    private static final Map<String, String> NAVN_PAA_OID =
            Map.of("2.5.4.5", SERIAL_NUMBER, "2.5.4.97", ORGANIZATION_IDENTIFIER);

    /** ETSI EN 319 412-1: national trade register, Norway. Older certificates have the bare number in serialNumber. */
    private static final Pattern ORGNR = Pattern.compile("(?:NTRNO-)?([0-9]{9})");

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    /** What the certificate says; absent when it is no organisation's, or its key is not an RSA key to sign with. */
    static Optional<Virksomhetssertifikat> av(X509Certificate sertifikat) {
        if (sertifikat.getPublicKey() instanceof RSAPublicKey noekkel
                && noekkel.getModulus().bitLength() >= Rsanoekler.BIT
                && erForSignatur(sertifikat.getKeyUsage())) {
            return orgnr(sertifikat.getSubjectX500Principal()).map(orgnr -> new Virksomhetssertifikat(orgnr, noekkel));
        }
        return Optional.empty();
    }

    private static boolean erForSignatur(boolean[] bruk) {
        return bruk == null || bruk[DIGITAL_SIGNATURE] || bruk[NON_REPUDIATION];
    }

    /** The number, when the two places where it may stand do not disagree. */
    private static Optional<Organisasjonsnummer> orgnr(X500Principal subjekt) {
        try {
            Set<String> funnet = new LdapName(subjekt.getName(X500Principal.RFC2253, NAVN_PAA_OID))
                    .getRdns().stream()
                            .flatMap(rdn -> Set.of(SERIAL_NUMBER, ORGANIZATION_IDENTIFIER).stream()
                                    .flatMap(navn -> verdi(rdn, navn).stream()))
                            .map(ORGNR::matcher)
                            .filter(Matcher::matches)
                            .map(treff -> treff.group(1))
                            .collect(Collectors.toSet());
            return funnet.size() == 1
                    ? Optional.of(new Organisasjonsnummer(funnet.iterator().next()))
                    : Optional.empty();
        } catch (InvalidNameException | UgyldigVerdi ikkeVirksomhet) {
            return Optional.empty();
        }
    }

    private static Optional<String> verdi(Rdn rdn, String navn) {
        Attribute attributt = rdn.toAttributes().get(navn);
        try {
            return attributt == null
                    ? Optional.empty()
                    : Optional.of(attributt.get().toString());
        } catch (NamingException | NoSuchElementException uten) {
            return Optional.empty();
        }
    }
}

package no.rrh.http.maskinporten;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;

/**
 * Tells whose a certificate is, when one of the trusted authorities has issued it (PKIX, RFC 5280). Revocation is not
 * asked for: the authorities of one machine have nobody to ask.
 */
final class Sertifikatkontroll {
    private final Set<X509Certificate> autoriteter;
    private final Clock klokke;

    private Sertifikatkontroll(Set<X509Certificate> autoriteter, Clock klokke) {
        this.autoriteter = autoriteter;
        this.klokke = klokke;
    }

    /**
     * The authorities whose certificates are in a file.
     *
     * @throws UgyldigVerdi when it cannot be read, or holds none
     */
    static Sertifikatkontroll les(Path pem, Clock klokke) {
        try {
            Collection<? extends Certificate> lest =
                    fabrikk().generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)));
            if (!lest.isEmpty()) {
                return new Sertifikatkontroll(
                        lest.stream().map(X509Certificate.class::cast).collect(Collectors.toUnmodifiableSet()), klokke);
            }
        } catch (IOException | CertificateException ikkeSertifikater) {
            // said below, as for an empty one
        }
        throw new UgyldigVerdi("filen " + pem + " i maskinporten.ca må kunne leses og inneholde minst ett sertifikat i"
                + " PEM (BEGIN CERTIFICATE)");
    }

    /**
     * Judges a chain.
     *
     * @param x5c as the header of that name has it (RFC 7515 section 4.1.6): base64, the certificate of the key first
     */
    Virksomhetssertifikat kontroller(List<String> x5c) throws Tokenfeil {
        List<X509Certificate> kjede = kjede(x5c);
        try {
            PKIXParameters krav = new PKIXParameters(
                    autoriteter.stream().map(ca -> new TrustAnchor(ca, null)).collect(Collectors.toSet()));
            krav.setRevocationEnabled(false);
            krav.setDate(Date.from(klokke.instant()));
            CertPathValidator.getInstance("PKIX").validate(fabrikk().generateCertPath(tilAutoritet(kjede)), krav);
        } catch (GeneralSecurityException | RuntimeException ikkeBetrodd) {
            throw new Tokenfeil(Grunn.SERTIFIKAT);
        }
        return Virksomhetssertifikat.av(kjede.get(0)).orElseThrow(() -> new Tokenfeil(Grunn.SERTIFIKAT));
    }

    private static List<X509Certificate> kjede(List<String> x5c) throws Tokenfeil {
        List<X509Certificate> kjede = new ArrayList<>();
        try {
            for (String ett : x5c) {
                byte[] der = Base64.getDecoder().decode(ett);
                kjede.add((X509Certificate) fabrikk().generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (IllegalArgumentException | CertificateException ikkeSertifikat) {
            throw new Tokenfeil(Grunn.UGYLDIG_X5C);
        }
        return kjede;
    }

    /** A path ends below its trust anchor, while a full chain holds that too. */
    private List<X509Certificate> tilAutoritet(List<X509Certificate> kjede) {
        int slutt = 1;
        while (slutt < kjede.size() && !autoriteter.contains(kjede.get(slutt))) {
            slutt++;
        }
        return kjede.subList(0, slutt);
    }

    private static CertificateFactory fabrikk() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}

package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import no.rrh.domain.feil.UgyldigVerdi;

/** Signs checkpoints (Ed25519), and tells whether one has been signed so. */
final class Signering {
    private static final String ALGORITME = "Ed25519";
    private static final String BEGYNN_OFFENTLIG = "-----BEGIN PUBLIC KEY-----\n";
    private static final String SLUTT_OFFENTLIG = "\n-----END PUBLIC KEY-----";

    private final PrivateKey noekkel;

    private Signering(PrivateKey noekkel) {
        this.noekkel = noekkel;
    }

    /** With the key in the folder; both halves are made where there is none. */
    static Signering i(Loggmappe mappe) throws IOException {
        try {
            String tekst = Files.readString(mappe.signeringsnoekkel(), StandardCharsets.US_ASCII)
                    .strip();
            return new Signering(KeyFactory.getInstance(ALGORITME)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(tekst))));
        } catch (NoSuchFileException ingen) {
            return lag(mappe);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UgyldigVerdi("signeringsnøkkelen " + mappe.signeringsnoekkel()
                    + " er ikke en nøkkel: den skal være en privat Ed25519-nøkkel (PKCS #8) i base64. Hent den tilbake fra"
                    + " en sikkerhetskopi");
        }
    }

    private static Signering lag(Loggmappe mappe) throws IOException {
        try {
            KeyPair par = KeyPairGenerator.getInstance(ALGORITME).generateKeyPair();
            Loggmappe.skrivHel(
                    mappe.offentligNoekkel(),
                    BEGYNN_OFFENTLIG
                            + Base64.getEncoder().encodeToString(par.getPublic().getEncoded()) + SLUTT_OFFENTLIG
                            + "\n");
            Loggmappe.skrivHel(
                    mappe.signeringsnoekkel(),
                    Base64.getEncoder().encodeToString(par.getPrivate().getEncoded()) + "\n");
            return new Signering(par.getPrivate());
        } catch (GeneralSecurityException umulig) {
            throw new AssertionError("Java has " + ALGORITME + " since 15", umulig);
        }
    }

    String signer(String tekst) {
        try {
            Signature signatur = Signature.getInstance(ALGORITME);
            signatur.initSign(noekkel);
            signatur.update(tekst.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signatur.sign());
        } catch (GeneralSecurityException umulig) {
            throw new AssertionError("a key that was read can sign", umulig);
        }
    }

    /**
     * The public key in a PEM file.
     *
     * @throws UgyldigVerdi when it is not one
     */
    static PublicKey offentlig(Path fil) throws IOException {
        try {
            String tekst = Files.readString(fil, StandardCharsets.US_ASCII)
                    .replace(BEGYNN_OFFENTLIG, "")
                    .replace(SLUTT_OFFENTLIG, "")
                    .strip();
            return KeyFactory.getInstance(ALGORITME)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(tekst)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UgyldigVerdi(
                    "filen " + fil + " er ikke en offentlig nøkkel: forventet en PEM-fil med en Ed25519-nøkkel");
        }
    }

    static boolean stemmer(PublicKey noekkel, String tekst, String signatur) {
        try {
            Signature kontroll = Signature.getInstance(ALGORITME);
            kontroll.initVerify(noekkel);
            kontroll.update(tekst.getBytes(StandardCharsets.UTF_8));
            return kontroll.verify(Base64.getUrlDecoder().decode(signatur));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}

package no.rrh.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * A certificate that the server can show: its key belongs to it, it is valid now, and those after it have issued the one
 * before. Whether callers trust it is for them to say.
 *
 * @param noekkel the private key
 * @param kjede the server's own first
 */
record Tjenersertifikat(PrivateKey noekkel, List<X509Certificate> kjede) {
    private static final String RSA = "RSA";
    private static final String EC = "EC";
    private static final int MINSTE_RSA = 2048;
    private static final byte[] PROEVE = {1, 2, 3, 4};

    /**
     * Reads it.
     *
     * @param krevLukket whether a key that others may read is refused
     * @throws UgyldigVerdi when it cannot be shown; the message names the file and what was expected, and nothing secret
     */
    static Tjenersertifikat les(Sertifikatfiler filer, boolean krevLukket, Clock klokke) {
        String hvor;
        Tjenersertifikat lest;
        if (filer instanceof Sertifikatfiler.Pem pem) {
            krevLukket(krevLukket, pem.noekkel(), Pemfiler.navnPaaNoekkel(pem));
            hvor = Pemfiler.navnPaaSertifikat(pem);
            lest = Pemfiler.les(pem);
        } else {
            Sertifikatfiler.Pkcs12 pkcs12 = (Sertifikatfiler.Pkcs12) filer;
            hvor = Pkcs12fil.navn(pkcs12);
            krevLukket(krevLukket, pkcs12.fil(), hvor);
            lest = Pkcs12fil.les(pkcs12);
        }
        lest.kontroller(hvor, klokke.instant());
        return lest;
    }

    private static void krevLukket(boolean kreves, Path fil, String hva) {
        if (kreves) {
            Filinnhold.krevLukket(fil, hva);
        }
    }

    private void kontroller(String hvor, Instant naa) {
        if (!naa.isBefore(utloeper())) {
            throw new UgyldigVerdi(
                    "sertifikatet i " + hvor + " gikk ut " + utloeper() + "; forventet et som gjelder nå");
        }
        Instant fra = kjede.get(0).getNotBefore().toInstant();
        if (naa.isBefore(fra)) {
            throw new UgyldigVerdi(
                    "sertifikatet i " + hvor + " gjelder ikke før " + fra + "; forventet et som gjelder nå");
        }
        PublicKey offentlig = kjede.get(0).getPublicKey();
        boolean rsa = offentlig instanceof RSAPublicKey noekkelen
                && RSA.equals(offentlig.getAlgorithm())
                && noekkelen.getModulus().bitLength() >= MINSTE_RSA;
        if (!rsa && !EC.equals(offentlig.getAlgorithm())) {
            throw new UgyldigVerdi("nøkkelen til sertifikatet i " + hvor
                    + " kan ikke brukes; forventet EC, eller RSA på minst " + MINSTE_RSA + " bit");
        }
        if (!hoererSammen(offentlig)) {
            throw new UgyldigVerdi("den private nøkkelen hører ikke til sertifikatet i " + hvor
                    + "; forventet nøkkelen til det første sertifikatet");
        }
        for (int i = 1; i < kjede.size(); i++) {
            if (!erUtstedtAv(kjede.get(i - 1), kjede.get(i))) {
                throw new UgyldigVerdi("sertifikatene i " + hvor + " er ingen kjede: nummer " + (i + 1)
                        + " har ikke utstedt nummer " + i + "; forventet serverens eget først, så utstederens");
            }
        }
    }

    private boolean hoererSammen(PublicKey offentlig) {
        try {
            Signature signatur =
                    Signature.getInstance(RSA.equals(offentlig.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA");
            signatur.initSign(noekkel);
            signatur.update(PROEVE);
            byte[] signert = signatur.sign();
            signatur.initVerify(offentlig);
            signatur.update(PROEVE);
            return signatur.verify(signert);
        } catch (GeneralSecurityException annetSlag) {
            return false;
        }
    }

    private static boolean erUtstedtAv(X509Certificate sertifikat, X509Certificate utsteder) {
        try {
            sertifikat.verify(utsteder.getPublicKey());
            return true;
        } catch (GeneralSecurityException annens) {
            return false;
        }
    }

    /** When callers no longer take it. */
    Instant utloeper() {
        return kjede.get(0).getNotAfter().toInstant();
    }

    /** As TLS takes it, in memory alone. */
    KeyStore noekkellager(String passord) {
        try {
            KeyStore lager = KeyStore.getInstance("PKCS12");
            lager.load(null, null);
            lager.setKeyEntry("tjener", noekkel, passord.toCharArray(), kjede.toArray(X509Certificate[]::new));
            return lager;
        } catch (GeneralSecurityException | IOException umulig) {
            throw new IllegalStateException("a key store in memory could not be made", umulig);
        }
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Tjenersertifikat[" + utloeper() + "]";
    }
}

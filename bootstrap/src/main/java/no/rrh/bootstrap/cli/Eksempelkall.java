package no.rrh.bootstrap.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** A curl call that can be pasted into a shell as it stands. */
final class Eksempelkall {
    private static final String VIRKSOMHET_I_TESTDATA = "313513408";

    private Eksempelkall() {}

    static String av(URI adresse, Path data) {
        // on this machine alone, by a number that a certificate seldom names
        return (adresse.getScheme().equals("https") ? "curl --insecure" : "curl")
                + " -H \"Authorization: Bearer $(java -jar " + sitert(jar().toString()) + " token --data "
                + sitert(data.toAbsolutePath().normalize().toString()) + " --scope brreg:reelle/offentlig)\" "
                + sitert(adresse + "/api/virksomheter/" + VIRKSOMHET_I_TESTDATA);
    }

    private static Path jar() {
        try {
            return Path.of(Eksempelkall.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the JAR lies where no URI can say", e);
        }
    }

    /** Quoted only where a shell would read it otherwise. */
    private static String sitert(String tekst) {
        return tekst.matches("[A-Za-z0-9/:._+-]+") ? tekst : "'" + tekst.replace("'", "'\\''") + "'";
    }
}

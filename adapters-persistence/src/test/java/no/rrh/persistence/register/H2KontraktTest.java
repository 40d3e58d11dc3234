package no.rrh.persistence.register;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class H2KontraktTest extends Registerkontrakter {
    @TempDir
    private Path mappe;

    @Override
    Registerlager nytt(Clock klokke) {
        return H2Register.aapne(mappe, klokke);
    }

    @Override
    Registerlager igjen(Clock klokke) {
        return H2Register.aapne(mappe, klokke);
    }
}

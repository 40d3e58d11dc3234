package no.rrh.persistence.register;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A COPY under way, in PostgreSQL's text form: a line a row, a tab between values, a backslash before what would be read as either. */
final class Kopi implements AutoCloseable {
    private static final int FULL = 256 * 1024;
    private static final HexFormat HEKSADESIMALT = HexFormat.of();

    private final CopyIn kopi;
    private final StringBuilder buffer = new StringBuilder();

    private Kopi(CopyIn kopi) {
        this.kopi = kopi;
    }

    /** Begins it, in the transaction of the handle, which nothing else can use until it has ended. */
    static Kopi begynn(Handle handle, String setning) {
        try {
            return new Kopi(handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(setning));
        } catch (SQLException e) {
            throw new Kopifeil(e);
        }
    }

    /** Adds a row. */
    void rad(Object... verdier) {
        for (int i = 0; i < verdier.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            leggTil(verdier[i]);
        }
        buffer.append('\n');
        if (buffer.length() >= FULL) {
            send();
        }
    }

    private void leggTil(Object verdi) {
        if (verdi == null) {
            buffer.append("\\N");
        } else if (verdi instanceof byte[] byter) {
            buffer.append("\\\\x");
            HEKSADESIMALT.formatHex(buffer, byter);
        } else if (verdi instanceof String tekst) {
            leggTil(tekst);
        } else if (verdi instanceof Number
                || verdi instanceof Boolean
                || verdi instanceof UUID
                || verdi instanceof OffsetDateTime
                || verdi instanceof LocalDate) {
            buffer.append(verdi);
        } else {
            throw new IllegalArgumentException("no text form of " + verdi.getClass());
        }
    }

    private void leggTil(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            char tegn = tekst.charAt(i);
            switch (tegn) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(tegn);
            }
        }
    }

    private void send() {
        try {
            byte[] byter = buffer.toString().getBytes(StandardCharsets.UTF_8);
            kopi.writeToCopy(byter, 0, byter.length);
            buffer.setLength(0);
        } catch (SQLException e) {
            throw new Kopifeil(e);
        }
    }

    /** Ends it. Without this nothing is added. */
    void ferdig() {
        send();
        try {
            kopi.endCopy();
        } catch (SQLException e) {
            throw new Kopifeil(e);
        }
    }

    @Override
    public void close() {
        if (kopi.isActive()) {
            try {
                kopi.cancelCopy();
            } catch (SQLException e) {
                throw new Kopifeil(e);
            }
        }
    }

    /** As JDBI throws for its own statements. */
    private static final class Kopifeil extends JdbiException {
        private static final long serialVersionUID = 1L;

        Kopifeil(SQLException aarsak) {
            super("a COPY failed", aarsak);
        }
    }
}

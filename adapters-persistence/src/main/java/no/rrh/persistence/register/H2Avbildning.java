package no.rrh.persistence.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of an open H2 database as it was at one moment, copied while it is written to: what a killed process would have
 * left just then, which H2 opens. H2 writes a chunk once, and then only its header, in the first two blocks, and the space of
 * chunks that are dead. So the header and the length are taken while nothing is being written, a moment that writers do not
 * notice, and until the rest has been read new chunks are put at the end of the file alone.
 *
 * <p>{@code BACKUP TO} does nearly the same; but it takes the header while chunks may be half written, and writes a ZIP, which
 * would have to be unpacked to be looked into.
 */
final class H2Avbildning {
    /** Two blocks. */
    private static final int HODE = 2 * 4_096;

    private static final int BIT = 1 << 20;

    /** Of all databases, since what it guards, that dead space is let be, is told to the database as a whole. */
    private static final ReentrantLock EN_OM_GANGEN = new ReentrantLock();

    private final MVStore lager;
    private final SingleFileStore fil;

    private H2Avbildning(MVStore lager, SingleFileStore fil) {
        this.lager = lager;
        this.fil = fil;
    }

    /** Of the database that the connection is to, which must stay open meanwhile. */
    static H2Avbildning av(Connection tilkobling) throws SQLException {
        SessionLocal sesjon =
                (SessionLocal) tilkobling.unwrap(JdbcConnection.class).getSession();
        MVStore lager = sesjon.getDatabase().getStore().getMvStore();
        return new H2Avbildning(lager, (SingleFileStore) lager.getFileStore());
    }

    /**
     * Writes the file as it is now.
     *
     * @param skrevet told, now and then, how many bytes have been written; what it throws ends the work
     * @return false, and nothing is written, when another thread is at it
     * @throws IOException when it cannot be written, or not be read
     */
    boolean skriv(WritableByteChannel til, LongConsumer skrevet) throws IOException {
        if (!EN_OM_GANGEN.tryLock()) {
            return false;
        }
        boolean gjenbruk = lager.isSpaceReused();
        try {
            lager.setReuseSpace(false);
            Begynnelse begynnelse = Uforstyrret.gjoer(this::begynnelse);
            skrivUt(til, begynnelse.hode());
            for (long posisjon = HODE; posisjon < begynnelse.lengde(); posisjon += BIT) {
                skrivUt(til, fil.readFully(null, posisjon, (int) Math.min(BIT, begynnelse.lengde() - posisjon)));
                skrevet.accept(Math.min(posisjon + BIT, begynnelse.lengde()));
            }
            return true;
        } catch (MVStoreException e) {
            throw new IOException(e);
        } finally {
            lager.setReuseSpace(gjenbruk);
            EN_OM_GANGEN.unlock();
        }
    }

    private record Begynnelse(ByteBuffer hode, long lengde) {}

    /** Between two chunks. Nothing may be thrown there, since H2 would take it for the end of the database. */
    private Begynnelse begynnelse() {
        Begynnelse[] lest = new Begynnelse[1];
        MVStoreException[] feilet = new MVStoreException[1];
        lager.executeFilestoreOperation(() -> {
            try {
                lest[0] = new Begynnelse(fil.readFully(null, 0, HODE), fil.size());
            } catch (MVStoreException e) {
                feilet[0] = e;
            }
        });
        if (feilet[0] != null) {
            throw feilet[0];
        }
        return lest[0];
    }

    private static void skrivUt(WritableByteChannel til, ByteBuffer byter) throws IOException {
        while (byter.hasRemaining()) {
            til.write(byter);
        }
    }
}

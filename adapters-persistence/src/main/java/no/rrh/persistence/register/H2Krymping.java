package no.rrh.persistence.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back to the disk what the file of an open H2 database takes and does not use, as it is about to be closed. After an
 * import the file is several times what is alive in it, since H2 writes pages anew all the time and uses their space again only
 * later. H2's own compacting when it is closed looks at how much of each chunk is alive, and leaves a file alone whose chunks
 * are well filled, however much is free between them.
 */
final class H2Krymping {
    private static final Logger LOGG = LoggerFactory.getLogger(H2Krymping.class);

    /** In percent: below it chunks are written anew without what is dead in them, and moved from the end of the file. */
    private static final int FYLT_NOK = 80;

    /** Moved at a time; each time is whole by itself, and leaves a file that opens. */
    private static final int OM_GANGEN = 16 << 20;

    private static final int LITEN = 2 * OM_GANGEN;

    /** Rounds in which nothing is seen to happen, before it is given up: at first some only make room for the next. */
    private static final int FLEST_UENDRET = 100;

    private H2Krymping() {}

    /**
     * Shrinks the file, as far as it comes.
     *
     * @param lengst how long it goes on for
     */
    static void krymp(Connection tilkobling, Duration lengst) throws SQLException {
        krymp(tilkobling, lengst, LITEN);
    }

    /**
     * Shrinks the file, as far as it comes.
     *
     * @param liten below how many bytes it is let be
     */
    static void krymp(Connection tilkobling, Duration lengst, long liten) throws SQLException {
        SessionLocal sesjon =
                (SessionLocal) tilkobling.unwrap(JdbcConnection.class).getSession();
        MVStore lager = sesjon.getDatabase().getStore().getMvStore();
        RandomAccessStore fil = (RandomAccessStore) lager.getFileStore();
        long foer = fil.size();
        if (foer < liten || erFyltNok(fil)) {
            return;
        }
        long begynt = System.nanoTime();
        lager.setRetentionTime(0);
        boolean mer = true;
        int uendret = 0;
        while ((mer || !erFyltNok(fil)) && uendret < FLEST_UENDRET && System.nanoTime() - begynt < lengst.toNanos()) {
            Fylling foerRunden = Fylling.av(fil);
            mer = lager.compact(FYLT_NOK, OM_GANGEN);
            fil.sync();
            fil.compactMoveChunks(FYLT_NOK, OM_GANGEN, lager);
            uendret = Fylling.av(fil).equals(foerRunden) ? uendret + 1 : 0;
        }
        LOGG.atInfo()
                .addKeyValue("before", foer)
                .addKeyValue("after", fil.size())
                .addKeyValue("ms", (System.nanoTime() - begynt) / 1_000_000)
                .log("Shrank the file of the register");
    }

    /** What a round may change. */
    private record Fylling(long byter, int fylt, int stykkerFylt) {
        static Fylling av(RandomAccessStore fil) {
            return new Fylling(fil.size(), fil.getFillRate(), fil.getChunksFillRate());
        }
    }

    private static boolean erFyltNok(RandomAccessStore fil) {
        return fil.getFillRate() >= FYLT_NOK && fil.getChunksFillRate() >= FYLT_NOK;
    }
}

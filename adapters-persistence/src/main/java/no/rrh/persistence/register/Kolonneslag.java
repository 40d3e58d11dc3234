package no.rrh.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What a column of the register holds: how it is read from either database, as one Java type, and what of it the content
 * hash is taken of. Neither may ever change for a kind that is there, or registers and copies of them would no longer
 * agree.
 */
enum Kolonneslag {
    /** A {@link Long}, whatever its width in the database. */
    HELTALL {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            return rad.getLong(nummer);
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            avtrykk.leggTil('i', (Long) verdi);
        }

        @Override
        Object minste() {
            return (long) Integer.MIN_VALUE;
        }

        @Override
        Object av(String tekst) {
            return Long.valueOf(tekst);
        }
    },

    /** An {@link Instant} of whole milliseconds. */
    TIDSPUNKT {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            OffsetDateTime tid = rad.getObject(nummer, OffsetDateTime.class);
            return tid == null ? null : tid.toInstant();
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            avtrykk.leggTil('t', ((Instant) verdi).toEpochMilli());
        }
    },

    /** A {@link LocalDate}. */
    DATO {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            return rad.getObject(nummer, LocalDate.class);
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            avtrykk.leggTil('d', ((LocalDate) verdi).toEpochDay());
        }
    },

    /** A {@link java.util.UUID}. */
    UUID {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            return rad.getObject(nummer, java.util.UUID.class);
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            UUID uuid = (UUID) verdi;
            avtrykk.leggTil('u', uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
        }

        @Override
        Object minste() {
            return new UUID(0, 0);
        }

        @Override
        Object av(String tekst) {
            return java.util.UUID.fromString(tekst);
        }
    },

    /** A {@link String}. */
    TEKST {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            return rad.getString(nummer);
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            avtrykk.leggTil((String) verdi);
        }
    },

    /** A {@code byte[]}. */
    BYTE {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            return rad.getBytes(nummer);
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            avtrykk.leggTil('b', (byte[]) verdi);
        }
    },

    /** A {@link Boolean}. */
    SANNHET {
        @Override
        Object lesVerdi(ResultSet rad, int nummer) throws SQLException {
            return rad.getBoolean(nummer);
        }

        @Override
        void leggTil(Object verdi, Radavtrykk avtrykk) {
            avtrykk.leggTil('l', Boolean.TRUE.equals(verdi) ? 1 : 0);
        }
    };

    /** The value of a column of this kind; null where there is none. */
    Object les(ResultSet rad, int nummer) throws SQLException {
        Object verdi = lesVerdi(rad, nummer);
        return rad.wasNull() ? null : verdi;
    }

    abstract Object lesVerdi(ResultSet rad, int nummer) throws SQLException;

    /** Has the hash of a row take the value in. */
    abstract void leggTil(Object verdi, Radavtrykk avtrykk);

    /** What comes before or at the first of all keys, in the order of both databases. */
    Object minste() {
        throw new UnsupportedOperationException("no key is of the kind " + this);
    }

    /** The value of a key whose {@code toString} this is. */
    Object av(String tekst) {
        throw new UnsupportedOperationException("no key is of the kind " + this);
    }
}

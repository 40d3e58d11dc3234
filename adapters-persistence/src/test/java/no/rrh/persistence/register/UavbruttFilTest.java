package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as H2 has it. */
class UavbruttFilTest {
    @TempDir
    private Path mappe;

    @BeforeAll
    static void register() {
        FilePath.register(new UavbruttFil.Sti());
    }

    @AfterEach
    void ingenErAvbrutt() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedThreadDoesAllThatAFileCanDoAndIsStillInterrupted() throws IOException {
        try (FileChannel fil = aapne("rw")) {
            FileLock laas = fil.tryLock(0, Long.MAX_VALUE, false);
            Thread.currentThread().interrupt();
            assertThat(fil.write(ByteBuffer.wrap("abcdefgh".getBytes()), 4_000)).isEqualTo(8);
            ByteBuffer lest = ByteBuffer.allocate(5);
            assertThat(fil.read(lest, 4_002)).isEqualTo(5);
            assertThat(new String(lest.array())).isEqualTo("cdefg");
            assertThat(fil.read(ByteBuffer.allocate(1), 5_000)).isEqualTo(-1);
            fil.force(true);
            fil.truncate(4_004);
            assertThat(fil.size()).isEqualTo(4_004);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(fil.isOpen()).isTrue();
            assertThat(laas.isValid()).isTrue();
        }
    }

    @Test
    void whatGoesWrongIsToldAsTheFileItselfWould() throws IOException {
        assertThatThrownBy(() -> aapne("r")).isInstanceOf(NoSuchFileException.class);
        FileChannel fil = aapne("rw");
        fil.close();
        assertThatThrownBy(() -> fil.read(ByteBuffer.allocate(1), 0)).isInstanceOf(ClosedChannelException.class);
        try (FileChannel bareLes = aapne("r")) {
            assertThatThrownBy(() -> bareLes.write(ByteBuffer.allocate(1), 0)).isInstanceOf(Exception.class);
        }
        assertThat(Files.size(mappe.resolve("fil"))).isZero();
    }

    private FileChannel aapne(String modus) throws IOException {
        return FilePath.get("uavbrutt:" + mappe.resolve("fil")).open(modus);
    }
}

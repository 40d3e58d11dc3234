package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UforstyrretTest {
    @AfterEach
    void ingenErAvbrutt() {
        Thread.interrupted();
    }

    @Test
    void theWorkIsDoneToItsEndWhileTheCallerIsInterruptedAndTheCallerIsStillInterrupted() {
        Thread her = Thread.currentThread();
        her.interrupt();
        String svar = Uforstyrret.gjoer(() -> {
            her.interrupt();
            return Thread.currentThread().isInterrupted() ? "disturbed" : "done";
        });
        assertThat(svar).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatTheWorkThrowsComesOutUnchanged() {
        RuntimeException feil = new IllegalStateException("of the work");
        assertThatThrownBy(() -> Uforstyrret.gjoer(() -> {
                    throw feil;
                }))
                .isSameAs(feil);
        Error alvorlig = new StackOverflowError();
        assertThatThrownBy(() -> Uforstyrret.gjoer(() -> {
                    throw alvorlig;
                }))
                .isSameAs(alvorlig);
    }
}

package no.rrh.http.sikkerhet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes in the body of an answer, up to a number of bytes; one that is larger is cut off and fails. */
final class BegrensetSvar implements HttpResponse.BodySubscriber<byte[]> {
    private final int stoerst;
    private final ByteArrayOutputStream lest = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> kropp = new CompletableFuture<>();
    private Flow.Subscription abonnement;

    BegrensetSvar(int stoerst) {
        this.stoerst = stoerst;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return kropp;
    }

    @Override
    public void onSubscribe(Flow.Subscription abonnement) {
        this.abonnement = abonnement;
        abonnement.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> biter) {
        for (ByteBuffer bit : biter) {
            if (bit.remaining() > stoerst - lest.size()) {
                abonnement.cancel();
                kropp.completeExceptionally(new IOException("answered more than " + stoerst + " bytes"));
                return;
            }
            byte[] bytes = new byte[bit.remaining()];
            bit.get(bytes);
            lest.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable feil) {
        kropp.completeExceptionally(feil);
    }

    @Override
    public void onComplete() {
        kropp.complete(lest.toByteArray());
    }
}

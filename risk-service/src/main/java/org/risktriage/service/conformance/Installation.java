package org.risktriage.service.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A service somewhere that assessments are sent to. Follows no redirect: headers are meant for this address alone. */
public final class Installation {
    private static final String ASSESSMENTS = "/v1/assessments";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LARGEST = 1024 * 1024;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int MOST_TRIES = 10;
    private static final long LONGEST_WAIT_S = 60;

    private final URI address;
    private final List<Header> headers;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    private Installation(URI address, List<Header> headers, Duration patience) {
        this.address = address;
        this.headers = headers;
        this.patience = patience;
    }

    /**
     * The service at an address.
     *
     * @param url its address, without {@code /v1/assessments}
     * @param headers headers for each request
     * @param patience how long one reply may take
     * @return the service; it has not been asked yet
     * @throws KitException if that is no address of a service
     */
    public static Installation at(String url, List<Header> headers, Duration patience) throws KitException {
        try {
            URI given = new URI(url);
            boolean http = "http".equalsIgnoreCase(given.getScheme()) || "https".equalsIgnoreCase(given.getScheme());
            boolean bare =
                    given.getRawUserInfo() == null && given.getRawQuery() == null && given.getRawFragment() == null;
            if (http && bare && given.getHost() != null) {
                return new Installation(
                        new URI(url.replaceFirst("/+$", "") + ASSESSMENTS), List.copyOf(headers), patience);
            }
        } catch (URISyntaxException e) {
            // Said below, without its words: they would repeat the address.
        }
        throw new KitException("The URL has to be the address of a service, as in https://triage.example.org, without"
                + " user, query or fragment.");
    }

    /**
     * Sends one assessment. Where the other side says that requests come too fast, waits as long as it says.
     *
     * @param assessment the assessment
     * @return what came back
     * @throws UnansweredException if nothing did, or the other side asks for credentials
     */
    Answer ask(JsonNode assessment) throws UnansweredException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(assessment.toString()));
        headers.forEach(header -> builder.header(header.name(), header.value()));
        HttpRequest request =
                builder.setHeader("Content-Type", "application/json").build();
        for (int tries = 1; ; tries++) {
            Received received = send(request);
            int status = received.answer.status();
            if (status == UNAUTHORISED || status == FORBIDDEN) {
                throw new UnansweredException(
                        "The other side asks for credentials, or for others (" + status + "). See --header-file.");
            }
            if (status != TOO_MANY || tries == MOST_TRIES) {
                return received.answer;
            }
            pause(received.retryAfter);
        }
    }

    private record Received(Answer answer, long retryAfter) {
        static Received of(HttpResponse<InputStream> response) {
            try (InputStream in = response.body()) {
                return new Received(
                        new Answer(response.statusCode(), json(in.readNBytes(LARGEST))),
                        wait(response.headers().firstValue("Retry-After").orElse("")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static long wait(String seconds) {
            return seconds.matches("[0-9]{1,9}") ? Math.min(Long.parseLong(seconds), LONGEST_WAIT_S) : 1;
        }
    }

    private Received send(HttpRequest request) throws UnansweredException {
        CompletableFuture<Received> reply =
                client.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(Received::of);
        try {
            // Over the whole reply: a time-out of the request itself would end with the reply's headers.
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw new UnansweredException("No reply came within " + patience.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            throw new UnansweredException(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("It was interrupted.");
        }
    }

    private static String reason(@Nullable Throwable cause) {
        Throwable at = cause;
        while (at != null) {
            if (at instanceof SSLException) {
                return "No secure connection could be made: the certificate or the protocol is not accepted.";
            }
            if (at instanceof HttpTimeoutException) {
                return "No connection could be made within " + CONNECT.toSeconds() + " seconds.";
            }
            if (at instanceof ConnectException) {
                return "Nothing can be reached at this address.";
            }
            at = at.getCause();
        }
        return "The connection broke before a whole reply came.";
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            JsonNode read = KitJson.MAPPER.readTree(body);
            return read.isMissingNode() ? null : read;
        } catch (IOException e) {
            return null;
        }
    }

    private static void pause(long seconds) throws UnansweredException {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("It was interrupted.");
        }
    }
}

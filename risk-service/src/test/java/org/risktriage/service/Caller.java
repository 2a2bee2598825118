package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.risktriage.service.openapi.OpenApiReplies;

/** Another program that calls the service, over a socket. Keeps no state. */
final class Caller {
    /** Stands for a value that must never come back, nor be written down anywhere. */
    static final String SENTINEL = "ZEBRA-7781";

    static final String ASSESSMENTS = "/v1/assessments";
    private static final String JSON = "application/json";
    private static final int PATIENCE_MS = 10_000;

    /** One connection for each request, so that no request meets what an earlier one left behind. */
    private static final String ONE_REQUEST = "close";

    private static final HttpClient CLIENT = client();

    private final int port;

    Caller(int port) {
        this.port = port;
    }

    private static HttpClient client() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection");
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    Reply post(String json) {
        return post(json.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(byte[] body) {
        return post(ASSESSMENTS, BodyPublishers.ofByteArray(body));
    }

    Reply post(String path, String json) {
        return post(path, BodyPublishers.ofString(json));
    }

    private Reply post(String path, BodyPublisher body) {
        return send(request(path).header("Content-Type", JSON).POST(body).build());
    }

    /** Posts with headers of the caller's choice, given as names and values in turn. */
    Reply postWith(String json, String... headers) {
        HttpRequest.Builder request = request(ASSESSMENTS).POST(BodyPublishers.ofString(json));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** Posts to any address with headers of the caller's choice, given as names and values in turn. */
    Reply postTo(String path, String body, String... headers) {
        return send(request(path)
                .POST(BodyPublishers.ofString(body))
                .headers(headers)
                .build());
    }

    Reply postChunked(byte[] body) {
        BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
        return send(
                request(ASSESSMENTS).header("Content-Type", JSON).POST(chunked).build());
    }

    Reply get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    Reply call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()).build());
    }

    Reply callWith(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** A request with the sentinel where a value can hide: in a header, a cookie, the agent's name and the referrer. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMillis(PATIENCE_MS))
                .header("Connection", ONE_REQUEST)
                .header("X-Case", SENTINEL)
                .header("Cookie", "case=" + SENTINEL)
                .header("User-Agent", SENTINEL)
                .header("Referer", "http://127.0.0.1/" + SENTINEL);
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            Reply reply = new Reply(response.statusCode(), response.headers().map(), response.body());
            assertThat(OpenApiReplies.faults(
                            request.method(),
                            request.uri().getPath(),
                            reply.status(),
                            reply.header("content-type"),
                            reply.body()))
                    .as("by the description of the interface")
                    .isEmpty();
            return reply;
        } catch (IOException e) {
            throw new AssertionError("There was no reply: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Announces a body, sends no more of it than is needed to see that it is too large, and reads the reply. */
    Reply postBeginning(String body) {
        return raw("POST " + ASSESSMENTS + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + JSON
                + "\r\nX-Case: " + SENTINEL + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body.substring(0, 70_000));
    }

    /** Sends these very bytes, and reads one reply. */
    Reply raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError("There was no reply: " + e, e);
        }
    }

    private static Reply read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IOException("The connection was closed without a word.");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        List<String> length = headers.getOrDefault("content-length", List.of("0"));
        byte[] body = in.readNBytes(Integer.parseInt(length.get(0)));
        int status = Integer.parseInt(lines.get(0).substring(9, 12));
        return new Reply(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}

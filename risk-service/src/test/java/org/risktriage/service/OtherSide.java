package org.risktriage.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server that is no Risk Triage: it answers whatever a test has it answer. */
final class OtherSide implements AutoCloseable {
    static {
        // Otherwise each reply waits for the caller's machine to acknowledge its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;

    /** Answers one request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    OtherSide(Behaviour behaviour) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            behaviour.answer(exchange);
            exchange.close();
        });
        server.start();
    }

    /** A decision that says standard; no case asks for all that it says. */
    static String standard() {
        return ExampleFiles.reply("below-the-line")
                .toString()
                .replace("\"value\":\"medium\"", "\"value\":\"standard\"");
    }

    /** Answers everything alike. */
    static Behaviour saying(int status, String body) {
        return exchange -> say(exchange, status, body);
    }

    static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

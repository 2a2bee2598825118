package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One assessment over a real port, and what its reply says of services, gaps and actions. */
final class ServiceWalk {
    private final JsonNode reply;

    private ServiceWalk(JsonNode reply) {
        this.reply = reply;
    }

    /** Posts an assessment of an area: a day, one yes, nothing else but what is given. */
    static ServiceWalk of(int port, String area, String fields) {
        Reply reply = new Caller(port)
                .post("{\"area\":\"" + area + "\",\"assessedOn\":\"2026-11-20\",\"incidents\":[],\"maracs\":[],"
                        + fields + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return new ServiceWalk(reply.json());
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }

    private static JsonNode entry(JsonNode list, String id) {
        for (JsonNode entry : list) {
            if (entry.path("id").asText().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError(id + " is not among " + ids(list));
    }

    List<String> services() {
        return ids(reply.path("services"));
    }

    /** Services for which nothing is left to ask. */
    List<String> certain() {
        List<String> certain = new ArrayList<>();
        reply.path("services").forEach(service -> {
            if (service.path("ask").isEmpty()) {
                certain.add(service.path("id").asText());
            }
        });
        return certain;
    }

    List<String> gaps() {
        return ids(reply.path("gaps"));
    }

    List<String> actions() {
        return ids(reply.path("actions"));
    }

    JsonNode service(String id) {
        return entry(reply.path("services"), id);
    }

    JsonNode gap(String id) {
        return entry(reply.path("gaps"), id);
    }

    List<String> ask(String service) {
        List<String> ask = new ArrayList<>();
        service(service).path("ask").forEach(field -> ask.add(field.asText()));
        return ask;
    }

    /** Whether a service is open at the moment, until when, and when next. */
    String hours(String service) {
        JsonNode found = service(service);
        return found.path("openNow").asText() + " until "
                + found.path("openUntil").asText() + " next "
                + found.path("opensNext").asText();
    }
}

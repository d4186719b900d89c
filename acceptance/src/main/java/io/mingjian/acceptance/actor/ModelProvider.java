package io.mingjian.acceptance.actor;

import java.util.Map;

/** Runs a model that makes pictures, and shows what it was asked for. */
public final class ModelProvider extends Actor {
    public static final String REQUESTS = "/api/detection/v1/generation-requests";

    ModelProvider(Door door, String name) {
        super(door, name);
    }

    public Answer shows(String requestNo, String prompt, String account) {
        return tryShow(Map.of("requestNo", requestNo, "prompt", prompt, "account", account))
                .require(201);
    }

    public Answer tryShow(Object form) {
        return door().post(REQUESTS, form, Map.of("Idempotency-Key", "show-" + System.nanoTime()));
    }

    public Answer looksFor(String request) {
        return door().get(REQUESTS + "/" + request);
    }
}

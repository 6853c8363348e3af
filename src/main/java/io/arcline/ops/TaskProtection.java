package io.arcline.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps ECS from choosing this task when it scales in, as long as calls are live: by the agent's endpoint
 * {@code PUT $ECS_AGENT_URI/task-protection/v1/state}. The protection runs out by itself when this process is gone. One thread uses it.
 *
 * <p>Source: the ECS developer guide, "Amazon ECS task scale-in protection endpoint".
 */
public final class TaskProtection {
    /** How long a protection lasts that nobody renews. */
    static final Duration EXPIRES = Duration.ofMinutes(60);

    /** From one renewal to the next. */
    static final Duration RENEWED = Duration.ofMinutes(20);

    /** Without a call for so long the protection is released: not between two calls. */
    static final Duration QUIET = Duration.ofSeconds(20);

    /** After a failure the agent is left alone for so long. */
    static final Duration REST = Duration.ofSeconds(15);

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final System.Logger LOG = System.getLogger(TaskProtection.class.getName());

    private final URI endpoint;
    private final IntSupplier liveCalls;
    private final LongSupplier nanos;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private volatile boolean on;
    private long renewedAt;
    private long lastCallAt;
    private long restsUntil;
    private boolean failing;

    /**
     * @param agent the value of {@code ECS_AGENT_URI}
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public TaskProtection(URI agent, IntSupplier liveCalls, LongSupplier nanos) {
        String base = agent.toString();
        this.endpoint = URI.create((base.endsWith("/") ? base : base + "/") + "task-protection/v1/state");
        this.liveCalls = liveCalls;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        this.lastCallAt = now - QUIET.toNanos();
        this.restsUntil = now;
    }

    /** Whether the task is protected, as far as is known. */
    public boolean isOn() {
        return on;
    }

    /** Asks for what is due; to be called every second. Blocks for some seconds at the most, never throws. */
    public void look() {
        long now = nanos.getAsLong();
        boolean live = liveCalls.getAsInt() > 0;
        if (live) {
            lastCallAt = now;
        }
        if (now - restsUntil < 0) {
            return;
        }
        if (live && (!on || now - renewedAt >= RENEWED.toNanos())) {
            if (put("{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":" + EXPIRES.toMinutes() + "}")) {
                on = true;
                renewedAt = now;
            }
        } else if (on && !live && now - lastCallAt >= QUIET.toNanos()) {
            release();
        }
    }

    /** Releases the protection where it is on: this server ends. */
    public void release() {
        if (on && put("{\"ProtectionEnabled\":false}")) {
            on = false;
        }
    }

    private boolean put(String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            // A refusal may come with status 200.
            if (answer.statusCode() == 200 && answer.body().contains("\"protection\"")) {
                failing = false;
                return true;
            }
            return failed("status " + answer.statusCode());
        } catch (IOException away) {
            return failed(away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private boolean failed(String why) {
        LOG.log(
                failing ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                "ECS does not change the protection of this task: {0}",
                why);
        failing = true;
        restsUntil = nanos.getAsLong() + REST.toNanos();
        return false;
    }
}

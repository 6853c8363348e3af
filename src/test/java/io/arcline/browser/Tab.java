package io.arcline.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One tab: goes to pages, types and clicks as a person does, evaluates scripts, and keeps what the browser complained of. */
public final class Tab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The page itself looks again and again, for a second at a time. */
    private static final String WAITING = """
            () => new Promise((done) => {
                const began = performance.now();
                const look = () => {
                    let yes = false;
                    try { yes = Boolean(%s); } catch { }
                    if (yes || performance.now() - began > 1000) done(yes); else setTimeout(look, 20);
                };
                look();
            })""";

    private static final Map<String, String> KEYS =
            Map.of("Enter", "\r", "Tab", "", "Escape", "", "ArrowDown", "", "ArrowUp", "", "Backspace", "", " ", " ");
    private static final Map<String, Integer> CODES =
            Map.of("Enter", 13, "Tab", 9, "Escape", 27, "ArrowDown", 40, "ArrowUp", 38, "Backspace", 8, " ", 32);

    private final DevTools tools;
    private final String session;
    private final String target;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    Tab(DevTools tools, String session, String target, int width, int height) {
        this.tools = tools;
        this.session = session;
        this.target = target;
        tools.listen(session, this::event);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
        call("Security.setIgnoreCertificateErrors", Map.of("ignore", true));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        size(width, height);
    }

    /** Makes it this large; below 600 wide it is a phone, which is touched. */
    public Tab size(int width, int height) {
        boolean phone = width < 600;
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
        return this;
    }

    /** Signs in by HTTP basic authentication from now on. */
    public Tab as(String user, String password) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        call("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Authorization", "Basic " + basic)));
        return this;
    }

    /** Runs a script in every page before its own, such as for watching what the page does. */
    public Tab before(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    /** Turns scripts off from the next page on. */
    public Tab withoutScripts() {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** Goes to a page and waits until it is loaded. */
    public Tab go(URI address) {
        CompletableFuture<Void> load = new CompletableFuture<>();
        loaded = load;
        JsonObject answer = call("Page.navigate", Map.of("url", address.toString()));
        if (answer.containsKey("errorText")) {
            throw new AssertionError(address + ": " + answer.getString("errorText"));
        }
        // Another place of the same page is there at once.
        if (answer.containsKey("loaderId")) {
            load.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
        return this;
    }

    /** The value of an expression, awaited where it is a promise. */
    public JsonValue value(String expression) {
        JsonObject answer = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + "\n" + answer.getJsonObject("exceptionDetails"));
        }
        return answer.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
    }

    /** The value of an expression as text; "" for none. */
    public String text(String expression) {
        JsonValue value = value("Promise.resolve(" + expression + ").then((it) => String(it ?? ''))");
        return ((jakarta.json.JsonString) value).getString();
    }

    public boolean is(String expression) {
        return value("Promise.resolve(" + expression + ").then(Boolean)").equals(JsonValue.TRUE);
    }

    /** Waits until an expression is true. */
    public Tab await(String expression) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        AssertionError broken = null;
        while (System.nanoTime() < deadline) {
            try {
                if (is("(" + WAITING.formatted(expression) + ")()")) {
                    return this;
                }
                broken = null;
            } catch (AssertionError between) {
                // Between two pages there is nothing to ask.
                broken = between;
            }
        }
        throw new AssertionError(
                "never: " + expression + "\n" + text("document.body.innerText") + "\n" + complaints, broken);
    }

    /** What the page says, as a person reads it. */
    public String words() {
        return text("document.body.innerText");
    }

    /** Presses a key such as {@code Enter}, or types one character. */
    public Tab press(String key) {
        String text = KEYS.getOrDefault(key, key);
        int code = CODES.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
        Map<String, ?> about = Map.of(
                "type", text.isEmpty() ? "rawKeyDown" : "keyDown",
                "key", key,
                "text", text,
                "windowsVirtualKeyCode", code);
        call("Input.dispatchKeyEvent", about);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
        return this;
    }

    /** Types into what has the focus. */
    public Tab type(String words) {
        words.chars().forEach(c -> press(String.valueOf((char) c)));
        return this;
    }

    /** Clicks the first element of a selector. */
    public Tab click(String selector) {
        await("document.querySelector(" + Json.createValue(selector) + ")");
        value("document.querySelector(" + Json.createValue(selector) + ").click()");
        return this;
    }

    /** What the browser's console was told, by pages or by the browser itself, since the tab was opened. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Forgets what was complained of. */
    public void forgive() {
        complaints.clear();
    }

    /** A picture of what is seen of the page, as WebP. */
    public void picture(Path file) {
        JsonObject answer = call("Page.captureScreenshot", Map.of("format", "webp", "quality", 80));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(answer.getString("data")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        tools.call(null, "Target.closeTarget", Map.of("targetId", target));
    }

    private JsonObject call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    private void event(String name, JsonObject about) {
        switch (name) {
            case "Runtime.consoleAPICalled" -> complaints.add("console: " + about.getJsonArray("args"));
            case "Runtime.exceptionThrown" -> complaints.add("exception: " + about.getJsonObject("exceptionDetails"));
            case "Log.entryAdded" -> complaints.add("log: " + about.getJsonObject("entry"));
            case "Page.loadEventFired" -> loaded.complete(null);
            default -> {
                // Not asked for.
            }
        }
    }
}

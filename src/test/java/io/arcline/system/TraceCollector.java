package io.arcline.system;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Somebody who takes traces by OTLP over HTTP and keeps what was sent. */
final class TraceCollector implements AutoCloseable {
    private final HttpServer server;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private TraceCollector(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (received) {
                received.writeBytes(body);
                received.notifyAll();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    static TraceCollector start() throws IOException {
        return new TraceCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Everything that was sent so far, as it was: names and values are readable in it. */
    String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Waits until the trace of a call is there, whose own span is sent last; the exporter sends every few seconds. Everything that was
     * sent so far, of other calls too.
     */
    String awaitCall(String callSid) throws InterruptedException {
        Pattern call = Pattern.compile("arcline\\.call_sid.{1,8}" + callSid, Pattern.DOTALL);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (received) {
            while (!call.matcher(received()).find() && System.nanoTime() < end) {
                received.wait(1000);
            }
            return received();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

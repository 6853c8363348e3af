package io.arcline.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An HTTP/1.1 server on loopback, each connection on a virtual thread of its own. */
abstract class HttpStandIn implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    HttpStandIn() {
        try {
            server = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** What is done with a request; {@code connection} may be written to by other threads later. */
    abstract void handle(HttpConnection.Request request, HttpConnection connection) throws IOException;

    /** The client of this connection has gone. */
    void gone(HttpConnection connection) {}

    /** Its address, with this path. */
    public final URI uri(String path) {
        return URI.create("http://localhost:" + server.getLocalPort() + path);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        HttpConnection connection = null;
        try (socket) {
            connection = new HttpConnection(socket);
            for (var request = connection.next(); request != null; request = connection.next()) {
                handle(request, connection);
            }
        } catch (IOException broken) {
            // Gone like one that was closed.
        } finally {
            open.remove(socket);
            if (connection != null) {
                gone(connection);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

package io.arcline.performance;

import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A WebSocket server on Jetty that answers every message at once with {@link BareReply}: a program of its own. */
public final class BareJetty {
    private BareJetty() {}

    /** Listens on a port of the loopback interface, the first argument, until it is killed. */
    public static void main(String[] args) throws Exception {
        Server server = start(Integer.parseInt(args[0]));
        System.out.println("ready");
        server.join();
    }

    /** Listens on that port; 0 for any. */
    static Server start(int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping("/ws", (request, response, callback) -> new Endpoint());
        }));
        server.start();
        return server;
    }

    /** One connection. */
    public static final class Endpoint implements Session.Listener.AutoDemanding {
        private Session session;

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
        }

        @Override
        public void onWebSocketText(String message) {
            session.sendText(BareReply.TEXT, Callback.NOOP);
        }
    }
}

package io.arcline.twilio.socket;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Puts the relay's endpoint where calls connect, and at {@code /ws}, without call and token, for whoever tries the relay by hand on
 * the machine where it is developed. Where an auth token is configured {@link HandshakeFilter} lets nobody through to the latter.
 */
public class RelayAddresses implements ServletContextListener {
    /** The part of the path that is the token. */
    static final String TOKEN = "token";

    @Inject
    RelayDesk desk;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServerContainer sockets =
                (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            sockets.addEndpoint(at("/ws/{call}/{" + TOKEN + "}"));
            sockets.addEndpoint(at("/ws"));
        } catch (DeploymentException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private ServerEndpointConfig at(String path) {
        return ServerEndpointConfig.Builder.create(RelayEndpoint.class, path)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> endpoint) {
                        return endpoint.cast(new RelayEndpoint(desk));
                    }
                })
                .build();
    }
}

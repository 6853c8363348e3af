package io.arcline.twilio.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;

/**
 * Where Twilio's ConversationRelay connects: one instance and one session a call. {@link HandshakeFilter} has checked the
 * signature and taken the token, which was minted for the call in the path, before the upgrade. Not an annotated endpoint: for
 * those Liberty looks up and keeps the methods anew for every socket, a bean and a kilobyte a call.
 */
final class RelayEndpoint extends Endpoint {
    private final RelayDesk desk;
    private RelaySession session;

    RelayEndpoint(RelayDesk desk) {
        this.desk = desk;
    }

    @Override
    public void onOpen(Session socket, EndpointConfig config) {
        String token = socket.getPathParameters().get(RelayAddresses.TOKEN);
        session = token == null ? desk.openBare(socket) : desk.open(socket, token);
        socket.setMaxTextMessageBufferSize(RelaySession.MOST_BYTES);
        socket.setMaxBinaryMessageBufferSize(RelaySession.MOST_BYTES);
        socket.addMessageHandler(String.class, session::frame);
        socket.addMessageHandler(byte[].class, frame -> session.binary());
        socket.addMessageHandler(PongMessage.class, pong -> session.pong(pong.getApplicationData()));
    }

    @Override
    public void onClose(Session socket, CloseReason reason) {
        desk.closed(session, reason);
    }

    @Override
    public void onError(Session socket, Throwable cause) {
        desk.failed(session, cause);
    }
}

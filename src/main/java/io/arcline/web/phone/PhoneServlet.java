package io.arcline.web.phone;

import io.arcline.call.CallView;
import io.arcline.call.DialogStateJson;
import io.arcline.call.Switchboard;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.TrustedCarrier;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the phone's page asks besides what Twilio would: {@code GET /phone/calls/<sid>} for where a call stands, {@code POST
 * /phone/calls/<sid>/kill} to lose the server's side of it, {@code POST /phone/meaning} for what words mean.
 */
public final class PhoneServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern CALL = Pattern.compile("/calls/(?<sid>\\w{1,64})(?<kill>/kill)?");

    private final transient Switchboard switchboard;
    private final transient RelayDesk relay;
    private final transient Understood understood;

    public PhoneServlet(Switchboard switchboard, RelayDesk relay, Understood understood) {
        this.switchboard = switchboard;
        this.relay = relay;
        this.understood = understood;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher call = CALL.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean asks = request.getMethod().equals("GET");
        if (!TrustedCarrier.isFromThisMachine(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (asks && call.matches() && call.group("kill") == null) {
            answer(response, switchboard.call(call.group("sid")).map(this::json));
        } else if (!asks && call.matches() && call.group("kill") != null) {
            boolean killed = relay.abandon(call.group("sid"));
            response.setStatus(killed ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_NOT_FOUND);
        } else if (!asks && "/meaning".equals(request.getPathInfo())) {
            answer(response, meaning(request));
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private JsonObject json(CallView call) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("callSid", call.callSid()).add("status", call.status());
        switchboard.state(call.callSid()).ifPresent(state -> json.add("state", DialogStateJson.write(state)));
        return json.build();
    }

    private Optional<JsonObject> meaning(HttpServletRequest request) throws IOException {
        try (var json = Json.createReader(request.getInputStream())) {
            return Optional.of(understood.of(json.readObject()));
        } catch (JsonException | IllegalArgumentException | NullPointerException | ClassCastException noQuestion) {
            return Optional.empty();
        }
    }

    private static void answer(HttpServletResponse response, Optional<JsonObject> body) throws IOException {
        if (body.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body.get().toString());
    }
}

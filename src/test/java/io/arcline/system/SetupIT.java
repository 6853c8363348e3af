package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.socket.Closing;
import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.socket.WebSocketFrame;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Webhooks;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A socket is for the one call that its token was minted for, and is closed with the right code for anything else. */
class SetupIT {
    private static final Account ACCOUNT = Account.signing(Servers.AUTH_TOKEN);
    private static SignedTwilio twilio;

    @BeforeAll
    static void start() {
        twilio = new SignedTwilio(Servers.production());
    }

    @Test
    void anotherCallOrAnotherAccountIsRefused() throws Exception {
        assertThat(after("CAmine", setup("CAother", ACCOUNT.accountSid())).code())
                .isEqualTo(1008);
        assertThat(after("CAmine", setup("CAmine", "AC11111111111111111111111111111111"))
                        .code())
                .isEqualTo(1008);
    }

    @Test
    void aSetupThatNamesNoCallIsForTheCallOfItsToken() throws Exception {
        WebSocketClient socket = open("CAunnamed");
        StringBuilder words = new StringBuilder();
        socket.send(setup("", ACCOUNT.accountSid()));
        socket.send(TwilioFrames.prompt("goodbye", "en", true));
        Closing closing = socket.receive(words::append);
        assertThat(closing.code()).isEqualTo(1000);
        assertThat(words).contains("Shani here", "{\"type\":\"end\"}");
        assertThat(Servers.production().operator("/api/calls/CAunnamed").body()).contains("\"status\":\"ended\"");
    }

    @Test
    void customParametersBeyondTheirBoundAreRefusedAndThoseWithinItAreNot() throws Exception {
        WebSocketClient socket = open("CAparameters");
        StringBuilder words = new StringBuilder();
        socket.send(setup("CAparameters", ACCOUNT.accountSid(), parameters(33, 10)));
        socket.send(setup("CAparameters", ACCOUNT.accountSid(), parameters(1, 1_025)));
        socket.send(TwilioFrames.prompt("extraction", "en", true));
        socket.send(setup("CAparameters", ACCOUNT.accountSid(), parameters(32, 1_000)));
        socket.send(TwilioFrames.prompt("goodbye", "en", true));
        assertThat(socket.receive(words::append).code()).isEqualTo(1000);
        assertThat(words).contains("Shani here");
        assertThat(words.toString().split("\"last\":true"))
                .as("the greeting and the goodbye")
                .hasSize(3);
    }

    private static Map<String, String> parameters(int count, int length) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "name" + i, i -> "x".repeat(length)));
    }

    @Test
    void noSetupWithinTenSecondsIsRefused() throws Exception {
        long began = System.nanoTime();
        Closing closing = after("CAsilent", TwilioFrames.prompt("extraction", "en", true));
        assertThat(closing.code()).isEqualTo(1008);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(60));
    }

    @Test
    void tooLargeAFrameABinaryOneAndTooManyAreRefusedByTheirCodes() throws Exception {
        // 1006: the rest of the frame, which nobody read, may reset the connection before the close frame is seen.
        assertThat(after("CAlarge", "x".repeat(1_100_000)).code()).isIn(1009, 1006);
        WebSocketClient pieces = open("CApieces");
        sendInPieces(pieces, 20);
        assertThat(pieces.receive(text -> {}).code()).isIn(1009, 1006);
        WebSocketClient binary = open("CAbinary");
        binary.send(new WebSocketFrame(WebSocketFrame.BINARY, true, "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(binary.receive(text -> {}).code()).isEqualTo(1003);
        WebSocketClient many = open("CAmany");
        many.send(setup("CAmany", ACCOUNT.accountSid()));
        String key = TwilioFrames.info("roundTripDelayMs", "100");
        for (int i = 0; i < 20_000 && many.send(key); i++) {}
        assertThat(many.receive(text -> {}).code()).isIn(1008, 1006);
    }

    @Test
    void whatIsLargerThanAFrameMayBeIsDroppedAndTheCallGoesOn() throws Exception {
        WebSocketClient socket = open("CAdropped");
        StringBuilder words = new StringBuilder();
        socket.send(setup("CAdropped", ACCOUNT.accountSid()));
        socket.send(TwilioFrames.prompt("goodbye", "en", true) + " ".repeat(70_000));
        sendInPieces(socket, 3);
        socket.send(TwilioFrames.prompt("goodbye", "en", true));
        assertThat(socket.receive(words::append).code()).isEqualTo(1000);
        assertThat(words.toString().split("\"last\":true"))
                .as("the greeting and the goodbye")
                .hasSize(3);
    }

    /** One message of as many fragments, each smaller than a frame may be. */
    private static void sendInPieces(WebSocketClient socket, int pieces) {
        byte[] piece = "x".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < pieces; i++) {
            int opcode = i == 0 ? WebSocketFrame.TEXT : WebSocketFrame.CONTINUATION;
            if (!socket.send(new WebSocketFrame(opcode, i == pieces - 1, piece))) {
                return;
            }
        }
    }

    @Test
    void aLiveCallIsUnharmedByASecondSocketWithItsSidAndByASecondSetup() throws Exception {
        try (FakeTwilio carrier = FakeTwilio.to(twilio.address())
                .account(ACCOUNT)
                .line(LineSettings.faster(20))
                .start()) {
            FakeCall call = carrier.dial("+15550100022");
            call.awaitReply();
            Closing second = after(call.callSid(), setup(call.callSid(), ACCOUNT.accountSid()));
            assertThat(second.code()).isEqualTo(1008);
            call.sendRaw(setup(call.callSid(), ACCOUNT.accountSid()));
            call.sendRaw(setup("CAother", "AC11111111111111111111111111111111"));
            call.say("extraction");
            assertThat(call.awaitAnswer().text()).isNotBlank();
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
        }
    }

    private static String setup(String callSid, String accountSid) {
        return setup(callSid, accountSid, Map.of());
    }

    private static String setup(String callSid, String accountSid, Map<String, String> parameters) {
        return TwilioFrames.setup("VX1", callSid, "+15550100023", "+15550100009", "RINGING", accountSid, parameters);
    }

    /** How the server closes a socket that was opened for a call, after a first frame. */
    private static Closing after(String callSid, String frame) throws Exception {
        WebSocketClient socket = open(callSid);
        AtomicInteger words = new AtomicInteger();
        socket.send(frame);
        Closing closing = socket.receive(text -> words.incrementAndGet());
        assertThat(words).as("frames from the server").hasValue(0);
        return closing;
    }

    private static WebSocketClient open(String callSid) throws Exception {
        String url = twilio.relayUrl(callSid);
        try (Webhooks webhooks = new Webhooks(ACCOUNT, twilio.address())) {
            return WebSocketClient.connect(
                    twilio.address().reach(url), webhooks.handshakeHeaders(url), Duration.ofSeconds(10));
        }
    }
}

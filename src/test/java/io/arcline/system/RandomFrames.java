package io.arcline.system;

import io.arcline.faketwilio.wire.TwilioFrames;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Frames as Twilio might send them, in no sensible order, two thirds of them spoilt. */
final class RandomFrames {
    private static final List<String> WORDS = List.of(
            "extraction",
            "loot",
            "Scrappy",
            "submit intel",
            "listen to intel",
            "menu",
            "repeat",
            "help",
            "yes",
            "no",
            "another",
            "Blue Gate by the hatch",
            "rusted gear",
            "the hall is empty",
            "",
            " ",
            "\u0000",
            "\ud83d\ude00",
            "say it in German",
            "x".repeat(3_000),
            "goodbye for now",
            "never mind");
    private static final String SPOILING = "\"{}[],:\\\u0000\ud800\udc00 \t0e-.nulltrue\u00e9\u2028";

    private final Random random;

    RandomFrames(Random random) {
        this.random = random;
    }

    /** One that means nothing and is right. */
    static String good() {
        return TwilioFrames.info("roundTripDelayMs", "148");
    }

    String next() {
        String frame = sensible();
        int spoilt = random.nextInt(3);
        for (int i = 0; i < spoilt * (1 + random.nextInt(3)); i++) {
            frame = spoil(frame);
        }
        // Empty frames that the network cuts within their header are misread by Liberty, and Twilio sends none.
        return frame.isEmpty() ? " " : frame.replaceAll("[\\ud800-\\udfff]", "?");
    }

    private String sensible() {
        String words = WORDS.get(random.nextInt(WORDS.size()));
        return switch (random.nextInt(9)) {
            case 0, 1 -> TwilioFrames.prompt(words, random.nextBoolean() ? "en-GB" : "de-DE", true);
            case 2 -> TwilioFrames.prompt(words, "en", false);
            case 3 -> TwilioFrames.dtmf("0123456789*#".charAt(random.nextInt(12)));
            case 4 -> TwilioFrames.interrupt(words, random.nextInt(10_000));
            case 5 -> TwilioFrames.info(random.nextBoolean() ? "agentSpeaking" : "clientSpeaking", onOrOff());
            case 6 -> TwilioFrames.info("tokensPlayed", words);
            case 7 -> TwilioFrames.invalidMessage(words);
            default ->
                TwilioFrames.setup("VX9", "CAsecond", "+15550100051", "", "RINGING", words, Map.of("key", words));
        };
    }

    private String onOrOff() {
        return random.nextBoolean() ? "on" : "off";
    }

    private String spoil(String frame) {
        if (frame.isEmpty()) {
            return "{";
        }
        int at = random.nextInt(frame.length());
        int to = Math.min(frame.length(), at + 1 + random.nextInt(8));
        return switch (random.nextInt(5)) {
            case 0 -> frame.substring(0, at) + frame.substring(to);
            case 1 -> frame.substring(0, at) + character() + frame.substring(at);
            case 2 -> frame.substring(0, at) + character() + frame.substring(to);
            case 3 -> frame.substring(0, at);
            default -> frame.substring(0, to) + frame.substring(at);
        };
    }

    private char character() {
        return random.nextInt(4) > 0
                ? SPOILING.charAt(random.nextInt(SPOILING.length()))
                : (char) random.nextInt(0x10000);
    }
}

package io.arcline.twilio.twiml;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;

/**
 * Answers that Twilio speaks without the relay: when no line is free, when the server goes away, when a session broke.
 *
 * @param voice a voice of {@code <Say>}, such as {@code Polly.Amy-Neural}; the relay's ElevenLabs voices are none
 * @param language the language of the lines, such as {@code en-GB}
 */
public record SpokenTwiml(String voice, String language) {

    /** A British voice of {@code <Say>} that needs nothing to be enabled in the account. */
    public static final SpokenTwiml DEFAULT = new SpokenTwiml("Polly.Amy-Neural", "en-GB");

    private static final String HANG_UP = new VoiceResponse.Builder()
            .hangup(new Hangup.Builder().build())
            .build()
            .toXml();

    private static final String NOTHING = new VoiceResponse.Builder().build().toXml();

    /** The longest pause before a retry, in seconds: the caller hears nothing. */
    public static final int MAX_PAUSE_SECONDS = 10;

    /** Says the line and hangs up. */
    public String sayAndHangUp(String line) {
        return new VoiceResponse.Builder()
                .say(say(line))
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }

    /**
     * Waits and asks again, without a word.
     *
     * @param url what to ask, by POST
     * @param pauseSeconds from 1 to {@link #MAX_PAUSE_SECONDS}; others are brought into that range
     */
    public static String retry(String url, int pauseSeconds) {
        return new VoiceResponse.Builder()
                .pause(new Pause.Builder()
                        .length(Math.clamp(pauseSeconds, 1, MAX_PAUSE_SECONDS))
                        .build())
                .redirect(redirect(url))
                .build()
                .toXml();
    }

    /** Hangs up without a word. */
    public static String hangUp() {
        return HANG_UP;
    }

    /** Asks for nothing: the call is over anyway. */
    public static String nothing() {
        return NOTHING;
    }

    private Say say(String line) {
        return new Say.Builder(XmlText.of(line))
                .option("voice", XmlText.of(voice))
                .option("language", XmlText.of(language))
                .build();
    }

    /** By option and text, because the builder's own URL refuses what it cannot parse. */
    private static Redirect redirect(String url) {
        return new Redirect.Builder("")
                .option("method", "POST")
                .addText(XmlText.of(url))
                .build();
    }
}

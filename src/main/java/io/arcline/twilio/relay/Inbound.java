package io.arcline.twilio.relay;

import java.util.Map;

/**
 * One message from Twilio on a ConversationRelay socket.
 *
 * <p>No component is ever null, and every string is well-formed Unicode: what is absent or null on the wire is the
 * empty string, a lone surrogate is U+FFFD. Messages are values and may go to any thread. What they hold comes from the
 * far end of a phone line; {@link Setup#toString()} and {@link Prompt#toString()} leave out numbers and words so that
 * they can be logged.
 *
 * <p>Source: Twilio's page "WebSocket messages to your application" and the recorded calls among the tests' resources.
 */
public sealed interface Inbound {

    /**
     * The first message of a session, sent as soon as the socket is open. A second session on the same call has the
     * same {@code callSid} and a new {@code sessionId}.
     *
     * @param sessionId the relay session, "VX…"
     * @param accountSid whose call it is, "AC…"
     * @param parentCallSid the call that dialled this one; mostly empty
     * @param callSid the call, "CA…"; empty where Twilio did not name one, which the reader of the message has to judge
     * @param from the caller's number as Twilio knows it: E.164, a SIP address, or a word such as "anonymous"
     * @param to the number that was called
     * @param forwardedFrom the number that forwarded the call, or empty
     * @param callType "PSTN", "SIP" or "CLIENT"
     * @param callerName the name on the line, mostly empty
     * @param direction "inbound" or "outbound-api"
     * @param callStatus "RINGING" or "IN_PROGRESS"
     * @param customParameters the {@code <Parameter>} children of the TwiML, in their order; unmodifiable
     */
    record Setup(
            String sessionId,
            String accountSid,
            String parentCallSid,
            String callSid,
            String from,
            String to,
            String forwardedFrom,
            String callType,
            String callerName,
            String direction,
            String callStatus,
            Map<String, String> customParameters)
            implements Inbound {

        /** Names the session and the call, no numbers. */
        @Override
        public String toString() {
            return "Setup[sessionId=" + sessionId + ", callSid=" + callSid + ", callStatus=" + callStatus + "]";
        }
    }

    /**
     * What the caller said.
     *
     * @param voicePrompt the words; while {@code last} is false, all words of the utterance so far
     * @param lang the language heard, "en" or "en-GB"; compare its primary subtag
     * @param last whether the utterance is complete; only then it may be answered. True where the wire names none:
     *     partial prompts have to be asked for, so an unmarked one is complete
     */
    record Prompt(String voicePrompt, String lang, boolean last) implements Inbound {

        /** Tells how much was said, not what. */
        @Override
        public String toString() {
            return "Prompt[" + voicePrompt.length() + " characters, lang=" + lang + ", last=" + last + "]";
        }
    }

    /**
     * A key that the caller pressed.
     *
     * @param digit one of {@code 0-9 * #}
     */
    record Dtmf(char digit) implements Inbound {}

    /**
     * The caller broke into what was being said; everything queued is discarded by Twilio. Both values cover only the
     * chunk of speech that was playing, not the whole reply: what was heard is the {@code tokensPlayed} events before
     * it.
     *
     * @param utteranceUntilInterrupt what of the chunk had been played; may be empty
     * @param durationUntilInterruptMs how long it had been playing, in milliseconds, or {@link #UNKNOWN_DURATION}
     */
    record Interrupt(String utteranceUntilInterrupt, long durationUntilInterruptMs) implements Inbound {

        /** Twilio gave no duration, or none between zero and a day. */
        public static final long UNKNOWN_DURATION = -1;
    }

    /**
     * Twilio refused something, mostly a message of ours; the session goes on.
     *
     * @param description a sentence that may repeat the refused message, and with it words of the call
     */
    record ErrorReport(String description) implements Inbound {}

    /**
     * An event that the TwiML subscribed to, such as {@code agentSpeaking}, {@code clientSpeaking} ("on" and "off") and
     * {@code tokensPlayed} (the text just played). Names that are not known are to be ignored.
     */
    record Info(String name, String value) implements Inbound {}

    /**
     * A message of a type that this version does not know; to be ignored.
     *
     * @param type as Twilio sent it, at most {@link InboundCodec#MAX_TYPE_LENGTH} characters, any characters
     */
    record Unknown(String type) implements Inbound {}
}

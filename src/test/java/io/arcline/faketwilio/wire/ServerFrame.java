package io.arcline.faketwilio.wire;

/** A frame that a relay server may send. Nullable fields are null where the frame does not have them. */
public sealed interface ServerFrame {

    /**
     * Words to speak.
     *
     * @param token never null, may be ""
     * @param last whether the reply ends with it; false where not given
     * @param lang nullable
     * @param interruptible nullable: as the TwiML says
     * @param preemptible nullable: as the TwiML says
     */
    record Text(String token, boolean last, String lang, Boolean interruptible, Boolean preemptible)
            implements ServerFrame {}

    /**
     * A recording to play.
     *
     * @param loop 1 where not given
     * @param interruptible nullable
     * @param preemptible nullable
     */
    record Play(String source, int loop, Boolean interruptible, Boolean preemptible) implements ServerFrame {}

    /** Keys to press towards the caller. */
    record SendDigits(String digits) implements ServerFrame {}

    /** Other languages from now on; one of the two may be null. */
    record Language(String ttsLanguage, String transcriptionLanguage) implements ServerFrame {}

    /**
     * The session is over.
     *
     * @param handoffData nullable
     */
    record End(String handoffData) implements ServerFrame {}

    /** {@code config} or {@code hints}, whose exact shape Twilio has not published: taken as it is. */
    record Update(String type) implements ServerFrame {}
}

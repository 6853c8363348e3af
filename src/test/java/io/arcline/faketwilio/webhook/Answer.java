package io.arcline.faketwilio.webhook;

/**
 * What the server answered to a webhook.
 *
 * @param url the public URL that was asked, the base of relative ones in the answer
 * @param status of HTTP
 * @param contentType "" where there was none
 * @param body as UTF-8
 */
public record Answer(String url, int status, String contentType, String body) {
    /** Whether Twilio would read it as TwiML. */
    public boolean markup() {
        return contentType.startsWith("text/xml")
                || contentType.startsWith("application/xml")
                || contentType.startsWith("text/html");
    }
}

package io.arcline.faketwilio.webhook;

import io.arcline.faketwilio.callers.Callers;

/** The fields of Twilio's voice requests, in the order of the recorded calls, empty ones included. */
public final class VoiceForm {
    private VoiceForm() {}

    /** Somebody dials the number: the first request of a call. */
    public static Form incoming(Account account, String callSid, String from, String to) {
        return common(account, callSid, from, to)
                .with("StirVerstat", "TN-Validation-Passed-C")
                .with("CallToken", "%7B%22parentCallInfoToken%22%3A%22stand-in%22%7D")
                .with("CallStatus", "ringing");
    }

    /** A later request of the same call, such as the one that a Redirect causes. */
    public static Form during(Account account, String callSid, String from, String to) {
        return common(account, callSid, from, to).with("CallStatus", "in-progress");
    }

    /** The action of a Connect, up to the fields that depend on how the relay session ended. */
    public static Form action(Account account, String callSid, String from, String to) {
        return common(account, callSid, from, to);
    }

    private static Form common(Account account, String callSid, String from, String to) {
        Callers.calledFrom(from);
        return Form.of(
                "Called",
                to,
                "ToState",
                "",
                "CallerCountry",
                "US",
                "Direction",
                "inbound",
                "CallerState",
                "",
                "ToZip",
                "",
                "CallSid",
                callSid,
                "To",
                to,
                "CallerZip",
                "",
                "ToCountry",
                "US",
                "CalledZip",
                "",
                "ApiVersion",
                "2010-04-01",
                "CalledCity",
                "",
                "From",
                from,
                "AccountSid",
                account.accountSid(),
                "CalledCountry",
                "US",
                "CallerCity",
                "",
                "ToCity",
                "",
                "FromCountry",
                "US",
                "Caller",
                from,
                "FromCity",
                "",
                "CalledState",
                "",
                "FromZip",
                "",
                "FromState",
                "");
    }
}

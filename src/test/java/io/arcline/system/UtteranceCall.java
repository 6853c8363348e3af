package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;

/**
 * One call that goes to where an utterance was heard, says it, and sees what comes of it: by ear, and at the operators' API.
 */
final class UtteranceCall {
    private static final String REPORT = "Wasps by the east gate.";

    private final LibertyServer server;
    private final String language;
    private final FakeCall call;
    private String answer;

    /** @param language one that there are lines for; the call is switched to it on request */
    UtteranceCall(LibertyServer server, FakeTwilio twilio, String language) {
        this.server = server;
        this.language = language;
        call = twilio.dial("+15550100007");
        answer = call.awaitReply().text();
        if (language.equals("de")) {
            hear("Deutsch, bitte");
        }
    }

    /** The label of what comes of it; "stayed" where the caller is asked again, or helped, where there is no label for it. */
    String outcome(Utterance utterance) {
        enter(utterance.context());
        String before = answer;
        JsonObject from = row();
        hear(utterance.text());
        JsonObject to = row();
        if (to.getString("step").equals("ending") || call.end().isPresent()) {
            return call.awaitEnd().proper() ? "end" : "dropped";
        }
        call.hangUp();
        call.awaitEnd();
        String hotline = to.getString("hotline");
        if (!call.violations().isEmpty() || !to.getString("status").equals("live")) {
            return "broken: " + call.violations() + " " + to;
        }
        if (switched()) {
            return language.equals("de") ? "en" : "de";
        }
        if (!hotline.equals(from.getString("hotline"))) {
            return hotline.replace("-intel", "");
        }
        if (before.endsWith(answer)) {
            return "repeat";
        }
        if (hotline.equals("menu")) {
            return "menu";
        }
        return utterance.context().startsWith("done-") ? afterwards(to.getString("step")) : taken(from, to);
    }

    private void enter(String context) {
        switch (context) {
            case "menu" -> {}
            case "location", "done-extraction" -> press('1');
            case "item", "done-loot" -> press('2');
            case "scrappy", "done-scrappy" -> press('3');
            case "submitting", "done-submit" -> press('4');
            case "done-listen" -> press('5');
            default -> throw new IllegalArgumentException("no such context: " + context);
        }
        if (context.startsWith("done-") && !context.equals("done-listen")) {
            hear(context.equals("done-loot") ? "batteries" : REPORT);
        }
    }

    private String afterwards(String step) {
        if (Wordings.of(language, "loot\\.text-(sent|no-number|failed)").in(answer)) {
            return "sms";
        }
        boolean on = step.equals("asked")
                || Wordings.of(language, "listen\\.several").in(answer);
        return on ? "again" : "stayed";
    }

    private static String taken(JsonObject from, JsonObject to) {
        boolean done = to.getString("step").equals("done") && to.getInt("turns") == from.getInt("turns") + 1;
        return done ? "content" : "stayed";
    }

    /** Whether Shani has just said that she speaks the other language, and told the carrier. */
    private boolean switched() {
        String other = language.equals("de") ? "en" : "de";
        return Wordings.of(other, "common\\.switched").in(answer)
                && call.transcript().received().stream()
                        .anyMatch(frame -> frame.contains("\"ttsLanguage\":\"" + other + "-"));
    }

    private void hear(String words) {
        call.say(words);
        answer = call.awaitAnswer().text().strip();
    }

    private void press(char key) {
        call.press(key);
        answer = call.awaitAnswer().text().strip();
    }

    private JsonObject row() {
        HttpResponse<String> response = server.operator("/api/calls/" + call.callSid());
        assertThat(response.statusCode())
                .as("the operators' view of " + call.callSid())
                .isEqualTo(200);
        return Json.object(response.body());
    }
}

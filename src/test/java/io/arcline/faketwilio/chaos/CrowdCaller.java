package io.arcline.faketwilio.chaos;

import io.arcline.faketwilio.CallEnd;
import io.arcline.faketwilio.CallFailed;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One caller of a crowd. */
final class CrowdCaller {
    private static final long GOODBYE_NANOS = 20_000_000_000L;

    private final FakeTwilio twilio;
    private final Wording wording;
    private final Duration thinking;
    private final String name;
    private final int number;
    private final AtomicBoolean over;
    private final AtomicInteger inConversation;
    private final List<String> acknowledged = new ArrayList<>();
    private volatile FakeCall call;
    private String open = "";
    private int given;
    private int greetings;
    private int apologies;
    private int behind;
    private int forgotten;
    private volatile int turns;

    CrowdCaller(
            FakeTwilio twilio,
            Wording wording,
            Duration thinking,
            String name,
            int number,
            AtomicBoolean over,
            AtomicInteger inConversation) {
        this.twilio = twilio;
        this.wording = wording;
        this.thinking = thinking;
        this.name = name;
        this.number = number;
        this.over = over;
        this.inConversation = inConversation;
    }

    CrowdCall call() {
        call = twilio.dial("+1556%07d".formatted(number));
        String problem = "";
        try {
            talk();
            CallEnd end = call.awaitEnd();
            problem = end.proper() ? "" : end + "\n" + call;
        } catch (CallFailed failed) {
            problem = failed.getMessage();
            call.hangUp();
        }
        return new CrowdCall(call, acknowledged, open, greetings, apologies, behind, forgotten, turns, problem);
    }

    /** Answers that were heard so far. */
    int turns() {
        return turns;
    }

    /** The caller's socket is lost, where it is open. */
    void drop() {
        try {
            call.drop();
        } catch (CallFailed gone) {
            // It is between two sockets just now.
        }
    }

    private void talk() {
        Reply heard = hear();
        inConversation.incrementAndGet();
        while (true) {
            if (found(wording.stored(), heard)) {
                if (!open.isEmpty()) {
                    acknowledged.add(open);
                    open = "";
                }
                if (over.get()) {
                    break;
                }
                heard = say("another");
            } else if (found(wording.unsaved(), heard)) {
                heard = say("send");
            } else if (found(wording.asks(), heard)) {
                if (over.get() && open.isEmpty()) {
                    break;
                }
                open = open.isEmpty() ? "Sighting " + given++ + " by caller " + number + " of " + name : open;
                heard = say(open);
            } else if (over.get() && open.isEmpty()) {
                break;
            } else {
                heard = say("submit intel");
            }
        }
        while (call.end().isEmpty()) {
            goodbye();
        }
    }

    /** Says goodbye, and once more where the call was lost over it. */
    private void goodbye() {
        int sessions = call.relaySessions();
        if (speak("goodbye")) {
            long deadline = System.nanoTime() + GOODBYE_NANOS;
            while (call.end().isEmpty() && call.relaySessions() == sessions && System.nanoTime() < deadline) {
                call.silent(Duration.ofMillis(200));
            }
        }
    }

    private Reply say(String words) {
        int sessions = call.relaySessions();
        call.silent(thinking);
        // Who is cut off before she speaks listens first to what is said when the line is back.
        call.sayIfStill(sessions, words);
        return hear();
    }

    /** Whether it could be said: there may be no socket at the moment. */
    private boolean speak(String words) {
        try {
            call.say(words);
            return true;
        } catch (CallFailed betweenTwoSockets) {
            if (call.end().isPresent() && !over.get()) {
                throw betweenTwoSockets;
            }
            return false;
        }
    }

    private Reply hear() {
        Reply heard = call.awaitAnswer();
        turns++;
        greetings += found(wording.greeting(), heard) ? 1 : 0;
        apologies += found(wording.apology(), heard) ? 1 : 0;
        behind += found(wording.behind(), heard) ? 1 : 0;
        forgotten += found(wording.forgotten(), heard) ? 1 : 0;
        return heard;
    }

    private static boolean found(Pattern words, Reply reply) {
        return words.matcher(reply.text()).find();
    }
}

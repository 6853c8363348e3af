package io.arcline.faketwilio;

import io.arcline.faketwilio.line.LineSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Measures one call: turns a second and the time of a turn, from the key to the end of the reply, on a line that plays
 * everything at once. Options and environment as the {@link TerminalPhone}'s.
 */
public final class TurnRate {
    private static final int WARM_UP = 2_000;
    private static final int TURNS = 5_000;

    private TurnRate() {}

    public static void main(String[] args) {
        PhoneOptions options = PhoneOptions.of(args, Map.copyOf(System.getenv()), false);
        try (FakeTwilio twilio = FakeTwilio.to(options.address())
                .account(options.account())
                .line(LineSettings.instant())
                .start()) {
            FakeCall call = twilio.dial(options.from());
            call.awaitReply();
            measure(call, WARM_UP);
            long[] nanos = measure(call, TURNS);
            call.hangUp();
            call.awaitEnd();
            double seconds = Arrays.stream(nanos).sum() / 1e9;
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "%d turns of one call: %.0f a second; a turn takes %.2f ms (median), %.2f ms (p99)%n",
                    TURNS,
                    TURNS / seconds,
                    nanos[TURNS / 2] / 1e6,
                    nanos[TURNS * 99 / 100] / 1e6);
        }
    }

    private static long[] measure(FakeCall call, int turns) {
        long[] nanos = new long[turns];
        for (int i = 0; i < turns; i++) {
            long began = System.nanoTime();
            call.press('*');
            call.awaitReply();
            nanos[i] = System.nanoTime() - began;
        }
        return nanos;
    }
}

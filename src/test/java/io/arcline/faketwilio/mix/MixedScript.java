package io.arcline.faketwilio.mix;

import io.arcline.faketwilio.mix.Step.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What one caller of a mix does: one to three hotlines, by key or by name, left for the menu or straight for the next
 * one, with reports and messages of unique content, repeats and interruptions; at last goodbye. The same for the same
 * seed and number.
 *
 * @param number of the call in its mix
 */
public record MixedScript(int number, List<Step> steps) {
    private static final List<String> NAMES =
            List.of("extraction", "loot", "Scrappy", "submit intel", "listen to intel");
    private static final List<String> PLACES =
            List.of("Dam Battlegrounds", "Buried City", "the Spaceport", "Blue Gate", "the swamp", "Red Lakes");
    private static final List<String> MACHINES =
            List.of("a Bastion", "two Wasps", "the Matriarch", "Hornets", "a Rocketeer");
    private static final List<String> ITEMS = List.of("rusty gears", "ARC alloy", "a spring", "medical supplies");

    public MixedScript {
        steps = List.copyOf(steps);
    }

    /** The script of a call. */
    public static MixedScript of(long seed, int number) {
        return new Writing(seed, number).write();
    }

    /** Every content that a call of this script may have stored. */
    public List<String> contents() {
        return steps.stream()
                .filter(step -> step.act() == Act.REPORT || step.act() == Act.MESSAGE)
                .map(Step::words)
                .toList();
    }

    /** A script while it is being written. */
    private static final class Writing {
        private final long seed;
        private final int number;
        private final Random random;
        private final List<Step> steps = new ArrayList<>();
        private int contents;

        Writing(long seed, int number) {
            this.seed = seed;
            this.number = number;
            this.random = new Random(seed * 1_000_003 + number);
        }

        MixedScript write() {
            int visits = 1 + random.nextInt(3);
            for (int visit = 0; visit < visits; visit++) {
                int hotline = random.nextInt(NAMES.size());
                enter(hotline, visit == 0);
                use(hotline);
                if (chance(4)) {
                    steps.add(Step.say("repeat"));
                }
            }
            steps.add(new Step(Act.GOODBYE, "goodbye", false));
            return new MixedScript(number, steps);
        }

        private void enter(int hotline, boolean atMenu) {
            boolean byMenu = atMenu || chance(2);
            if (!atMenu && byMenu) {
                steps.add(Step.say("menu"));
            }
            boolean byKey = byMenu && chance(2);
            Step step = byKey ? Step.press((char) ('1' + hotline)) : Step.say(NAMES.get(hotline));
            steps.add(byMenu && chance(4) ? step.spokenOver() : step);
        }

        private void use(int hotline) {
            switch (hotline) {
                case 0 -> steps.add(Step.say(one(PLACES)));
                case 1 -> steps.add(Step.say(one(ITEMS)));
                case 2 -> give(Act.MESSAGE, "Scrappy, bring " + one(ITEMS));
                case 3 -> give(Act.REPORT, one(MACHINES) + " at " + one(PLACES));
                default -> {
                    if (chance(2)) {
                        steps.add(Step.say("more"));
                    }
                }
            }
        }

        private void give(Act act, String what) {
            steps.add(content(act, what));
            if (chance(3)) {
                steps.add(Step.say("another"));
                steps.add(content(act, what));
            }
        }

        private Step content(Act act, String what) {
            return new Step(act, what + ", marker %d-%d of mix %d".formatted(number, ++contents, seed), false);
        }

        private String one(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /** True once in so many times. */
        private boolean chance(int times) {
            return random.nextInt(times) == 0;
        }
    }
}

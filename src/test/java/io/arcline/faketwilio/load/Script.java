package io.arcline.faketwilio.load;

import io.arcline.faketwilio.mix.MixedScript;
import io.arcline.faketwilio.mix.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller does from the greeting on; one that does not end begins anew at its first turn. Immutable.
 *
 * <p>As a text, each line is one of {@code answered} (the greeting comes first), {@code say WORDS}, {@code press KEY}, and
 * below each of them any number of {@code hear WORDS}, one of which has to be in one frame of the reply as it stands in JSON;
 * {@code whole WORDS} below what is said, which have to be in all frames of the reply together; and {@code ended} below the
 * turn after which the server ends the call. Empty lines and those that begin with # say nothing.
 *
 * @param greeting what is heard when the call is answered
 * @param turns at least one
 */
record Script(ScriptTurn greeting, List<ScriptTurn> turns) {
    Script {
        turns = List.copyOf(turns);
    }

    /** One key again and again, whatever is answered: for servers that know no dialog. */
    static Script anything() {
        return new Script(ScriptTurn.listen(List.of()), List.of(ScriptTurn.press('*', List.of(), false)));
    }

    /** A call of the mix that the fake Twilio also makes with its own calls; replies are checked for their form only. */
    static Script mixed(long seed, int number) {
        List<ScriptTurn> turns = new ArrayList<>();
        for (Step step : MixedScript.of(seed, number).steps()) {
            boolean ends = step.act() == Step.Act.GOODBYE;
            turns.add(
                    step.act() == Step.Act.PRESS
                            ? ScriptTurn.press(step.words().charAt(0), List.of(), ends)
                            : ScriptTurn.say(step.words(), List.of(), ends));
        }
        return new Script(ScriptTurn.listen(List.of()), turns);
    }

    /** @throws IllegalArgumentException naming the line that is wrong */
    static Script parse(List<String> lines) {
        return new Reading().read(lines);
    }

    /** Whether the server ends a call that follows it. */
    boolean ends() {
        return turns.getLast().ends();
    }

    private static final class Reading {
        private final List<ScriptTurn> turns = new ArrayList<>();
        private final List<String> heard = new ArrayList<>();
        private ScriptTurn greeting = ScriptTurn.listen(List.of());
        private String doing = "answered";
        private String whole = "";
        private boolean ended;

        Script read(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#") && !line(line)) {
                    throw new IllegalArgumentException(
                            "Line %d of the script, \"%s\": not answered, say, press, hear, whole or ended"
                                    .formatted(i + 1, line));
                }
            }
            finish();
            if (turns.isEmpty()) {
                throw new IllegalArgumentException("The script has nothing to say");
            }
            return new Script(greeting, turns);
        }

        private boolean line(String line) {
            if (line.startsWith("hear ")) {
                heard.add(line.substring(5).strip());
            } else if (line.startsWith("whole ")) {
                whole = line.substring(6).strip();
            } else if (line.equals("ended")) {
                ended = true;
            } else if (line.equals("answered") || line.startsWith("say ") || line.matches("press [0-9*#]")) {
                finish();
                doing = line;
            } else {
                return false;
            }
            return true;
        }

        private void finish() {
            if (doing.startsWith("say ")) {
                turns.add(ScriptTurn.say(doing.substring(4).strip(), heard, whole, ended));
            } else if (doing.startsWith("press ")) {
                turns.add(ScriptTurn.press(doing.charAt(6), heard, ended));
            } else {
                greeting = ScriptTurn.listen(heard);
            }
            heard.clear();
            whole = "";
            ended = false;
        }
    }
}

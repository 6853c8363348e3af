package io.arcline.hotline.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Labelled utterances, spoken into the dialog where they were heard: what comes of them is what a caller would notice.
 */
class UtterancesTest {
    private static final String ANSWER = "In the swamp.";

    /**
     * One line of the file.
     *
     * @param context where it was said
     * @param utterance what was said
     * @param expected what must come of it
     */
    private record Labelled(String context, String utterance, String expected) {}

    @ParameterizedTest
    @CsvSource({"shared.tsv, en-GB", "en.tsv, en-GB", "en-misheard.tsv, en-GB", "de.tsv, de-DE"})
    void ofAHundredDoTheRightThingNinetyEightAndNoContentIsLost(String file, String language) throws IOException {
        List<Labelled> all = read("/utterances/" + file);
        List<Labelled> missed =
                all.stream().filter(labelled -> !comesTrue(labelled, language)).toList();
        assertThat(missed)
                .filteredOn(labelled -> labelled.expected().equals("content"))
                .isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo(all.size() * 2 / 100);
    }

    private static boolean comesTrue(Labelled labelled, String language) {
        Caller caller = in(labelled.context());
        DialogState before = caller.state();
        caller.saysIn(language, labelled.utterance());
        Hotline hotline = caller.state().hotline();
        boolean same = hotline == before.hotline();
        Turn.Next next = caller.turn().next();
        return switch (labelled.expected()) {
            case "extraction" -> hotline == Hotline.EXTRACTION;
            case "loot" -> hotline == Hotline.LOOT;
            case "scrappy" -> hotline == Hotline.SCRAPPY;
            case "submit" -> hotline == Hotline.SUBMIT_INTEL;
            case "listen" -> hotline == Hotline.LISTEN_INTEL;
            case "menu" -> hotline == Hotline.MENU && next instanceof Turn.Next.Listen;
            case "end" -> next instanceof Turn.Next.HangUp;
            case "repeat" -> same && caller.said().equals(before.lastAnswer());
            case "again" ->
                same
                        && List.of(Step.ASKED, Step.WORKING)
                                .contains(caller.state().step());
            case "sms" -> next.equals(new Turn.Next.Run(new Errand.SendText(ANSWER)));
            case "en", "de" -> same && caller.state().language().equals(labelled.expected());
            case "content" -> taken(caller, labelled.utterance());
            default -> throw new IllegalArgumentException(labelled.toString());
        };
    }

    private static boolean taken(Caller caller, String utterance) {
        return switch (caller.turn().next()) {
            case Turn.Next.Run(Errand.StoreReport(String content)) -> content.equals(utterance);
            case Turn.Next.Run(Errand.StoreMessage(String content)) -> content.equals(utterance);
            case Turn.Next.Run(Errand errand) -> errand instanceof Errand.LookUp;
            case Turn.Next.Listen() ->
                caller.state().hotline() == Hotline.EXTRACTION && caller.state().step() == Step.DONE;
            case Turn.Next.HangUp() -> false;
        };
    }

    private static Caller in(String context) {
        Caller caller = Caller.connects();
        return switch (context) {
            case "menu" -> caller;
            case "location" -> caller.presses("1");
            case "item" -> caller.presses("2");
            case "scrappy" -> caller.presses("3");
            case "submitting" -> caller.presses("4");
            case "done-extraction" -> caller.presses("1").says("Red Lakes");
            case "done-loot" -> caller.presses("2").says("gears").waitsFor(new Outcome.Answer(ANSWER));
            case "done-scrappy" -> caller.presses("3").says("Wasps.").waitsFor(new Outcome.Stored());
            case "done-submit" -> caller.presses("4").says("Wasps.").waitsFor(new Outcome.Stored());
            case "done-listen" -> caller.presses("5").waitsFor(new Outcome.Reports(List.of("Wasps.", "Ticks.")));
            default -> throw new IllegalArgumentException(context);
        };
    }

    private static List<Labelled> read(String resource) throws IOException {
        try (var in = UtterancesTest.class.getResourceAsStream(resource)) {
            List<Labelled> all = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\t");
                    all.add(new Labelled(parts[0], parts[1], parts[2]));
                }
            }
            return all;
        }
    }
}

package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import java.util.List;
import java.util.Locale;

/**
 * Everything that the dialog knows of one conversation. Plain values only: it is stored as JSON and travels in the
 * {@code Memory} of the stateless webhook. Never null inside; "" and empty lists say "nothing".
 *
 * @param hotline where the caller is
 * @param step what the hotline is doing there
 * @param language BCP 47 tag of Shani's lines and of the vocabulary, "en" to begin with
 * @param heardLanguage primary language of the last speech, as recognition gave it; "" to begin with
 * @param turns answers given so far
 * @param lastAnswer the last answer, whole, for "repeat"
 * @param kept what the caller gave or was given and may still be asked for: the report being saved or that could not
 *     be saved, the item being looked up, the question being answered, the answer that may be sent as a text message
 * @param between the hotlines that Shani asked the caller to choose between
 * @param misunderstood answers in a row that were not understood
 * @param silences times in a row that nobody spoke
 * @param errands errands asked for so far. One that is asked for again, because it failed or because nobody knows how
 *     it ended, keeps its number: together with the call's id the number names what must be stored once.
 */
public record DialogState(
        Hotline hotline,
        Step step,
        String language,
        String heardLanguage,
        int turns,
        String lastAnswer,
        String kept,
        List<Hotline> between,
        int misunderstood,
        int silences,
        int errands) {
    public DialogState {
        between = List.copyOf(between);
    }

    /** A conversation that has not begun. */
    public static DialogState initial() {
        return new DialogState(Hotline.MENU, Step.CHOOSING, "en", "", 0, "", "", List.of(), 0, 0, 0);
    }

    DialogState in(String newLanguage) {
        return new DialogState(
                hotline,
                step,
                newLanguage,
                heardLanguage,
                turns,
                lastAnswer,
                kept,
                between,
                misunderstood,
                silences,
                errands);
    }

    DialogState heardIn(String newHeardLanguage) {
        return new DialogState(
                hotline,
                step,
                language,
                newHeardLanguage,
                turns,
                lastAnswer,
                kept,
                between,
                misunderstood,
                silences,
                errands);
    }

    DialogState at(Step newStep) {
        return new DialogState(
                hotline,
                newStep,
                language,
                heardLanguage,
                turns,
                lastAnswer,
                kept,
                between,
                misunderstood,
                silences,
                errands);
    }

    /** What a hotline is waiting for. */
    public enum Step {
        /** At the menu, for a hotline to be named. */
        CHOOSING,
        /** For what the hotline asked for: a place, an item, a message, a report. */
        ASKED,
        /** For an errand to come back. */
        WORKING,
        /** For the text message with the answer to be on its way. */
        SENDING,
        /** For the assistant to answer a question that is none of the hotlines' business. */
        ANSWERING,
        /** Finished: for "another", another hotline, or goodbye. */
        DONE,
        /** What the caller gave could not be saved and is kept: for "again" or for leaving it. */
        UNSAVED,
        /** Goodbye was said. */
        ENDING;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** The name that operators see. */
        public String id() {
            return id;
        }

        /** Whether an errand is under way. */
        boolean waiting() {
            return this == WORKING || this == SENDING || this == ANSWERING;
        }
    }
}

package io.arcline.hotline.dialog;

/** What happened on the line, as far as the dialog cares. */
public sealed interface Heard {

    /** What kind of event it is, in one word, as operators see it. */
    String kind();

    /** The call has just been connected; nobody has spoken yet. */
    record Connected() implements Heard {
        @Override
        public String kind() {
            return "connected";
        }
    }

    /**
     * The line was cut, and the caller is connected again.
     *
     * @param missing what of the conversation may be missing in the state
     * @param answered whether the last answer was heard for all that is known, so that its question is enough
     */
    record Resumed(Missing missing, boolean answered) implements Heard {

        /** What is not known any more of a conversation that was cut off. */
        public enum Missing {
            NOTHING,
            /** What was said last. */
            LAST_TURNS,
            /** All of it. */
            EVERYTHING
        }

        @Override
        public String kind() {
            return "resumed";
        }
    }

    /**
     * The caller said something and has finished.
     *
     * @param text as speech recognition wrote it down; never null, may be blank
     * @param language BCP 47 tag that recognition gave, "" where it gave none
     */
    record Speech(String text, String language) implements Heard {
        @Override
        public String kind() {
            return "speech";
        }
    }

    /** The caller pressed keys: one or more of {@code 0-9 * #}. */
    record Keys(String digits) implements Heard {
        @Override
        public String kind() {
            return "key";
        }
    }

    /** Shani had finished, and nobody spoke for as long as the call waits. */
    record Silence() implements Heard {
        @Override
        public String kind() {
            return "silence";
        }
    }

    /** The errand that the turn before asked for has come back. */
    record Returned(Outcome outcome) implements Heard {
        @Override
        public String kind() {
            return "errand";
        }
    }
}

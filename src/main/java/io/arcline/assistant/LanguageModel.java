package io.arcline.assistant;

import java.time.Duration;

/** A language model at some provider. Thread-safe. */
public interface LanguageModel {

    /**
     * Asks it, and hands on what it writes while it does. Blocks until it has finished or the reader has had enough; the connection is
     * closed then.
     *
     * @throws ModelFailedException where it does not answer, stops in the middle, or the reader's patience ends
     */
    void write(Prompt prompt, Reader reader);

    /**
     * What a model is asked.
     *
     * @param instructions who it is and what to do: ours
     * @param data what it is about: a JSON object with others' words
     * @param tokens the most that it may write
     */
    record Prompt(String instructions, String data, double temperature, int tokens) {}

    /** Who reads what a model writes. Asked and told by several threads, but by one at a time. */
    interface Reader {

        /** Takes the next token; false when it has had enough. */
        boolean take(String token);

        /** How long it still waits for the next token; zero or less for not at all. */
        Duration patience();

        /** What is to be done when the reader goes away in the middle: at once, where it has gone already. By any thread. */
        void onGone(Runnable stop);
    }
}

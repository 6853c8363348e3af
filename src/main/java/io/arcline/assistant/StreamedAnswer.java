package io.arcline.assistant;

import java.time.Duration;

/** Reads streamed answers to their end, whatever their format, for as long as their reader has patience. Immutable. */
record StreamedAnswer(Duration connect) {

    /** @throws ModelFailedException where the answer ends before the format says so, or the reader's patience does */
    void read(Exchange.Question question, LanguageModel.Reader reader, Exchange.Format format) {
        try (Exchange exchange = Exchange.begin(question, connect, format)) {
            reader.onGone(exchange::close);
            for (Duration left = exchange.between(reader::patience);
                    !exchange.isOver(left);
                    left = exchange.between(reader::patience)) {
                if (!left.isPositive()) {
                    throw new ModelFailedException("is too slow", null);
                }
            }
        }
    }
}

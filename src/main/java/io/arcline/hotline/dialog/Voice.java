package io.arcline.hotline.dialog;

import io.arcline.hotline.line.Lines;
import io.arcline.hotline.meaning.Asked;
import io.arcline.hotline.meaning.Meaning;
import java.util.function.BiFunction;

/**
 * One language of the hotline: what Shani says in it and how she understands it.
 *
 * @param understanding from an utterance and what was asked for to what the caller means; pure
 */
record Voice(Lines lines, BiFunction<String, Asked, Meaning> understanding) {}

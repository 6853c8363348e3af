package io.arcline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a caller said, and what must come of it.
 *
 * @param context where it was said: {@code menu}, what was asked for, or {@code done-} and the hotline that had just finished
 * @param text as speech recognition wrote it down
 * @param expected the label of what must come of it, as {@link UtteranceCall} gives them
 */
record Utterance(String context, String text, String expected) {

    /** The rows of a file of three columns, divided by tabs; lines that begin with # are comments. */
    static List<Utterance> in(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(columns -> new Utterance(columns[0].strip(), columns[1].strip(), columns[2].strip()))
                .toList();
    }
}

package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An utterance and what must come of it.
 *
 * @param context where it was heard: {@code menu}, {@code submitting}, {@code scrappy}, {@code location}, {@code item}
 * or
 *     {@code done-<hotline>}
 * @param expected {@code extraction loot scrappy submit listen menu end repeat content again sms}, or a language's tag
 */
record Labelled(String context, String utterance, String expected) {

    /** The rows of a file of three columns, divided by tabs; lines that begin with # are comments. */
    static List<Labelled> in(Path file) throws IOException {
        List<Labelled> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t");
            if (columns.length != 3) {
                throw new IOException(file + ": not three columns: " + line);
            }
            rows.add(new Labelled(columns[0].strip(), columns[1].strip(), columns[2].strip()));
        }
        return rows;
    }

    /** What was asked in this context. */
    Asked asked() {
        return switch (context) {
            case "menu" -> new Asked.Choice();
            case "submitting" -> new Asked.Content(Asked.Kind.REPORT);
            case "scrappy" -> new Asked.Content(Asked.Kind.MESSAGE);
            case "location" -> new Asked.Content(Asked.Kind.LOCATION);
            case "item" -> new Asked.Content(Asked.Kind.ITEM);
            default -> new Asked.More(finished());
        };
    }

    /** The label of what the dialog does upon a meaning in this context. */
    String label(Meaning meaning) {
        boolean done = context.startsWith("done-");
        return switch (meaning) {
            case Meaning.Chosen(Hotline hotline, double confidence) ->
                done && hotline == finished() ? "again" : label(hotline);
            case Meaning.Ordered(Command command, double confidence) ->
                switch (command) {
                    case REPEAT -> "repeat";
                    case GOODBYE -> "end";
                    case NO -> done ? "end" : "menu";
                    case YES, ANOTHER -> done ? "again" : "menu";
                    case TEXT_ME -> context.equals("done-loot") ? "sms" : "menu";
                    case MENU, HELP -> "menu";
                };
            case Meaning.Content content -> "content";
            case Meaning.Speak(String language) -> language;
            case Meaning.Between between -> "menu";
            case Meaning.NotUnderstood nothing -> "menu";
        };
    }

    private Hotline finished() {
        return switch (context) {
            case "done-extraction" -> Hotline.EXTRACTION;
            case "done-loot" -> Hotline.LOOT;
            case "done-scrappy" -> Hotline.SCRAPPY;
            case "done-submit" -> Hotline.SUBMIT_INTEL;
            case "done-listen" -> Hotline.LISTEN_INTEL;
            default -> throw new IllegalArgumentException("no such context: " + context);
        };
    }

    private static String label(Hotline hotline) {
        return switch (hotline) {
            case MENU -> "menu";
            case EXTRACTION -> "extraction";
            case LOOT -> "loot";
            case SCRAPPY -> "scrappy";
            case SUBMIT_INTEL -> "submit";
            case LISTEN_INTEL -> "listen";
        };
    }
}

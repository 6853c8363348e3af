package io.arcline.twilio.relay;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of one JSON object, checked as a whole, of which only the members asked for are ever turned into values. Of
 * members with the same name the last counts; null counts as absent.
 *
 * <p>Faster and stricter than binding the frame to objects: a prompt costs one pass over its characters and the two
 * strings it holds.
 */
final class JsonObjectText {

    private static final int INTS = 4;

    /** A prompt has four. */
    private static final int LIKELY_MEMBERS = 5;

    private static final JsonObjectText EMPTY = new JsonObjectText("{}");

    private final String text;

    /**
     * For each member: start and end of its name and of its value; an end is stored inverted where the string is not
     * plain.
     */
    private int[] marks = new int[LIKELY_MEMBERS * INTS];

    private int size;

    private JsonObjectText(String text) {
        this.text = text;
    }

    /** Reads {@code text}, which must hold one object and nothing else. */
    static JsonObjectText parse(String text) throws BadFrameException {
        JsonScanner in = new JsonScanner(text, 0);
        in.skipSpace();
        if (in.peek() != '{') {
            throw new BadFrameException("not a JSON object");
        }
        JsonObjectText object = new JsonObjectText(text);
        object.read(in, 0);
        in.skipSpace();
        in.expectEnd();
        return object;
    }

    private void read(JsonScanner in, int depth) throws BadFrameException {
        in.expect('{');
        in.skipSpace();
        if (in.accept('}')) {
            return;
        }
        do {
            in.skipSpace();
            int nameStart = in.position() + 1;
            in.skipString();
            int nameEnd = in.wasPlain() ? in.position() - 1 : ~(in.position() - 1);
            in.skipSpace();
            in.expect(':');
            in.skipSpace();
            int start = in.position();
            boolean string = in.peek() == '"';
            in.skipValue(depth + 1);
            int end = string && !in.wasPlain() ? ~in.position() : in.position();
            add(nameStart, nameEnd, start, end);
            in.skipSpace();
        } while (in.accept(','));
        in.expect('}');
    }

    private void add(int nameStart, int nameEnd, int start, int end) {
        int i = size++ * INTS;
        if (i == marks.length) {
            marks = Arrays.copyOf(marks, 2 * i);
        }
        marks[i] = nameStart;
        marks[i + 1] = nameEnd;
        marks[i + 2] = start;
        marks[i + 3] = end;
    }

    /** How many members there are, repeated ones counted each. */
    int size() {
        return size;
    }

    /** The string of that name, or an empty one. */
    String string(String name) throws BadFrameException {
        int member = find(name);
        return member < 0 ? "" : stringAt(member, name);
    }

    /** The string of that name of at most so many characters, or an empty one. */
    String string(String name, int maxLength) throws BadFrameException {
        String value = string(name);
        if (value.length() > maxLength) {
            throw new BadFrameException(name + " is longer than " + maxLength + " characters");
        }
        return value;
    }

    /** The boolean of that name, or {@code absent}. */
    boolean bool(String name, boolean absent) throws BadFrameException {
        int member = find(name);
        if (member < 0) {
            return absent;
        }
        return switch (firstOf(member)) {
            case 't' -> true;
            case 'f' -> false;
            default -> throw new BadFrameException(name + " is not a boolean");
        };
    }

    /** The string, or the text of the number or boolean, of that name; empty where there is none. */
    String scalar(String name) throws BadFrameException {
        int member = find(name);
        if (member < 0) {
            return "";
        }
        return switch (firstOf(member)) {
            case '"' -> stringAt(member, name);
            case '{', '[' -> throw new BadFrameException(name + " is not a number");
            default -> text.substring(marks[member + 2], marks[member + 3]);
        };
    }

    /** The object of that name, or an empty one. */
    JsonObjectText object(String name) throws BadFrameException {
        int member = find(name);
        if (member < 0) {
            return EMPTY;
        }
        if (firstOf(member) != '{') {
            throw new BadFrameException(name + " is not an object");
        }
        JsonObjectText object = new JsonObjectText(text);
        object.read(new JsonScanner(text, marks[member + 2]), 1);
        return object;
    }

    /** All members of this object, known as {@code name}; they have to be strings. Unmodifiable, in their order. */
    Map<String, String> strings(String name) throws BadFrameException {
        if (size == 0) {
            return Map.of();
        }
        Map<String, String> strings = new LinkedHashMap<>();
        for (int member = 0; member < size * INTS; member += INTS) {
            String value = firstOf(member) == 'n' ? "" : stringAt(member, "one of " + name);
            strings.put(decode(marks[member], marks[member + 1]), value);
        }
        return Collections.unmodifiableMap(strings);
    }

    private String stringAt(int member, String name) throws BadFrameException {
        if (firstOf(member) != '"') {
            throw new BadFrameException(name + " is not a string");
        }
        int end = marks[member + 3];
        return decode(marks[member + 2] + 1, end < 0 ? ~(~end - 1) : end - 1);
    }

    private char firstOf(int member) {
        return text.charAt(marks[member + 2]);
    }

    private int find(String name) {
        for (int member = (size - 1) * INTS; member >= 0; member -= INTS) {
            int start = marks[member];
            int end = marks[member + 1];
            boolean same = end < 0
                    ? decode(start, end).equals(name)
                    : end - start == name.length() && text.startsWith(name, start);
            if (same) {
                return firstOf(member) == 'n' ? -1 : member;
            }
        }
        return -1;
    }

    private String decode(int start, int end) {
        return end < 0 ? WellFormed.text(JsonEscapes.resolve(text, start, ~end)) : text.substring(start, end);
    }
}

package io.arcline.hotline.line;

import java.util.List;

/** Resource files with mistakes in them: all of them at once, each in a line that says where and what. */
public final class BrokenLines extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    BrokenLines(List<String> mistakes) {
        super("Shani's lines have %d mistake(s):%n  %s"
                .formatted(mistakes.size(), String.join(System.lineSeparator() + "  ", mistakes)));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong, one line each; never empty. */
    public List<String> mistakes() {
        return mistakes;
    }
}

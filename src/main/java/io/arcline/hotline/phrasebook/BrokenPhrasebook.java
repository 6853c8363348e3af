package io.arcline.hotline.phrasebook;

import java.util.List;

/** Words with mistakes in them: all of them at once, each in a line that says where and what. */
public final class BrokenPhrasebook extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    BrokenPhrasebook(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong, one line each; never empty. */
    public List<String> mistakes() {
        return mistakes;
    }
}

package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;

/** Takes messages for Scrappy, who is out on a run. */
record Scrappy() implements Deposit {
    private static final Script SCRIPT = new Script(
            Hotline.SCRAPPY,
            Asked.Kind.MESSAGE,
            Line.SCRAPPY_ASK,
            Line.SCRAPPY_NEXT,
            Line.SCRAPPY_SHORT,
            Line.SCRAPPY_HELP,
            Line.SCRAPPY_STORED,
            Line.SCRAPPY_UNSAVED,
            Line.SCRAPPY_UNSAVED_SHORT,
            Line.SCRAPPY_MORE,
            Line.SCRAPPY_MORE_SHORT);

    @Override
    public Errand storing(String content) {
        return new Errand.StoreMessage(content);
    }

    @Override
    public Script script() {
        return SCRIPT;
    }
}

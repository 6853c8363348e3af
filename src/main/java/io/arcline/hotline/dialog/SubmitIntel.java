package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;

/** Takes callers' reports of what they saw topside. */
record SubmitIntel() implements Deposit {
    private static final Script SCRIPT = new Script(
            Hotline.SUBMIT_INTEL,
            Asked.Kind.REPORT,
            Line.SUBMIT_ASK,
            Line.SUBMIT_NEXT,
            Line.SUBMIT_SHORT,
            Line.SUBMIT_HELP,
            Line.SUBMIT_STORED,
            Line.SUBMIT_UNSAVED,
            Line.SUBMIT_UNSAVED_SHORT,
            Line.SUBMIT_MORE,
            Line.SUBMIT_MORE_SHORT);

    @Override
    public Errand storing(String content) {
        return new Errand.StoreReport(content);
    }

    @Override
    public Script script() {
        return SCRIPT;
    }
}

package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;

/** The menu: five hotlines to choose from. */
record Menu() implements Scene {

    @Override
    public Turn open(Reply reply) {
        return reply.enter(Hotline.MENU).say(Line.MENU_SHORT).listen(DialogState.Step.CHOOSING);
    }

    @Override
    public Line shortly(DialogState.Step step) {
        return Line.MENU_SHORT;
    }

    @Override
    public Line help() {
        return Line.MENU_HELP;
    }
}

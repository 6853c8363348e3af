package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;

/** The keys of the telephone: they are always commands, whatever was asked for. */
final class Keypad {
    private Keypad() {}

    /** The first key that leads somewhere decides; where none does, the keys are named. */
    static Turn pressed(Conversation conversation, String digits) {
        if (conversation.step().waiting()) {
            return conversation.hold();
        }
        var awake = new Conversation(Position.woken(conversation.state()), conversation.voice());
        for (char key : digits.toCharArray()) {
            if (key == '*') {
                return awake.repeat();
            }
            if (key == '#') {
                return awake.step() == Step.UNSAVED ? awake.again() : awake.help();
            }
            var hotline = Hotline.ofKey(key);
            if (hotline.isPresent()) {
                return awake.enter(hotline.get());
            }
        }
        return awake.wrongKey();
    }
}

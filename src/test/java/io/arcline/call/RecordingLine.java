package io.arcline.call;

import io.arcline.hotline.dialog.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A line that writes down what it is told, a word each: {@code say}, {@code last}, {@code hush}, {@code end} and so on. */
final class RecordingLine implements Line {
    final List<String> log = new ArrayList<>();
    final List<Spoken> parts = new ArrayList<>();
    private final List<StringBuilder> replies = new ArrayList<>();
    private boolean open;
    private Consumer<String> abandoned = reason -> {};
    private Runnable said = () -> {};

    @Override
    public void say(Spoken part, boolean last) {
        if (!open) {
            replies.add(new StringBuilder());
        }
        replies.getLast().append(part.text());
        parts.add(part);
        open = !last;
        log.add(last ? "last" : "say");
        said.run();
    }

    @Override
    public void hush() {
        open = false;
        log.add("hush");
    }

    @Override
    public void language(String language) {
        log.add("language " + language);
    }

    @Override
    public void end() {
        log.add("end");
    }

    @Override
    public void move() {
        log.add("move");
    }

    @Override
    public void abandon(String reason) {
        log.add("abandon " + reason);
        abandoned.accept(reason);
    }

    void onSay(Runnable action) {
        said = action;
    }

    void onAbandon(Consumer<String> action) {
        abandoned = action;
    }

    /** The text of the newest reply. */
    String reply() {
        return replies.getLast().toString();
    }

    int replies() {
        return replies.size();
    }
}

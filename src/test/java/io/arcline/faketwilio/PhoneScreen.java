package io.arcline.faketwilio;

import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.wire.ServerFrame;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Shows a call: Shani's words as they arrive, grey once they have been heard. On a terminal the reply in progress is
 * written anew whenever some of it was heard; elsewhere each word is written once.
 */
final class PhoneScreen implements Consumer<CallEvent> {
    private static final String GREY = "\u001b[90m";
    private static final String PLAIN = "\u001b[0m";
    private static final String BACK = "\r\u001b[K";

    private final PrintStream out;
    private final boolean colours;
    private final boolean frames;
    private final StringBuilder reply = new StringBuilder();
    private final int width;
    private int heard;
    private int rows;
    private boolean closed = true;

    PhoneScreen(PrintStream out, boolean colours, boolean frames) {
        this.out = out;
        this.colours = colours;
        this.frames = frames;
        String columns = System.getenv("COLUMNS");
        this.width = columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
    }

    @Override
    public synchronized void accept(CallEvent event) {
        if (frames) {
            showWhole(event);
            return;
        }
        switch (event) {
            case CallEvent.Received(String frame, ServerFrame.Text text) -> arrived(text);
            case CallEvent.Received other -> {}
            case CallEvent.Played played -> played(played);
            case CallEvent.Announced announced -> line("Carrier: " + announced.text());
            case CallEvent.Socket socket -> {}
            case CallEvent.Violation violation -> line("Not as Twilio wants it: " + violation.what());
            case CallEvent.Sent sent -> {}
            case CallEvent.Webhook webhook -> {}
            case CallEvent.Answered answered -> {}
            case CallEvent.Over over -> finishReply();
        }
    }

    /** A line of the script. */
    synchronized void typed(String words) {
        line("> " + (words.isEmpty() ? "(silence)" : words));
    }

    /** A remark at the end. */
    synchronized void last(String remark) {
        line(remark);
    }

    /** Whoever types learns that there is nobody to listen any more. */
    synchronized void pressEnter() {
        line("(the call is over; press Enter)");
    }

    private void arrived(ServerFrame.Text text) {
        if (closed && text.token().isBlank()) {
            return;
        }
        if (closed) {
            finishReply();
            out.print("Shani: ");
            reply.append("Shani: ");
            heard = reply.length();
            closed = false;
        }
        reply.append(text.token());
        out.print(text.token());
        closed = text.last();
        if (closed && !colours) {
            finishReply();
        }
        out.flush();
    }

    private void played(CallEvent.Played played) {
        if (colours && !reply.isEmpty()) {
            heard = Math.min(reply.length(), heard + played.text().length());
            rows = (reply.length() - 1) / width;
            out.print(rows > 0 ? "\u001b[" + rows + "A" + BACK : BACK);
            out.print(GREY + reply.substring(0, heard) + PLAIN + reply.substring(heard));
            if (closed && heard == reply.length()) {
                finishReply();
            }
        }
        if (!played.whole()) {
            line("(cut off)");
        }
        out.flush();
    }

    private void finishReply() {
        if (!reply.isEmpty()) {
            out.println();
            reply.setLength(0);
        }
        closed = true;
        out.flush();
    }

    private void line(String text) {
        finishReply();
        out.println(text);
        out.flush();
    }

    private void showWhole(CallEvent event) {
        String shown = switch (event) {
            case CallEvent.Sent sent -> "  -> " + sent.frame();
            case CallEvent.Received received -> "  <- " + received.frame();
            case CallEvent.Webhook webhook -> "  => " + webhook.method() + " " + webhook.url();
            case CallEvent.Answered answered -> "  <= " + answered.status() + " " + answered.body();
            case CallEvent.Socket socket -> "  == " + socket.what();
            case CallEvent.Played played -> "";
            case CallEvent.Announced announced -> "  == the carrier says " + announced.text();
            case CallEvent.Violation violation -> "  !! " + violation.what();
            case CallEvent.Over over -> "  == " + over.how();
        };
        if (!shown.isEmpty()) {
            line(shown);
        }
    }
}

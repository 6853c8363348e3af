package io.arcline.call;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import java.util.ArrayList;
import java.util.List;

/** Writes down what happened in calls, a word for each thing. */
final class RecordingObserver implements CallObserver {
    final List<String> happened = new ArrayList<>();
    final List<ReplyTimes> replies = new ArrayList<>();

    @Override
    public void connected(CallInfo call) {
        happened.add("connected");
    }

    @Override
    public void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {
        happened.add("turn");
    }

    @Override
    public void answered(CallInfo call, Hotline hotline, ReplyTimes times) {
        happened.add("answered in " + hotline.id());
        replies.add(times);
    }

    @Override
    public void errand(CallInfo call, Errand errand, Outcome outcome, long nanos) {
        happened.add(errand.getClass().getSimpleName());
    }

    @Override
    public void interrupted(CallInfo call, String heardOfReply) {
        happened.add("interrupted");
    }

    @Override
    public void carrierFault(CallInfo call, String description, boolean first) {
        happened.add("fault");
    }

    @Override
    public void endedByUs(CallInfo call) {
        happened.add("ended by us");
    }

    @Override
    public void disconnected(CallInfo call, DialogState state, String reason) {
        happened.add("disconnected: " + reason);
    }

    @Override
    public void broken(CallInfo call, RuntimeException cause) {
        happened.add("broken");
    }
}

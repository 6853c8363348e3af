package io.arcline.call;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import java.util.List;

/** Several observers as one; told in order. */
record CallObservers(List<CallObserver> all) implements CallObserver {
    CallObservers {
        all = List.copyOf(all);
    }

    @Override
    public void around(CallInfo call, Runnable work) {
        Runnable inner = work;
        for (CallObserver each : all) {
            Runnable wrapped = inner;
            inner = () -> each.around(call, wrapped);
        }
        inner.run();
    }

    @Override
    public void connected(CallInfo call) {
        all.forEach(each -> each.connected(call));
    }

    @Override
    public void resumed(CallInfo call, String how) {
        all.forEach(each -> each.resumed(call, how));
    }

    @Override
    public void moved(CallInfo call) {
        all.forEach(each -> each.moved(call));
    }

    @Override
    public void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {
        all.forEach(each -> each.turn(call, heard, before, turn, nanos));
    }

    @Override
    public void answered(CallInfo call, Hotline hotline, ReplyTimes times) {
        all.forEach(each -> each.answered(call, hotline, times));
    }

    @Override
    public void firstToken(CallInfo call, Errand errand, long nanos) {
        all.forEach(each -> each.firstToken(call, errand, nanos));
    }

    @Override
    public void errand(CallInfo call, Errand errand, Outcome outcome, long nanos) {
        all.forEach(each -> each.errand(call, errand, outcome, nanos));
    }

    @Override
    public void interrupted(CallInfo call, String heardOfReply) {
        all.forEach(each -> each.interrupted(call, heardOfReply));
    }

    @Override
    public void carrierFault(CallInfo call, String description, boolean first) {
        all.forEach(each -> each.carrierFault(call, description, first));
    }

    @Override
    public void endedByUs(CallInfo call) {
        all.forEach(each -> each.endedByUs(call));
    }

    @Override
    public void disconnected(CallInfo call, DialogState state, String reason) {
        all.forEach(each -> each.disconnected(call, state, reason));
    }

    @Override
    public void broken(CallInfo call, RuntimeException cause) {
        all.forEach(each -> each.broken(call, cause));
    }
}

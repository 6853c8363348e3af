package io.arcline.call;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import java.util.List;

/** Several observers as one; told in order. Loops without lambdas: most of it happens in every turn. */
final class CallObservers implements CallObserver {
    private final CallObserver[] all;
    /** Those that put something around, the innermost first. */
    private final Surrounding[] around;

    CallObservers(List<CallObserver> all) {
        this.all = all.toArray(CallObserver[]::new);
        this.around = all.stream()
                .filter(Surrounding.class::isInstance)
                .map(Surrounding.class::cast)
                .toArray(Surrounding[]::new);
    }

    /** Runs some work of a call, at once and on this thread, in all that observers put around it. */
    void around(CallInfo call, Runnable work) {
        Runnable inner = work;
        for (Surrounding each : around) {
            Runnable wrapped = inner;
            inner = () -> each.around(call, wrapped);
        }
        inner.run();
    }

    @Override
    public void connected(CallInfo call) {
        for (CallObserver each : all) {
            each.connected(call);
        }
    }

    @Override
    public void resumed(CallInfo call, String how) {
        for (CallObserver each : all) {
            each.resumed(call, how);
        }
    }

    @Override
    public void moved(CallInfo call) {
        for (CallObserver each : all) {
            each.moved(call);
        }
    }

    @Override
    public void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {
        for (CallObserver each : all) {
            each.turn(call, heard, before, turn, nanos);
        }
    }

    @Override
    public void answered(CallInfo call, Hotline hotline, ReplyTimes times) {
        for (CallObserver each : all) {
            each.answered(call, hotline, times);
        }
    }

    @Override
    public void firstToken(CallInfo call, Errand errand, long nanos) {
        for (CallObserver each : all) {
            each.firstToken(call, errand, nanos);
        }
    }

    @Override
    public void errand(CallInfo call, Errand errand, Outcome outcome, long nanos) {
        for (CallObserver each : all) {
            each.errand(call, errand, outcome, nanos);
        }
    }

    @Override
    public void interrupted(CallInfo call, String heardOfReply) {
        for (CallObserver each : all) {
            each.interrupted(call, heardOfReply);
        }
    }

    @Override
    public void carrierFault(CallInfo call, String description, boolean first) {
        for (CallObserver each : all) {
            each.carrierFault(call, description, first);
        }
    }

    @Override
    public void endedByUs(CallInfo call) {
        for (CallObserver each : all) {
            each.endedByUs(call);
        }
    }

    @Override
    public void disconnected(CallInfo call, DialogState state, String reason) {
        for (CallObserver each : all) {
            each.disconnected(call, state, reason);
        }
    }

    @Override
    public void broken(CallInfo call, RuntimeException cause) {
        for (CallObserver each : all) {
            each.broken(call, cause);
        }
    }
}

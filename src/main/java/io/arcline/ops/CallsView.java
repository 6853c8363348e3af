package io.arcline.ops;

import io.arcline.call.CallView;
import io.arcline.call.Switchboard;
import io.arcline.ops.mbean.CallRow;
import io.arcline.ops.mbean.CallsMXBean;
import java.util.List;

/** The switchboard, as operators see it. */
record CallsView(Switchboard switchboard) implements CallsMXBean {
    @Override
    public int getLiveCalls() {
        return switchboard.liveCalls();
    }

    @Override
    public int getMostCalls() {
        return switchboard.mostCalls();
    }

    @Override
    public List<CallRow> getCalls() {
        return switchboard.calls().stream().map(CallsView::row).toList();
    }

    @Override
    public CallRow getCall(String callSid) {
        return switchboard.call(callSid).map(CallsView::row).orElse(null);
    }

    private static CallRow row(CallView call) {
        return new CallRow(
                call.callSid(),
                call.hotline(),
                call.step(),
                call.status(),
                call.turns(),
                call.startedAt().toString(),
                call.lastActivityAt().toString());
    }
}

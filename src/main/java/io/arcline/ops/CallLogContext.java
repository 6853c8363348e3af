package io.arcline.ops;

import io.arcline.call.CallInfo;
import io.arcline.call.CallObserver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Puts the call's SID on every log record that is written while a call is worked on, whoever writes it: the field
 * {@code ext_callSid} of Liberty's JSON logs. By reflection, since Liberty's class for that
 * ({@code com.ibm.websphere.logging.hpel.LogRecordContext}) is in no repository; where it is missing nothing is put on. Thread-safe.
 */
public final class CallLogContext implements CallObserver.Surrounding {
    private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";
    private static final String FIELD = "callSid";

    private final MethodHandle add;
    private final MethodHandle remove;

    public CallLogContext() {
        add = method("addExtension", void.class, String.class, String.class);
        remove = method("removeExtension", boolean.class, String.class);
    }

    @Override
    public void around(CallInfo call, Runnable work) {
        if (add == null || remove == null) {
            work.run();
            return;
        }
        try {
            add.invoke(FIELD, call.callSid());
            try {
                work.run();
            } finally {
                remove.invoke(FIELD);
            }
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MethodHandle method(String name, Class<?> returned, Class<?>... parameters) {
        try {
            MethodType type = MethodType.methodType(returned, parameters);
            return MethodHandles.publicLookup().findStatic(Class.forName(CONTEXT), name, type);
        } catch (ReflectiveOperationException notLiberty) {
            return null;
        }
    }
}

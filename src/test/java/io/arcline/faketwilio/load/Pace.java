package io.arcline.faketwilio.load;

/** When the calls of one thread talk. */
sealed interface Pace permits ClosedLoop, OpenLoop {

    /** A call has been greeted or answered. */
    void idle(LoadCall call);

    /** The calls are all made, greeted or not; the thread begins. */
    void begin();
}

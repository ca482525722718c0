package sporeloop.scenarios.command;

/** Exit codes. Ctrl-C ends with 130 and SIGTERM with 143, as a shell expects. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    private Exit() {}
}

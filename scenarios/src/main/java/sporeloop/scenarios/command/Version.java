package sporeloop.scenarios.command;

import picocli.CommandLine;
import sporeloop.scenarios.Build;

/** The line that {@code --version} prints. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"sporeloop " + Build.version() + " (git " + Build.commit() + ")"};
    }
}

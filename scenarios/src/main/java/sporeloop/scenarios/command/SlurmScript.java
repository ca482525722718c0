package sporeloop.scenarios.command;

import java.nio.file.Path;

/**
 * A script that runs a sweep as an array of jobs of Slurm, each with its part, in one shared folder.
 *
 * @param sweep as the user named it
 * @param jobs parts
 * @param parallel trials at once in each
 */
record SlurmScript(String name, String sweep, Path out, int jobs, int parallel) {
    @Override
    public String toString() {
        Path folder = out.toAbsolutePath().normalize();
        String file =
                sweep.endsWith(".conf")
                        ? Path.of(sweep).toAbsolutePath().normalize().toString()
                        : sweep;
        String home = System.getProperty("sporeloop.home", "");
        String program = home.isEmpty() ? "sporeloop" : home + "/sporeloop";
        return """
                #!/bin/sh
                #SBATCH --job-name=%s
                #SBATCH --array=1-%d
                #SBATCH --cpus-per-task=%d
                # A job that is cut off goes on where it was when it is submitted again.
                exec %s sweep %s --out %s --parallel %d --shard "$SLURM_ARRAY_TASK_ID/%d"
                """
                .formatted(
                        name,
                        jobs,
                        parallel,
                        quoted(program),
                        quoted(file),
                        quoted(folder.toString()),
                        parallel,
                        jobs);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}

package org.emotone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code emotone}. */
@Command(
    name = "emotone",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Recognises emotion in speech: trains, measures and runs recognisers.",
    subcommands = {
      AnalyzeCommand.class,
      ListenCommand.class,
      ServeCommand.class,
      BatchCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      EvaluateTimelineCommand.class,
      RobustnessCommand.class,
      CrossValidateCommand.class,
      CrossCorpusCommand.class,
      FuseCommand.class,
      SearchCommand.class,
      LeakGapCommand.class,
      ReproduceCommand.class,
      BenchmarkCommand.class,
      RunsCommand.class,
      AblateCommand.class,
      ImportanceCommand.class,
      AdaptCommand.class,
      ModelCommand.class,
      CorpusCommand.class,
      AudioCommand.class,
      DenoiseCommand.class,
      FeaturesCommand.class,
      AugmentCommand.class,
      CacheCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone analyze samples              what is heard in each clip of a folder",
      "  emotone analyze --json call.wav      the same for programs",
      "  emotone analyze --timeline call.wav  which emotion is heard when",
      "  emotone listen                       what the microphone hears, live",
      "  emotone serve                        the same for browsers and programs",
      "  emotone doctor                       is everything in place?",
      "  emotone COMMAND --help               options and examples of a command",
      "",
      "Exit codes: 0 fine, 1 failure, 2 wrong usage."
    })
public final class Main implements Runnable {

  /** Columns of a help text. */
  private static final int WIDTH = 100;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /**
   * Runs a command and exits with its code.
   *
   * @param arguments command, options and parameters
   */
  public static void main(String... arguments) {
    // Figures look the same everywhere: a decimal comma would break a CSV.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param out where results go
   * @param err where messages go
   * @param arguments command, options and parameters
   * @return the exit code: 0 fine, 1 failure, 2 wrong usage
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Main main = new Main();
    CommandLine line =
        new CommandLine(main)
            .setOut(out)
            .setErr(err)
            .setUsageHelpWidth(WIDTH)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, at, parsed) -> Failures.report(e, err, main.debug))
            .setParameterExceptionHandler((e, args) -> Failures.usage(e, err));
    return line.execute(arguments);
  }

  /** Without a command: prints the help. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}

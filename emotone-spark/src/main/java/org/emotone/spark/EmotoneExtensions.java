package org.emotone.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.emotone.batch.BatchWork;
import org.emotone.timeline.TimelineSettings;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * The functions that SQL and Python have as soon as Emotone is on the class path; Spark finds this
 * by {@link java.util.ServiceLoader}, or by {@code
 * spark.sql.extensions=org.emotone.spark.EmotoneExtensions}.
 *
 * <ul>
 *   <li>{@code emotone_recognize(recording)}: what is heard in it as a whole
 *   <li>{@code emotone_timeline(recording)}: which emotion is heard when
 *   <li>{@code emotone_embedding(recording)}: the same as the first, with the embedding
 *   <li>{@code emotone_features(recording, set)}: features; {@code set} is a literal
 * </ul>
 *
 * <p>A recording is encoded sound ({@code binary}) or a path ({@code string}); all but the last
 * take a start and an end in seconds behind it. Each gives a struct with the columns of {@link
 * Tables#of}, whose {@code error} is not null where the recording could not be heard. Null gives
 * null. The model is that of {@link SharedModel#OPTION}.
 */
public final class EmotoneExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
    implements SparkSessionExtensionsProvider {

  private static final Map<String, String> USAGE =
      Map.of(
          "emotone_recognize",
          "_FUNC_(recording[, start, end]) - The emotion that is heard in a recording, or in a part"
              + " of it in seconds: a struct with label, confidence, probabilities and more, or"
              + " with error.",
          "emotone_timeline",
          "_FUNC_(recording[, start, end]) - Which emotion is heard when: a struct with segments,"
              + " or with error.",
          "emotone_embedding",
          "_FUNC_(recording[, start, end]) - What emotone_recognize gives, and the embedding.",
          "emotone_features",
          "_FUNC_(recording, set) - Features of a set, such as 'egemaps': a struct with names and"
              + " values, or with error.");

  /** Made by Spark. */
  public EmotoneExtensions() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    add(extensions, "emotone_recognize", arguments -> new BatchWork.Recognitions());
    add(extensions, "emotone_embedding", arguments -> new BatchWork.Embeddings());
    add(
        extensions,
        "emotone_timeline",
        arguments -> new BatchWork.Timelines(TimelineSettings.DEFAULT));
    add(extensions, "emotone_features", EmotoneExtensions::features);
    return BoxedUnit.UNIT;
  }

  /** The work that a call asks for. */
  @FunctionalInterface
  private interface Asked {
    BatchWork by(List<Expression> arguments);
  }

  private static BatchWork features(List<Expression> arguments) {
    if (arguments.size() != 2 || !arguments.get(1).foldable()) {
      throw new IllegalArgumentException(
          "emotone_features needs a recording and the name of a set, such as 'egemaps'");
    }
    return new BatchWork.Features(String.valueOf(arguments.get(1).eval(null)));
  }

  private static void add(SparkSessionExtensions extensions, String name, Asked asked) {
    extensions.injectFunction(
        new Tuple3<>(new FunctionIdentifier(name), info(name), new Builder(name, asked)));
  }

  /** What DESCRIBE FUNCTION says. */
  private static ExpressionInfo info(String name) {
    String nothing = "";
    return new ExpressionInfo(
        EmotoneExtensions.class.getName(),
        nothing,
        name,
        USAGE.getOrDefault(name, nothing),
        "\n    Arguments:\n      * recording - encoded sound (binary) or a path (string)\n",
        "\n    Examples:\n      > SELECT path, _FUNC_(content%s).error FROM calls;\n"
            .formatted(name.equals("emotone_features") ? ", 'egemaps'" : nothing),
        nothing,
        nothing,
        nothing,
        nothing,
        "scala_udf");
  }

  /** Makes the expression of a call. */
  private static final class Builder extends AbstractFunction1<Seq<Expression>, Expression> {
    private final String name;
    private final Asked asked;

    Builder(String name, Asked asked) {
      this.name = name;
      this.asked = asked;
    }

    @Override
    public Expression apply(Seq<Expression> given) {
      List<Expression> arguments = CollectionConverters.asJava(given);
      boolean features = name.equals("emotone_features");
      if (!features && arguments.size() != 1 && arguments.size() != 3) {
        throw new IllegalArgumentException(
            name
                + " needs a recording, or one and a start and an end in seconds; it got "
                + arguments.size()
                + " arguments");
      }
      check(arguments.get(0));
      BatchWork work = asked.by(arguments);
      try {
        SparkSession spark = SparkSession.active();
        Hearing hearing = new Hearing(spark, work, SharedModel.of(spark));
        boolean part = !features && arguments.size() == 3;
        List<Expression> children = part ? arguments : arguments.subList(0, 1);
        return new ScalaUDF(
            part ? new SqlFunction.OfPart(hearing) : new SqlFunction.OfRecording(hearing),
            Tables.of(work),
            CollectionConverters.asScala(children).toSeq(),
            CollectionConverters
                .<Option<org.apache.spark.sql.catalyst.encoders.ExpressionEncoder<?>>>asScala(
                    List.of())
                .toSeq(),
            Option.empty(),
            Option.apply(name),
            true,
            true);
      } catch (IOException e) {
        // The only kind whose words PySpark shows.
        throw new IllegalArgumentException(SharedModel.OPTION + ": " + e.getMessage(), e);
      }
    }

    /** What is heard must be sound, a path or null. */
    private void check(Expression recording) {
      if (recording.resolved()) {
        DataType type = recording.dataType();
        if (!type.equals(DataTypes.BinaryType)
            && !(type instanceof StringType)
            && !type.equals(DataTypes.NullType)) {
          throw new IllegalArgumentException(
              "%s: the recording is %s; needed is binary (encoded sound) or string (a path)"
                  .formatted(name, type.simpleString()));
        }
      }
    }
  }
}

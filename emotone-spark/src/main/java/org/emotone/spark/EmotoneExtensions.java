package org.emotone.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
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
 * take a start and an end in seconds behind a path. Each gives a struct with the columns of {@link
 * Tables#of}, whose {@code error} is not null where the recording could not be heard. Null gives
 * null. The model is that of {@link SharedModel#OPTION}.
 */
public final class EmotoneExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
    implements SparkSessionExtensionsProvider {

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
        new Tuple3<>(
            new FunctionIdentifier(name),
            new ExpressionInfo(EmotoneExtensions.class.getName(), name),
            new Builder(name, asked)));
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
                + " needs a recording, or a path and its start and end in seconds; it got "
                + arguments.size()
                + " arguments");
      }
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
        throw new UncheckedIOException(e);
      }
    }
  }
}

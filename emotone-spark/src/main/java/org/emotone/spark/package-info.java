/**
 * Recognition, timelines, features and embeddings of any number of recordings on Apache Spark 4:
 * functions over data frames ({@link org.emotone.spark.Emotone}), functions in SQL ({@link
 * org.emotone.spark.EmotoneExtensions}), batches that can be interrupted ({@link
 * org.emotone.spark.SparkBatch}) and streams ({@link org.emotone.spark.EmotoneStreaming}).
 *
 * <p>Nothing distributed is made here: Spark splits, retries, commits. This knows nothing of
 * corpora or training.
 */
@NullMarked
package org.emotone.spark;

import org.jspecify.annotations.NullMarked;

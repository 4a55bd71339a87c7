/**
 * Recognition of emotion in speech: open a {@link org.emotone.Recognizer} on a {@link
 * org.emotone.ModelBundle} and give it clips.
 *
 * <p>This is the API for programs that recognise. It knows nothing of corpora or training and needs
 * no native library but ONNX Runtime's.
 */
@NullMarked
package org.emotone;

import org.jspecify.annotations.NullMarked;

/**
 * The mathematics of spectra: windows, transforms, filter banks, cepstra, levels and shapes.
 *
 * <p>Arrays in, arrays out, in double precision; conventions of librosa 0.11 unless an enum says
 * otherwise. It knows nothing of front-ends, of {@code FeatureMatrix} or of labels.
 */
@NullMarked
package org.emotone.features.spectral;

import org.jspecify.annotations.NullMarked;

/**
 * The Geneva Minimalistic Acoustic Parameter Set and its extension: low-level descriptors over time
 * and the functionals that are said of a clip, as openSMILE 3 computes them.
 *
 * <p>Eyben et al., "The Geneva Minimalistic Acoustic Parameter Set (GeMAPS) for Voice Research and
 * Affective Computing", IEEE Transactions on Affective Computing 7(2), 2016. The code is written
 * from that paper, from Eyben's "Real-time Speech and Music Classification by Large Audio Feature
 * Space Extraction" (2016), and from comparing numbers with openSMILE's, step by step.
 */
@NullMarked
package org.emotone.features.gemaps;

import org.jspecify.annotations.NullMarked;

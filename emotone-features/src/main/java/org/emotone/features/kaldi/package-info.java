/**
 * Filter banks and cepstra with Kaldi's conventions, which differ from librosa's at every step:
 * frames without padding, their mean removed, pre-emphasis within the frame, triangles that are
 * straight in mel, natural logarithms of samples in the 16-bit range.
 */
@NullMarked
package org.emotone.features.kaldi;

import org.jspecify.annotations.NullMarked;

package org.emotone.features;

/** Features of a clip that comes block by block, at the rate of the features. */
interface RowStream {

  /** The frames that the samples so far determine and that were not given yet; may be none. */
  FeatureMatrix next(float[] block);

  /** The frames that are left after the last sample. */
  FeatureMatrix end();
}

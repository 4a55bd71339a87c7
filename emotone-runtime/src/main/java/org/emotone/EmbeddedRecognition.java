package org.emotone;

/**
 * What a model makes of a clip, and where in the space of its last hidden layer the clip lies.
 *
 * @param recognition what is heard
 * @param embedding the input of the network's last dense layer ({@link Recognizer#embedding}); not
 *     copied
 */
public record EmbeddedRecognition(Recognition recognition, float[] embedding) {}
